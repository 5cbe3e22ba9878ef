import { formatNumber } from "../core/format.js";
import type { Issue, Severity } from "../core/issue.js";
import { columnLetters } from "../core/table.js";
import { writeWorkbook } from "../ingest/workbook.js";
import type { Workbook, Worksheet } from "../ingest/workbook.js";
import { syntheticBanner } from "../report/compose.js";
import { plainText } from "../report/plain-text.js";
import { wrapText } from "../report/wrap-text.js";
import type { Study } from "../study/study.js";
import type { Finding } from "../validate/finding.js";
import { findingRow } from "./findings-csv.js";
import type { FindingRow } from "./findings-csv.js";
import { severities } from "./group-findings.js";
import { labelOfRule } from "./label-of-rule.js";
import { whoseFindings } from "./whose.js";

interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** Rows that a person can still look through; the sheet says so when there are more. */
const mostRows = 5_000;

const inWords: Readonly<Record<Severity, string>> = {
  error: "Error: stops a run",
  warning: "Warning: look at it",
  note: "Note: for information",
};

const columns: readonly (SheetColumn & { readonly value: keyof FindingRow })[] = [
  { heading: "Severity", width: 22, value: "severity" },
  { heading: "Trust", width: 8, value: "trust" },
  { heading: "Wave", width: 12, value: "wave" },
  { heading: "File", width: 32, value: "file" },
  { heading: "Sheet", width: 16, value: "sheet" },
  { heading: "Cell", width: 8, value: "cell" },
  { heading: "Row", width: 8, value: "row" },
  { heading: "Column", width: 32, value: "column" },
  { heading: "What is wrong", width: 56, value: "message" },
  { heading: "Expected", width: 36, value: "expected" },
  { heading: "Found", width: 24, value: "found" },
  { heading: "How to mend it", width: 56, value: "fix" },
  { heading: "Kind", width: 26, value: "kind" },
];

/**
 * Findings as a workbook: a sheet that counts all of them by kind and Trust, and one with a row for each, the worst
 * first, with filters. Every cell is text or a number: nothing in it runs.
 */
export function findingsWorkbook(
  findings: readonly (Issue | Finding)[],
  study: Study | null,
): Promise<Uint8Array> {
  const whose = whoseFindings(study);
  const rows = severities.flatMap((severity) =>
    findings.filter((one) => one.severity === severity).map((one) => findingRow(one, whose(one))),
  );
  const banner = study?.study.synthetic === true ? [syntheticBanner] : [];
  return writeWorkbook(
    (workbook) => {
      addCounts(workbook, rows, banner);
      addFindings(workbook, rows, banner);
    },
    { title: "Findings of the data check" },
  );
}

function addCounts(workbook: Workbook, rows: readonly FindingRow[], banner: readonly string[]): void {
  const counts = new Map<string, { readonly row: FindingRow; count: number }>();
  for (const row of rows) {
    const key = `${row.severity} ${row.kind} ${row.trust ?? ""}`;
    const found = counts.get(key);
    if (found) found.count += 1;
    else counts.set(key, { row, count: 1 });
  }
  const lines = [`${formatNumber(rows.length)} findings, counted by kind and Trust.`, ...banner];
  drawSheet(
    workbook.addWorksheet("Counts"),
    "Findings of the data check",
    lines,
    [
      { heading: "Severity", width: 22 },
      { heading: "Trust", width: 8 },
      { heading: "Kind", width: 30 },
      { heading: "What it is", width: 60 },
      { heading: "Findings", width: 12 },
    ],
    [...counts.values()].map(({ row, count }) => [
      inWords[row.severity as Severity],
      row.trust,
      row.kind,
      labelOfRule(String(row.kind)) ?? labelOfRule(String(row.rule)) ?? undefined,
      count,
    ]),
  );
}

function addFindings(workbook: Workbook, rows: readonly FindingRow[], banner: readonly string[]): void {
  const shown = rows.slice(0, mostRows);
  const told =
    shown.length < rows.length
      ? `Showing ${formatNumber(shown.length)} of ${formatNumber(rows.length)}, the worst first; all in findings.csv.`
      : `All ${formatNumber(rows.length)}, the worst first.`;
  drawSheet(
    workbook.addWorksheet("Findings"),
    "Findings, one a row",
    [told, ...banner],
    columns,
    shown.map((row) =>
      columns.map(({ value }) => (value === "severity" ? inWords[row.severity as Severity] : row[value])),
    ),
  );
}

const font = { name: "Arial", size: 10 } as const;
const notForRelease = "For internal use. Not for release.";

/** A title, lines of text, then a table with filters below a header that stays in view. */
function drawSheet(
  worksheet: Worksheet,
  title: string,
  lines: readonly string[],
  headings: readonly SheetColumn[],
  rows: readonly (readonly (string | number | undefined)[])[],
): void {
  worksheet.columns = headings.map(({ width }) => ({
    width,
    style: { font, alignment: { vertical: "top", wrapText: true } },
  }));
  const above = [title, ...lines, notForRelease];
  above.forEach((text, index) => {
    const cell = worksheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = { ...font, size: index === 0 ? 14 : 10, bold: index === 0 };
    cell.alignment = { vertical: "top", wrapText: false };
  });
  const headerRow = above.length + 1;
  const last = columnLetters(headings.length - 1);
  const header = worksheet.getRow(headerRow);
  header.values = headings.map(({ heading }) => heading);
  header.eachCell((cell) => {
    cell.font = { ...font, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF12436D" } };
  });
  for (const row of rows) {
    const values = row.map((value) => (typeof value === "string" ? plainText(value) : value));
    const added = worksheet.addRow(values);
    added.height = heightOf(values, headings);
  }
  worksheet.views = [{ state: "frozen", ySplit: headerRow, activeCell: `A${headerRow + 1}` }];
  worksheet.autoFilter = `A${headerRow}:${last}${headerRow + rows.length}`;
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
  };
}

/** Height in points that shows wrapped text: programs other than Excel do not work it out. */
function heightOf(
  values: readonly (string | number | undefined)[],
  headings: readonly SheetColumn[],
): number {
  const lines = values.map((value, index) =>
    typeof value === "string" ? wrapText(value, headings[index]!.width - 2).length : 1,
  );
  return 13.5 * Math.max(1, ...lines) + 2;
}
