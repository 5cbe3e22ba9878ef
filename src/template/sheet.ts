import type { Cell, DataValidation, Style } from "exceljs";
import { columnLetters } from "../core/table.js";
import { headerRow } from "../ingest/formats/cost-return-layout.js";
import type { Workbook, Worksheet } from "../ingest/workbook.js";
import { fills, fonts, groupWords, headingStyles } from "./look.js";
import type { Live } from "./live/live.js";
import { settled } from "./live/verdict.js";

/** What a column is for: to be filled in in each line, only where it applies, given, or worked out by a formula. */
export type ColumnGroup = "must" | "may" | "given" | "check";

/** One column of a sheet of the template. */
export interface TemplateColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly group: ColumnGroup;
  readonly check?: DataValidation;
  readonly format?: string;
  /** Holds numbers: set to the right. */
  readonly number?: boolean;
}

export type SheetValue = string | number | Date | null | Live<string | number>;

export interface TemplateSheet {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** A line that must not be overlooked, such as that the data are made up. */
  readonly banner: string | undefined;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** How the sheet stands, in words, beside its title. */
  readonly status?: { readonly cell: string; readonly live: Live<string> };
  /** Columns at the left that stay in sight and are printed again on each page across. */
  readonly keep?: number;
  /** Pages across when printed. */
  readonly across?: number;
  /** Least height of a line, in lines of text. */
  readonly textLines?: number;
  readonly firstAnswer?: string;
  /** Whether the formulas of a column are one, filled down. */
  readonly filledDown?: boolean;
}

const edge = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const firstRow = headerRow + 1;

/**
 * Draw one sheet: title, hint, banner, then a table with a header row. Nothing is merged or hidden, so that a screen
 * reader and a program both find the table. It prints on landscape A4 with its headings on each page. All but the
 * cells to fill in is locked, without a password.
 */
