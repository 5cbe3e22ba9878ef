import { LineCounter, isMap, isNode, isScalar, visit } from "yaml";
import type { Document, Pair } from "yaml";
import type { Issue, Place } from "../core/issue.js";
import { issuesOfYaml, parse } from "./yaml-issues.js";

/** A YAML file read: plain data, and where each part of it stands. */
export interface YamlFile {
  readonly data: unknown;
  readonly issues: readonly Issue[];
  /** Place of the value at a path of keys and indexes, or of its nearest parent that exists. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Read YAML, keeping line and character of every part. Mistakes of YAML itself come as issues, one for each break;
 * what only follows from a break is counted in it.
 *
 * @param file name for messages, relative to the study folder
 */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parse(text, lines);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, character: col };
  };
  const issues = [...issuesOfYaml(file, text, document.errors), ...looseAliases(document, at)];
  return {
    data: issues.length ? null : document.toJS({ maxAliasCount: -1 }),
    issues,
    placeOf: (path) => at(offsetOf(document, path)),
  };
}

/** A value that starts with `*` is a reference in YAML; one that points at nothing would be no value at all. */
function looseAliases(document: Document, at: (offset: number) => Place): readonly Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      issues.push({
        code: "yaml",
        severity: "error",
        at: at(alias.range?.[0] ?? 0),
        message: `*${alias.source}: not readable as YAML: a value that starts with * refers to another, and there is none`,
        expected: "a value without * at its start, or one in quotation marks",
        found: `*${alias.source}`,
        fix: "put the value in quotation marks",
      });
    },
  });
  return issues;
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
