import type { Cell, DataValidation, Style } from "exceljs";
import { columnLetters } from "../../core/table.js";
import type { Workbook, Worksheet } from "../../ingest/workbook.js";
import { wrapText } from "../../report/wrap-text.js";
import type { SheetValue } from "./live-cell.js";

/** One column of a sheet of the estimate. */
export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly format?: string;
  /** Set to the right. */
  readonly number?: boolean;
  /** Whether a cell of the column may be changed. */
  readonly open?: (row: number) => boolean;
  readonly check?: (row: number) => DataValidation | null;
}

export interface EstimateSheet {
  readonly name: string;
  readonly title: string;
  /** What the sheet is for and how to use it, in one or two sentences. */
  readonly hint: string;
  /** Whose assumptions these are: on every sheet. */
  readonly banner: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Columns that stay in sight, and on each printed page. */
  readonly fixedColumns?: number;
  /** Format of single cells, by row; else that of the column. */
  readonly formatOf?: (row: number, column: number) => string | undefined;
  /** Pages that the sheet is printed over from left to right; 1 when left out. */
  readonly pagesAcross?: number;
}

/** Row of the column headings; the first row of a table follows. */
export const headingRow = 4;
export const firstRow = headingRow + 1;

const dark = "FF12436D";
const openFill = "FFFFF9E5";
const line = "FFBFBFBF";
const font = "Arial";

/**
 * Draw one sheet: title, hint, banner, one table with a heading row. Nothing is merged or hidden. Every cell is locked
 * but those that may be changed, without a password: anybody may unlock the sheet on purpose, nobody by a slip.
 */
export async function drawEstimateSheet(workbook: Workbook, sheet: EstimateSheet): Promise<void> {
  const lastRow = headingRow + sheet.rows.length;
  const last = columnLetters(sheet.columns.length - 1);
  const fixed = sheet.fixedColumns ?? 0;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      {
        state: "frozen",
        xSplit: fixed,
        ySplit: headingRow,
        activeCell: firstOpen(sheet),
        showGridLines: false,
      },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: sheet.pagesAcross ?? 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
      ...(fixed > 0 ? { printTitlesColumn: `A:${columnLetters(fixed - 1)}` } : {}),
      printArea: `A$1:${last}$${lastRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&A&RPage &P of &N" },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  heading(worksheet.getCell("A1"), sheet.title, { size: 16, bold: true, color: { argb: dark } });
  heading(worksheet.getCell("A2"), sheet.hint, { size: 11 });
  heading(worksheet.getCell("A3"), sheet.banner, { size: 11, bold: true, color: { argb: "FF801650" } });
  worksheet.getRow(headingRow).height = 48;
  worksheet.addTable({
    name: `Table${sheet.name.replace(/[^A-Za-z]/g, "")}`,
    ref: `A${headingRow}`,
    headerRow: true,
    style: { showRowStripes: false },
    columns: sheet.columns.map(({ heading: name }) => ({ name, filterButton: false })),
    rows: sheet.rows.map((row) => [...row]),
  });
  sheet.columns.forEach((column, position) => drawColumn(worksheet, sheet, column, position));
  sheet.rows.forEach((row, index) => {
    worksheet.getRow(firstRow + index).height = heightOf(row, sheet.columns);
  });
  await worksheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

/** Address of a cell of a sheet's table, for formulas on other sheets; rows from 0. */
export function cellOf(sheet: string, column: number, row: number): string {
  return `${quoteSheet(sheet)}!$${columnLetters(column)}$${firstRow + row}`;
}

/** Address of a column of a sheet's table. */
export function columnOf(sheet: string, column: number, rows: number): string {
  const letters = columnLetters(column);
  return `${quoteSheet(sheet)}!$${letters}$${firstRow}:$${letters}$${headingRow + rows}`;
}

function quoteSheet(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `'${name}'`;
}

function drawColumn(worksheet: Worksheet, sheet: EstimateSheet, column: SheetColumn, position: number): void {
  const edge = { style: "thin", color: { argb: line } } as const;
  const horizontal = column.number ? "right" : "left";
  Object.assign(worksheet.getCell(headingRow, position + 1), {
    font: { name: font, size: 11, bold: true, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: dark } },
    alignment: { vertical: "middle", wrapText: true, horizontal, indent: 1 },
  } satisfies Partial<Style>);
  sheet.rows.forEach((row, index) => {
    const cell = worksheet.getCell(firstRow + index, position + 1);
    const open = column.open?.(index) ?? false;
    const format = sheet.formatOf?.(index, position) ?? column.format;
    const value = row[position] ?? null;
    Object.assign(cell, {
      font: { name: font, size: 11 },
      alignment: {
        vertical: "top",
        wrapText: true,
        horizontal: typeof value === "string" && !column.number ? "left" : horizontal,
        indent: 1,
      },
      border: { top: edge, left: edge, bottom: edge, right: edge },
      protection: { locked: !open },
      ...(open ? { fill: { type: "pattern", pattern: "solid", fgColor: { argb: openFill } } as const } : {}),
      ...(format === undefined ? {} : { numFmt: format }),
    } satisfies Partial<Style>);
    const check = column.check?.(index);
    if (check) cell.dataValidation = check;
  });
}

/** Height in points that shows all wrapped text: programs do not agree on growing a row by themselves. */
function heightOf(row: readonly SheetValue[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, position) => {
    const value = row[position] ?? null;
    const text = typeof value === "object" && value !== null ? value.result : value;
    return typeof text === "string" ? wrapText(text, width - 1).length : 1;
  });
  return 4 + 14.5 * Math.max(1, ...lines);
}

function firstOpen({ columns, rows }: EstimateSheet): string {
  for (const [row] of rows.entries())
    for (const [position, column] of columns.entries())
      if (column.open?.(row)) return `${columnLetters(position)}${firstRow + row}`;
  return `A${firstRow}`;
}

function heading(cell: Cell, text: string, style: Style["font"]): void {
  cell.value = text;
  cell.font = { name: font, ...style };
}