export function drawSheet(workbook: Workbook, sheet: TemplateSheet): Worksheet {
  const last = columnLetters(sheet.columns.length - 1);
  const lastRow = headerRow + sheet.rows.length;
  const keep = sheet.keep ?? 0;
  const activeCell = sheet.firstAnswer ?? `A${firstRow}`;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      {
        state: "frozen",
        xSplit: keep,
        ySplit: headerRow,
        topLeftCell: `${columnLetters(keep)}${firstRow}`,
        activeCell,
        showGridLines: false,
      },
    ],
    properties: { defaultRowHeight: 16 },
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: sheet.across ?? 1,
      fitToHeight: 0,
      pageOrder: "overThenDown",
      printTitlesRow: `${headerRow}:${headerRow}`,
      ...(keep > 0 ? { printTitlesColumn: `A:${columnLetters(keep - 1)}` } : {}),
      printArea: `A$1:${last}$${lastRow}`,
      margins: { left: 0.3, right: 0.3, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${workbook.title}&C&A&RPage &P of &N` },
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
  drawTop(worksheet, sheet);
  worksheet.addTable({
    name: `Table${sheet.name.replace(/[^A-Za-z]/g, "")}`,
    ref: `A${headerRow}`,
    headerRow: true,
    style: { showRowStripes: false },
    columns: sheet.columns.map((column) => ({ name: column.heading, filterButton: false })),
    rows: sheet.rows.map((row, line) =>
      row.map((value, position) => lineValue(sheet, value, line, position)),
    ),
  });
  sheet.columns.forEach((column, position) => drawColumn(worksheet, column, position + 1, lastRow));
  sheet.rows.forEach((row, index) => {
    worksheet.getRow(firstRow + index).height = heightOf(row, sheet.columns, sheet.textLines ?? 1);
  });
  markUnsettled(worksheet, sheet, lastRow);
  void worksheet.protect("", { formatColumns: true, formatRows: true });
  return worksheet;
}

function drawTop(worksheet: Worksheet, { title, hint, banner, status, columns }: TemplateSheet): void {
  write(worksheet.getCell("A1"), title, fonts.title);
  write(worksheet.getCell("A2"), hint, fonts.plain);
  if (banner !== undefined) write(worksheet.getCell("A3"), banner, fonts.banner);
  if (status) {
    const cell = worksheet.getCell(status.cell);
    cell.value = cellValue(status.live) as Cell["value"];
    Object.assign(cell, { font: fonts.strong, alignment: { vertical: "middle", wrapText: true } });
  }
  if (columns.some(({ group }) => group === "must")) {
    columns.forEach(({ group }, position) => {
      if (position > 0 && columns[position - 1]!.group === group) return;
      const cell = worksheet.getCell(3, position === 0 && banner !== undefined ? 3 : position + 1);
      if (group !== "given") write(cell, groupWords[group], fonts.strong);
    });
  }
  worksheet.getRow(1).height = 32;
  worksheet.getRow(2).height = 18;
  worksheet.getRow(3).height = 20;
  worksheet.getRow(headerRow).height = 48;
}

function cellValue(value: SheetValue): unknown {
  return value !== null && typeof value === "object" && "formula" in value
    ? { formula: value.formula, result: value.value }
    : value;
}

/** The checks of all lines are one formula filled down, kept once. */
function lineValue(
  { columns, filledDown }: TemplateSheet,
  value: SheetValue,
  line: number,
  position: number,
): unknown {
  if (!filledDown || columns[position]!.group !== "check" || line === 0) return cellValue(value);
  const { value: result } = value as Live<string | number>;
  return { sharedFormula: `${columnLetters(position)}${firstRow}`, result };
}

/** A check that leaves something to mend is set apart, with the first cell of its line. The words say it too. */
function markUnsettled(worksheet: Worksheet, { columns }: TemplateSheet, lastRow: number): void {
  const position = columns.findIndex(({ group }) => group === "check");
  if (position < 0 || !columns.some(({ group }) => group === "must")) return;
  const letter = columnLetters(position);
  const cell = `$${letter}${firstRow}`;
  const open = settled.map((text) => `LEFT(${cell},${text.length})<>"${text}"`);
  worksheet.addConditionalFormatting({
    ref: `A${firstRow}:A${lastRow} ${letter}${firstRow}:${letter}${lastRow}`,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [`AND(LEN(${cell})>0,${open.join(",")})`],
        style: {
          font: { bold: true, color: { argb: "FF7A1F00" } },
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFE3C2" } },
        },
      },
    ],
  });
}

/** Height in points that shows all wrapped text: programs do not agree on growing a row by themselves. */
function heightOf(row: readonly SheetValue[], columns: readonly TemplateColumn[], least: number): number {
  const lines = columns.map(({ width }, position) => linesOf(row[position] ?? null, width - 3));
  return 5 + 14.5 * Math.max(least, ...lines);
}

function linesOf(value: SheetValue, width: number): number {
  if (typeof value !== "string") return 1;
  let lines = 1;
  let used = 0;
  for (const word of value.split(" ")) {
    const needed = word.length + (used === 0 ? 0 : 1);
    if (used > 0 && used + needed > width) {
      lines++;
      used = word.length;
    } else used += needed;
  }
  return lines;
}

function drawColumn(worksheet: Worksheet, column: TemplateColumn, position: number, lastRow: number): void {
  const alignment = {
    vertical: "middle",
    wrapText: true,
    horizontal: column.number ? "right" : "left",
    indent: 1,
  } as const;
  Object.assign(worksheet.getCell(headerRow, position), { ...headingStyles[column.group], alignment });
  const style = {
    font: fonts.plain,
    alignment,
    border: { top: edge, left: edge, bottom: edge, right: edge },
    fill: fills[column.group],
    protection: { locked: column.group === "given" || column.group === "check" },
    ...(column.format === undefined ? {} : { numFmt: column.format }),
  } satisfies Partial<Style>;
  for (let row = firstRow; row <= lastRow; row++) {
    const cell = worksheet.getCell(row, position);
    Object.assign(cell, style);
    if (column.check) cell.dataValidation = column.check;
  }
}

function write(cell: Cell, text: string, font: Style["font"]): void {
  cell.value = text;
  Object.assign(cell, { font, alignment: { vertical: "middle" } });
}
