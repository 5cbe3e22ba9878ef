import type { Cell, Workbook, Worksheet } from "exceljs";
import { columnLetters } from "../core/table.js";
import { textWidth } from "../charts/text-width.js";
import { arialToDejaVu, columnNeeds } from "./column-widths.js";
import type { Measure } from "./column-widths.js";
import type { TableBlock, TableCell } from "./document.js";
import { plainText } from "./plain-text.js";
import { printCell } from "./shorthand.js";
import { wrapText } from "./wrap-text.js";

/** One line of text above the table; a link when it names a sheet. */
export interface SheetLine {
  readonly text: string;
  readonly sheet?: string;
  readonly bold?: boolean;
}

/** What stands on one worksheet: a title in A1, lines below it in column A, then at most one table. */
export interface SheetContent {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly SheetLine[];
  readonly table: TableBlock | null;
  /** True when the first column names sheets, to be linked to. */
  readonly linkFirstColumn?: boolean;
}

/**
 * Add a worksheet: no merged cells, no empty cell in the table, one header row, cursor in A1. Long lines above the table
 * are broken over several rows, and rows are as high as their text, so that a page of it can be read in any program.
 */
export function addSheet(workbook: Workbook, content: SheetContent): void {
  const widths = content.table === null ? [leastWidth] : columnWidths(content.table);
  const page = Math.max(sum(widths), leastWidth);
  const lines = content.lines.flatMap((line) =>
    wrapText(plainText(line.text), page, (text) => measure(text, line.bold === true)).map((text) => ({
      ...line,
      text,
    })),
  );
  const headerRow = lines.length + 2;
  const rows = content.table === null ? lines.length + 1 : headerRow + content.table.rows.length;
  const spare = Math.ceil((page - sum(widths)) / spareWidth);
  const columns = [...widths, ...Array.from({ length: spare }, () => spareWidth)];
  const worksheet = workbook.addWorksheet(content.name, {
    views: [{ state: "normal", activeCell: "A1" }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      // exceljs puts a $ before each of the two cells, and none before their rows.
      printArea: `A$1:${columnLetters(columns.length - 1)}$${rows}`,
      ...(content.table === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
    },
  });
  columns.forEach((width, index) => (worksheet.getColumn(index + 1).width = width));
  const title = worksheet.getCell(1, 1);
  title.value = plainText(content.title);
  title.font = { ...font, size: 14, bold: true };
  worksheet.getRow(1).height = 26;
  lines.forEach((line, index) => {
    writeLine(worksheet.getCell(index + 2, 1), line);
    worksheet.getRow(index + 2).height = lineHeight;
  });
  if (content.table !== null)
    writeTable(worksheet, content.table, widths, headerRow, content.linkFirstColumn === true);
}

const font = { name: "Arial", size: 11 } as const;

/** Least width of a sheet on paper, in characters: a narrower table would be printed beside its own cut-off title. */
const leastWidth = 100;
const spareWidth = 10;

/** Width of a text in the unit of column widths: a figure of the workbook's own font, 7 pixels wide. */
const measure: Measure = (text, bold) => (textWidth(text, { fontSize: 14.67, bold }) * arialToDejaVu) / 7;

/** In points; Excel allows no row higher than this. */
const lineHeight = 15;
const highestRow = 400;

function writeLine(cell: Cell, line: SheetLine): void {
  if (line.sheet === undefined) {
    cell.value = line.text;
    cell.font = { ...font, bold: line.bold === true };
  } else linkTo(cell, line.sheet, line.text);
}

function linkTo(cell: Cell, sheet: string, text: string): void {
  cell.value = { text: plainText(text), hyperlink: `#'${sheet}'!A1` };
  cell.font = { ...font, color: { argb: "FF005EB8" }, underline: true };
}

function writeTable(
  worksheet: Worksheet,
  table: TableBlock,
  widths: readonly number[],
  headerRow: number,
  links: boolean,
): void {
  const headings = table.columns.map((_, index) => headingOf(table, index));
  worksheet.addTable({
    name: `table_${table.id.replace(/[^a-z0-9]/g, "_")}`,
    ref: `A${headerRow}`,
    headerRow: true,
    totalsRow: false,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: headings.map((name) => ({ name, filterButton: false })),
    rows: table.rows.map((row) => row.map(cellValue)),
  });
  worksheet.getRow(headerRow).height = rowHeight(headings, widths, true);
  table.columns.forEach((column, index) => {
    const horizontal = column.align;
    const heading = worksheet.getCell(headerRow, index + 1);
    heading.font = { ...font, bold: true };
    const indent = horizontal === "left" && index > 0 ? 1 : 0;
    heading.alignment = { horizontal, indent, vertical: "bottom", wrapText: true };
    table.rows.forEach((row, rowIndex) => {
      const cell = worksheet.getCell(headerRow + 1 + rowIndex, index + 1);
      const content = row[index];
      cell.font = font;
      cell.alignment = { horizontal, indent, vertical: "top", wrapText: true };
      if (content?.kind === "number") cell.numFmt = content.format;
      if (links && index === 0) linkTo(cell, cellText(content), cellText(content));
    });
  });
  table.rows.forEach((row, rowIndex) => {
    worksheet.getRow(headerRow + 1 + rowIndex).height = rowHeight(row.map(cellText), widths, false);
  });
}

/**
 * The heading of a column. Where numbers of people in it are rounded it says to what: a cell that holds a number alone has no
 * room for the "about" that stands before it in the report.
 */
function headingOf(table: TableBlock, index: number): string {
  const steps = table.rows.flatMap((row) => {
    const cell = row[index];
    return cell?.kind === "number" && cell.peopleTo !== undefined ? [cell.peopleTo] : [];
  });
  const heading = plainText(table.columns[index]?.heading ?? "");
  const told = [...new Set(steps)].sort((a, b) => a - b).join(" or ");
  return told === "" ? heading : `${heading} (to the nearest ${told})`;
}

/** Height of the highest cell of a row, wrapped in its column; programs other than Excel do not work it out. */
function rowHeight(texts: readonly string[], widths: readonly number[], bold: boolean): number {
  const lines = texts.map((text, index) => {
    const room = (widths[index] ?? 0) - 1;
    const width = (line: string) => measure(line, bold);
    return sum(wrapText(text, room, width).map((line) => Math.max(1, Math.ceil(width(line) / room))));
  });
  return Math.min(highestRow, Math.max(1, ...lines) * lineHeight);
}

/** What a cell keeps free at its sides, with a little room for other programs' fonts. */
const cellPadding = 2;

function cellValue(cell: TableCell): string | number {
  return cell.kind === "number" ? cell.value : printCell(cell);
}

function cellText(cell: TableCell | undefined): string {
  return cell === undefined ? "" : printCell(cell);
}

/** In characters of the sheet's font: numbers on one line, text wrapped at a width that can be read. */
function columnWidths(table: TableBlock): readonly number[] {
  const words = table.columns.length > 6 ? 34 : 60;
  return columnNeeds(table, measure).map(({ least, most }, index) => {
    const widest = table.columns[index]?.align === "right" ? 12 : words;
    return Math.ceil(Math.min(Math.max(least, Math.min(most, widest), 8), 60)) + cellPadding;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
