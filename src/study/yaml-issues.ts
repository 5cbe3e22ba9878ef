import { LineCounter, parseDocument } from "yaml";
import type { YAMLError } from "yaml";
import type { Issue } from "../core/issue.js";

/** One mistake of YAML itself, where it stands in the whole file. */
interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/** A part of the file from one name at the left margin to the next; parts are parsed alone to tell causes apart. */
interface Section {
  readonly firstLine: number;
  readonly text: string;
}

const nameAtMargin = /^[A-Za-z_][\w -]*:(?:\s|$)/;

/**
 * Mistakes of YAML itself, as issues. One slip can make every line after it unreadable, so each top section of the file
 * is parsed alone: a section that is broken by itself gives one issue, its first mistake, with the count of those that
 * follow from it. Tabs in the indentation are one issue for the file. Names that stand twice are told each.
 *
 * @param text the whole file
 * @param errors what the parser said of the whole file
 */
export function issuesOfYaml(file: string, text: string, errors: readonly YAMLError[]): readonly Issue[] {
  if (errors.length === 0) return [];
  if (errors.length > mostMistakes) {
    return [toIssue(file, toMistakes(text, errors.slice(0, 1), 1)[0]!, errors.length - 1)];
  }
  const all = toMistakes(text, errors, 1);
  if (all.every((mistake) => mistake.code === "DUPLICATE_KEY")) {
    return all.map((mistake) => repeatedName(file, text, mistake));
  }
  const second = all.find((mistake) => mistake.code === "MULTIPLE_DOCS");
  if (second) return [toIssue(file, second, all.length - 1)];
  const tabs = all.filter((mistake) => mistake.code === "TAB_AS_INDENT");
  if (tabs[0]) return [toIssue(file, tabs[0], all.length - 1)];
  const broken = sectionsOf(text).flatMap(({ firstLine, text: part }) => {
    const found = toMistakes(part, parse(part).errors, firstLine).filter(
      (mistake) => mistake.code !== "BAD_ALIAS",
    );
    return found[0] ? [{ firstLine, first: found[0], count: found.length }] : [];
  });
  if (broken.length === 0) return [toIssue(file, all[0]!, all.length - 1)];
  return broken.map(({ firstLine, first, count }, index) => {
    const end = broken[index + 1]?.firstLine ?? Number.POSITIVE_INFINITY;
    const here = all.filter(({ line }) => line >= firstLine && line < end).length;
    if (first.code === "DUPLICATE_KEY") return repeatedName(file, text, first);
    return toIssue(file, first, Math.max(here, count) - 1);
  });
}

/** Mistakes past which the file is no study at all, and only the first is told. */
const mostMistakes = 500;

/** Parse YAML text, with the checks that study.yaml is held to. */
export function parse(text: string, lineCounter = new LineCounter()) {
  return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true, logLevel: "error" });
}

function sectionsOf(text: string): readonly Section[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => (nameAtMargin.test(line) ? [index] : []));
  const edges = [0, ...starts.filter((start) => start > 0), lines.length];
  return edges.slice(0, -1).map((start, index) => ({
    firstLine: start + 1,
    text: lines.slice(start, edges[index + 1]).join("\n"),
  }));
}

function toMistakes(text: string, errors: readonly YAMLError[], firstLine: number): readonly Mistake[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return errors.map((error) => {
    const [offset] = error.pos;
    const line = starts.findLastIndex((start) => start <= offset);
    return {
      code: error.code,
      message: error.message.split("\n")[0]!,
      line: firstLine + line,
      character: offset - starts[line]! + 1,
    };
  });
}

const fixes: Readonly<Record<string, string>> = {
  MULTILINE_IMPLICIT_KEY: "look for a name without a colon after it, on this line or the one above",
  BLOCK_AS_IMPLICIT_KEY:
    "if the value itself holds a colon, put the value in quotation marks; if the line below is a setting of its own, indent it like this one",
  BAD_INDENT:
    "indent the line like its neighbours; look in the line above for a colon or a closing bracket that is missing",
  TAB_AS_INDENT: "indent by spaces: put two spaces in place of each tab",
  MULTIPLE_DOCS: "keep one study in the file: remove the line --- and what follows it",
  MISSING_CHAR: "look for a colon after the name, or for a quotation mark or bracket that is not closed",
};

function toIssue(file: string, { code, message, line, character }: Mistake, more: number): Issue {
  const others = more === 1 ? "1 more error follows from it" : `${more} more errors follow from it`;
  const said = message.charAt(0).toLowerCase() + message.slice(1);
  return {
    code: "yaml",
    severity: "error",
    at: { file, line, character },
    message: `not readable as YAML: ${said}${more > 0 ? ` (${others})` : ""}`,
    expected: "YAML: names and values, indented by spaces",
    fix: fixes[code] ?? "check the indentation, the colons and the quotes near this place",
  };
}

function repeatedName(file: string, text: string, { line, character }: Mistake): Issue {
  const name = /^[^:,}]+/.exec(text.split("\n")[line - 1]!.slice(character - 1))?.[0].trim() ?? "name";
  return {
    code: "yaml",
    severity: "error",
    at: { file, line, character },
    message: `${name}: stands twice in the same group of settings`,
    expected: "each name once",
    found: name,
    fix: "remove or rename one of the two",
  };
}
