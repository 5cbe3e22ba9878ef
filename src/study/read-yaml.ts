import { LineCounter, isMap, isNode, isScalar, visit } from "yaml";
import type { Document, Pair } from "yaml";
import { limits, printBytes } from "../core/limits.js";
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
  const refused = refuseSize(file, text);
  if (refused) return { data: null, issues: [refused], placeOf: () => ({ file }) };
  const document = parse(text, lines);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, character: col };
  };
  const broken = issuesOfYaml(file, text, document.errors);
  const issues = [...broken, ...(tooManyAliases(file, document) ?? looseAliases(document, at))];
  return {
    data: issues.length ? null : document.toJS({ maxAliasCount: -1 }),
    issues,
    placeOf: (path) => at(offsetOf(document, path)),
  };
}

/** Brackets within brackets and lists within lists, counted without reading them: a parser that calls itself would run out. */
function refuseSize(file: string, text: string): Issue | null {
  const { studyBytes, studyDepth } = limits;
  const tell = (message: string, expected: string): Issue => ({
    code: "yaml",
    severity: "error",
    at: { file },
    message: `${file}: ${message}`,
    expected,
    fix: "check that it is the right file; `pilot-eval new <folder>` writes one to start from",
  });
  if (text.length > studyBytes) {
    const most = printBytes(studyBytes);
    return tell(`larger than ${most}, the most that is read`, `at most ${most}`);
  }
  if (depthOf(text) > studyDepth) {
    return tell(
      `settings stand more than ${studyDepth} deep in one another`,
      `settings at most ${studyDepth} deep`,
    );
  }
  return null;
}

/** At least how deep the text is nested; what stands in quotation marks or comments may count, which hurts no study. */
function depthOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "[" || character === "{") open += 1;
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > deepest) deepest = open;
  }
  for (const [begin] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)*/gm)) {
    const marks = begin.replace(/[ \t]/g, "").length;
    deepest = Math.max(deepest, marks);
  }
  const margins: number[] = [];
  for (const [, margin] of text.matchAll(/^( *)[^\s#]/gm)) {
    while (margins.length > 0 && margins.at(-1)! >= margin!.length) margins.pop();
    margins.push(margin!.length);
    deepest = Math.max(deepest, margins.length);
  }
  return deepest;
}

const mostAliases = 100;

/** A few references may grow to a text of any length when each points at several others. */
function tooManyAliases(file: string, document: Document): readonly Issue[] | null {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
      return count > mostAliases ? visit.BREAK : undefined;
    },
  });
  if (count <= mostAliases && expands(document)) return null;
  return [
    {
      code: "yaml",
      severity: "error",
      at: { file },
      message: `${file}: too many references (values that start with *) to be followed`,
      expected: `at most ${mostAliases} references, none to a group of references`,
      fix: "write the values themselves in place of the references",
    },
  ];
}

/** Whether references stay few when followed: the parser counts them and stops. */
function expands(document: Document): boolean {
  try {
    document.toJS({ maxAliasCount: mostAliases });
    return true;
  } catch (error) {
    return !(error instanceof ReferenceError && error.message.startsWith("Excessive alias count"));
  }
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
