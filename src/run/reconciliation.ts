import { columnLetters, type Table } from "../core/table.js";
import type { Result } from "../core/result.js";
import { viewId, type View } from "../costs/by-perspective.js";
import { apart, perspectives, scopes } from "../costs/perspective.js";
import { supernumeraryChoices, type PricedReturns } from "../costs/trust-costs.js";
import { costId } from "../costs/cost-result.js";
import { writeWorkbook, type Workbook, type Worksheet } from "../ingest/workbook.js";
import { plainText } from "../report/plain-text.js";
import { trustSlug } from "../core/result.js";
import { trustCodes, type Study } from "../study/study.js";
import { csvText } from "./csv-text.js";
import { lineColumns, rateRows, summed, type ReconciliationCell } from "./reconciliation-rows.js";

/** Every line of every return with the totals that it enters, as a workbook and as CSV; none without cost returns. */
export async function reconciliationFiles(
  study: Study,
  priced: PricedReturns,
  tables: readonly Table[],
  results: readonly Result[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (priced.trusts.length === 0) return new Map();
  const columns = lineColumns(tables);
  const lines = priced.trusts.flatMap(({ ledger }) => ledger);
  const rows = lines.map((line) => columns.map(({ value }) => value(line)));
  const csv = csvText([columns.map(({ heading }) => heading), ...rows]);
  const workbook = await writeWorkbook(
    (book) => {
      addTotals(book, study, priced, results, {
        column: (heading) => columnLetters(columns.findIndex((column) => column.heading === heading)),
        last: headerRow + rows.length,
      });
      drawTable(book.addWorksheet("Lines"), {
        title: "Every line of the cost returns",
        hint: "Amounts in pounds. A line is blank under a perspective that does not count it.",
        headings: columns,
        rows,
      });
      drawTable(book.addWorksheet("Rates"), {
        title: "What an hour is made of",
        hint: "Pounds a year and hours a year; the cost of an hour is the sum of the parts over the hours.",
        headings: rateHeadings,
        rows: rateRows(priced),
      });
    },
    { title: "Reconciliation of costs" },
  );
  return new Map([
    ["reconciliation.xlsx", workbook],
    ["reconciliation.csv", new TextEncoder().encode(csv)],
  ]);
}

/** Row of the headings of every sheet. */
const headerRow = 4;

interface Lines {
  /** Letters of a column of the lines, by its heading. */
  readonly column: (heading: string) => string;
  /** Row of the last line. */
  readonly last: number;
}

/** Our totals beside the sums of the lines, which the spreadsheet works out itself, and their difference. */
function addTotals(
  book: Workbook,
  study: Study,
  priced: PricedReturns,
  results: readonly Result[],
  lines: Lines,
): void {
  const worksheet = book.addWorksheet("Totals");
  const wanted = totalsOf(study, priced).flatMap((total) => {
    const result = results.find(({ id }) => id === total.id);
    return result?.kind === "estimate" ? [{ ...total, pounds: Math.round(result.estimate * 100) / 100 }] : [];
  });
  drawTable(worksheet, {
    title: "Our totals, and the sums of the lines behind them",
    hint: "Sums add up the last columns of Lines and are worked out anew. Every difference is 0.00 as written.",
    headings: [
      { heading: "Trust", width: 12 },
      { heading: "Whose money", width: 26 },
      { heading: "Which costs", width: 14 },
      { heading: "IMGs' supernumerary pay", width: 14 },
      { heading: "Our total", width: 16, format: "pounds" },
      { heading: "Sum of the lines", width: 16, format: "pounds" },
      { heading: "Difference", width: 12, format: "pounds" },
      { heading: "Result", width: 60 },
    ],
    rows: wanted.map(({ trust, view, pounds, id }) => [
      trust ?? "all Trusts",
      summed.amounts[view.perspective],
      view.scope === "full" && view.perspective !== "trust-cash" ? "all" : "extra only",
      view.supernumerary === "with" ? "counted" : "left out",
      pounds,
      undefined,
      undefined,
      id,
    ]),
  });
  wanted.forEach(({ trust, view, pounds }, index) => {
    const row = headerRow + 1 + index;
    const range = (heading: string) => {
      const letters = lines.column(heading);
      return `Lines!$${letters}$${headerRow + 1}:$${letters}$${lines.last}`;
    };
    const where = [
      [summed.trust, trust ?? "*"],
      [summed.extra, view.scope === "full" ? "*" : "yes"],
      [summed.imgTime, view.supernumerary === "with" ? "*" : "no"],
    ].map(([heading, value]) => `${range(heading!)},"${value}"`);
    const formula = `ROUND(SUMIFS(${range(summed.amounts[view.perspective])},${where.join(",")}),2)`;
    worksheet.getCell(row, 6).value = { formula, result: pounds };
    worksheet.getCell(row, 7).value = { formula: `ROUND(F${row}-E${row},2)`, result: 0 };
    worksheet.getCell(row, 6).numFmt = worksheet.getCell(row, 7).numFmt = poundsFormat;
  });
}

interface Total {
  readonly id: string;
  /** Null for all Trusts together. */
  readonly trust: string | null;
  readonly view: View;
}

/** Every total that the results hold: of each Trust in the headline, and of all Trusts in every view. */
function totalsOf(study: Study, priced: PricedReturns): readonly Total[] {
  const codes = trustCodes(study);
  const headline = { perspective: study.costing.perspective, scope: "full" } as const;
  const single = priced.trusts.flatMap(({ trust }) =>
    supernumeraryChoices.map((supernumerary) => ({
      id: costId("total", `${supernumerary}-supernumerary`, trustSlug([trust], codes)),
      trust,
      view: { ...headline, supernumerary },
    })),
  );
  const views = [...perspectives, ...apart].flatMap((perspective) =>
    scopes.flatMap((scope) =>
      supernumeraryChoices.map((supernumerary): View => ({ perspective, scope, supernumerary })),
    ),
  );
  const all = { slug: trustSlug(codes, codes) };
  const pooled = views.map((view) => ({ id: viewId(study, view, "total", all), trust: null, view }));
  return codes.length === 1 ? pooled : [...pooled, ...single];
}

const rateHeadings = [
  { heading: "Trust", width: 8 },
  { heading: "Pay point", width: 24 },
  { heading: "Pay", width: 14, format: "pounds" },
  { heading: "National Insurance", width: 14, format: "pounds" },
  { heading: "Pension", width: 14, format: "pounds" },
  { heading: "Pension, full rate", width: 14, format: "pounds" },
  { heading: "Apprenticeship levy", width: 14, format: "pounds" },
  { heading: "Hours in a year", width: 12 },
  { heading: "An hour", width: 12, format: "rate" },
  { heading: "An hour, full pension", width: 12, format: "rate" },
  { heading: "How the parts were worked out", width: 110 },
] as const;

const poundsFormat = '"£"#,##0.00';
const rateFormat = '"£"#,##0.000000';
const font = { name: "Arial", size: 10 } as const;

/** Height of a line of text in points, and the most that a row may have. */
const lineHeight = 13.5;
const mostHeight = 400;
/** Characters of width that can be read on a landscape page. */
const pageWidth = 200;

/** Lines that a text takes in a column, by its characters; a little more than none too many. */
function linesOf(value: ReconciliationCell, width: number): number {
  return typeof value === "string" ? Math.ceil((value.length * 1.15) / Math.max(1, width)) : 1;
}

interface Drawn {
  readonly title: string;
  readonly hint: string;
  readonly headings: readonly {
    readonly heading: string;
    readonly width: number;
    readonly format?: "pounds" | "rate";
  }[];
  readonly rows: readonly (readonly ReconciliationCell[])[];
}

/** A title, a hint and a warning, then a table with filters below a header that stays in view. */
function drawTable(worksheet: Worksheet, { title, hint, headings, rows }: Drawn): void {
  worksheet.columns = headings.map(({ width, format }) => ({
    width,
    style: {
      font,
      alignment: { vertical: "top", wrapText: true },
      ...(format ? { numFmt: format === "pounds" ? poundsFormat : rateFormat } : {}),
    },
  }));
  [title, hint, "For finance. Not for release: it shows each Trust's own costs."].forEach((text, index) => {
    const cell = worksheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = { ...font, size: index === 0 ? 14 : 10, bold: index === 0 };
    cell.alignment = { vertical: "top", wrapText: false };
    cell.numFmt = "General";
  });
  const header = worksheet.getRow(headerRow);
  header.values = headings.map(({ heading }) => heading);
  header.height = lineHeight * Math.max(...headings.map(({ heading, width }) => linesOf(heading, width - 3)));
  header.eachCell((cell) => {
    cell.font = { ...font, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF12436D" } };
  });
  for (const row of rows) {
    const drawn = worksheet.addRow(
      row.map((value) => (typeof value === "string" ? plainText(value) : value)),
    );
    const tall = row.map((value, column) => linesOf(value, headings[column]!.width));
    drawn.height = Math.min(mostHeight, lineHeight * Math.max(1, ...tall));
  }
  const last = columnLetters(headings.length - 1);
  worksheet.views = [{ state: "frozen", ySplit: headerRow, activeCell: `A${headerRow + 1}` }];
  worksheet.autoFilter = `A${headerRow}:${last}${headerRow + rows.length}`;
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: Math.ceil(headings.reduce((sum, { width }) => sum + width, 0) / pageWidth),
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    ...(headings.length > 12 ? { printTitlesColumn: "A:B" } : {}),
  };
}
