import { formatNumber } from "../core/format.js";
import { limits } from "../core/limits.js";
import type { Issue } from "../core/issue.js";
import { checkHeader } from "./codebook-header.js";
import { readVariable, rowReader } from "./codebook-row.js";
import { nearest } from "./nearest.js";
import type { Variable } from "./variable.js";

export { codebookColumns } from "./codebook-header.js";

/** What one row of the codebook points at in study.yaml, whether or not the row has a mistake elsewhere. */
export interface CodebookReferences {
  readonly name: string;
  /** Row in the file, counted from 1 with the header. */
  readonly row: number;
  readonly waves: readonly string[];
  readonly scale: string | null;
  readonly component: string | null;
}

/** codebook.csv as read: what can be used, and what else it names. */
export interface Codebook {
  /** Rows without a mistake. */
  readonly variables: readonly Variable[];
  /**
   * Every name in the column `variable`, also of rows with a mistake, so that a reference to such a row is not told as
   * a second mistake. Empty only when the codebook could not be read at all: then nothing may be said of any name.
   */
  readonly names: ReadonlySet<string>;
  /** What every named row points at, also rows with a mistake. */
  readonly references: readonly CodebookReferences[];
  /** File row of each name, where it first stands. */
  readonly rows: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/**
 * Read the rows of codebook.csv, header first. Every mistake is an issue with its row and column, all those of a row
 * together; a row with a mistake gives no variable, but its name and what it points at are kept.
 *
 * @param rows cells as text; rows[0] is the header and stands in file row 1
 */
export function readCodebook(file: string, rows: readonly (readonly string[])[]): Codebook {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const filled = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const wrongHeader = checkHeader(file, header);
  if (wrongHeader.length > 0) return withoutVariables(header, filled, wrongHeader);
  if (filled.length === 0) return withoutVariables(header, filled, [noRows(file)]);
  if (filled.length > limits.codebookRows)
    return withoutVariables(header, [], [tooManyRows(file, filled.length)]);

  const issues: Issue[] = [];
  const variables: Variable[] = [];
  const references: CodebookReferences[] = [];
  const rowOf = new Map<string, number>();
  for (const { cells, row } of filled) {
    if (cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      issues.push(tooManyCells(file, row, cells.length, header.length));
      noteName(rowOf, (cells[header.indexOf("variable")] ?? "").trim(), row);
      continue;
    }
    const reader = rowReader(file, row, header, cells);
    const variable = readVariable(reader);
    const { name, waves, scale, component } = variable;
    const earlier = rowOf.get(name);
    if (earlier !== undefined) {
      reader.complain("variable", "a name used once", name, `row ${earlier} already has it: rename one`);
    }
    noteName(rowOf, name, row);
    if (name !== "") references.push({ name, row, waves, scale, component });
    issues.push(...reader.issues);
    if (reader.issues.length === 0) variables.push(variable);
  }
  return { variables, names: new Set(rowOf.keys()), references, rows: rowOf, issues };
}

function noteName(rows: Map<string, number>, name: string, row: number): void {
  if (name !== "" && !rows.has(name)) rows.set(name, row);
}

/** A header that will not do: the names are still read where the column can be told, so that they are not missed elsewhere. */
function withoutVariables(
  header: readonly string[],
  filled: readonly { readonly cells: readonly string[]; readonly row: number }[],
  issues: readonly Issue[],
): Codebook {
  const exact = header.indexOf("variable");
  const near = nearest("variable", header);
  const position = exact >= 0 || near === null ? exact : header.indexOf(near);
  const rows = new Map<string, number>();
  if (position >= 0) {
    for (const { cells, row } of filled) noteName(rows, (cells[position] ?? "").trim(), row);
  }
  return { variables: [], names: new Set(rows.keys()), references: [], rows, issues };
}

function noRows(file: string): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file },
    message: "rows: expected one for each variable, found none",
    expected: "a row for each variable below the header",
    found: "a header alone",
    fix: "add a row for each question of the survey",
  };
}

function tooManyRows(file: string, rows: number): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file },
    message: `rows: ${formatNumber(rows)}; at most ${formatNumber(limits.codebookRows)} are read`,
    expected: `at most ${formatNumber(limits.codebookRows)} rows, one for each question`,
    found: `${formatNumber(rows)} rows`,
    fix: "check that it is the codebook, and not an export of answers",
  };
}

function tooManyCells(file: string, row: number, cells: number, headings: number): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row },
    message: `row: ${cells} cells under ${headings} headings; not read`,
    expected: `${headings} cells`,
    found: `${cells} cells`,
    fix: "put a question or label that holds a comma in quotation marks",
  };
}
