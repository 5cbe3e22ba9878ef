import { LineCounter, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Document, Pair } from "yaml";
import type { Place } from "../core/issue.js";
import type { Issue } from "../core/issue.js";

/** A YAML file read: plain data, and where each part of it stands. */
export interface YamlFile {
  readonly data: unknown;
  readonly issues: readonly Issue[];
  /** Place of the value at a path of keys and indexes, or of its nearest parent that exists. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Read YAML, keeping line and character of every part. Mistakes of YAML itself come as issues, all of them.
 *
 * @param file name for messages, relative to the study folder
 */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, character: col };
  };
  const issues = document.errors.map((error): Issue => ({
    code: "yaml",
    severity: "error",
    at: at(error.pos[0]),
    message: `not readable as YAML: ${firstLine(error.message)}`,
    expected: "YAML: names and values, indented by spaces",
    fix: "check the indentation, the colons and the quotes near this place",
  }));
  return {
    data: issues.length ? null : document.toJS(),
    issues,
    placeOf: (path) => at(offsetOf(document, path)),
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const key = keyOf(document, path.slice(0, length));
      return length === path.length && isScalar(node) ? node.range[0] : (key ?? node.range[0]);
    }
  }
  return 0;
}

function keyOf(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return null;
  const last = path[path.length - 1];
  const pair = parent.items.find((item: Pair) => isScalar(item.key) && item.key.value === last);
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : null;
}

function firstLine(message: string): string {
  const line = message.split("\n")[0]!;
  return line.charAt(0).toLowerCase() + line.slice(1);
}
