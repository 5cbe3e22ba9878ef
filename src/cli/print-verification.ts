import { wrapText } from "../report/wrap-text.js";
import type { VerifyRow } from "../verify/verify.js";
import type { WithoutReference } from "../verify/without-reference.js";

/** Rows of one family of methods. */
export interface VerifiedFamily {
  readonly label: string;
  readonly rows: readonly VerifyRow[];
}

/** The columns of the table; a cell wider than its column goes on in the next line. */
const columns = [
  { heading: "Method", width: 42 },
  { heading: "Compared with", width: 34 },
  { heading: "Cases", width: 5, right: true },
  { heading: "Values", width: 6, right: true },
  { heading: "Largest error", width: 13, right: true },
  { heading: "Allowed", width: 7, right: true },
  { heading: "Result", width: 6 },
] as const;

/** The table of every method, by family, then what has no outside reference, with why and what is held instead. */
export function printVerification(
  families: readonly VerifiedFamily[],
  without: readonly WithoutReference[],
): string {
  const shown = families.filter(({ rows }) => rows.length > 0);
  const blocks = shown.map(({ label, rows }) => {
    const lines = rows.map(
      (row) => printRow(cellsOf(row)) + (row.worst ? `    furthest off: ${row.worst}\n` : ""),
    );
    return `\n${label}\n${lines.join("")}`;
  });
  return `${printRow(columns.map(({ heading }) => heading))}${blocks.join("")}${printWithout(without)}`;
}

function printRow(cells: readonly string[]): string {
  const wrapped = cells.map((cell, column) => wrapText(cell, columns[column]!.width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const printLine = (_: unknown, line: number) =>
    `  ${wrapped
      .map((lines, column) => pad(lines[line] ?? "", columns[column]!))
      .join("  ")
      .trimEnd()}\n`;
  return Array.from({ length: height }, printLine).join("");
}

function pad(text: string, column: (typeof columns)[number]): string {
  return "right" in column ? text.padStart(column.width) : text.padEnd(column.width);
}

/** One line: how many methods, cases and values, and how many methods fail. */
export function summariseVerification(rows: readonly VerifyRow[]): string {
  const methods = new Set(rows.map(({ id }) => id)).size;
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  const values = rows.reduce((sum, row) => sum + row.values, 0);
  const failed = new Set(rows.filter((row) => !row.passed).map(({ id }) => id)).size;
  const verdict =
    failed === 0 ? "all agree with their references" : `${failed} ${failed === 1 ? "does" : "do"} not agree`;
  return `${methods} methods, ${cases} cases, ${values} values: ${verdict}`;
}

function cellsOf(row: VerifyRow): readonly string[] {
  return [
    row.label,
    row.reference,
    String(row.cases),
    String(row.values),
    printError(row.largestError),
    printError(row.allowed),
    row.passed ? "pass" : "FAIL",
  ];
}

/** Errors as powers of ten: `3.1e-16`, `1e-10`, or `0`. */
function printError(error: number): string {
  if (!Number.isFinite(error)) return "no value";
  return error === 0 ? "0" : error.toExponential(1).replace(".0e", "e");
}

function printWithout(without: readonly WithoutReference[]): string {
  if (without.length === 0) return "";
  const lines = without.map(
    ({ functions, why, instead }) => `  ${functions.join(", ")}\n    why: ${why}\n    instead: ${instead}\n`,
  );
  return `\nWithout an outside reference\n${lines.join("")}`;
}
