import type { Issue } from "../core/issue.js";
import type { Finding } from "../validate/finding.js";
import { csvLine } from "./csv-text.js";
import type { Whose } from "./whose.js";

/** What is written of each finding, in this order, in the CSV file and the workbook alike. */
export const findingColumns = [
  "severity",
  "rule",
  "trust",
  "wave",
  "file",
  "sheet",
  "cell",
  "row",
  "column",
  "message",
  "expected",
  "found",
  "fix",
  "kind",
] as const;

export type FindingRow = Readonly<Record<(typeof findingColumns)[number], string | number | undefined>>;

/** A finding as a row of a table. */
export function findingRow(finding: Issue | Finding, { trust, wave }: Whose): FindingRow {
  const { at, severity, code, message, expected, found, fix } = finding;
  return {
    severity,
    rule: "rule" in finding ? finding.rule : code,
    kind: code,
    trust,
    wave,
    file: at.file,
    sheet: at.sheet,
    cell: at.cell,
    row: at.row ?? at.line,
    column: at.column,
    message,
    expected,
    found,
    fix,
  };
}

/**
 * Findings as CSV (RFC 4180, CRLF), one a row, header first, in pieces. Cells that a spreadsheet would run as a formula
 * begin with an apostrophe.
 */
export function* findingsCsv(
  findings: readonly (Issue | Finding)[],
  whose: (finding: Issue | Finding) => Whose,
): Generator<string> {
  yield csvLine(findingColumns);
  for (const finding of findings) {
    const row = findingRow(finding, whose(finding));
    yield csvLine(findingColumns.map((column) => row[column]));
  }
}
