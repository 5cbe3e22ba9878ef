import type { Cell, Workbook, Worksheet } from "exceljs";
import { columnNeeds } from "./column-widths.js";
import type { TableBlock, TableCell } from "./document.js";
import { plainText } from "./plain-text.js";
import { printCell } from "./shorthand.js";

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

/** Add a worksheet: no merged cells, no empty cell in the table, one header row, cursor in A1. */
export function addSheet(workbook: Workbook, content: SheetContent): void {
  const worksheet = workbook.addWorksheet(content.name, {
    views: [{ state: "normal", activeCell: "A1" }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  });
  const title = worksheet.getCell(1, 1);
  title.value = plainText(content.title);
  title.font = { ...font, size: 14, bold: true };
  worksheet.getRow(1).height = 26;
  content.lines.forEach((line, index) => {
    writeLine(worksheet.getCell(index + 2, 1), line);
    worksheet.getRow(index + 2).height = 18;
  });
  if (content.table === null) worksheet.getColumn(1).width = 100;
  else writeTable(worksheet, content.table, content.lines.length + 2, content.linkFirstColumn === true);
}

const font = { name: "Arial", size: 11 } as const;

function writeLine(cell: Cell, line: SheetLine): void {
  if (line.sheet === undefined) {
    cell.value = plainText(line.text);
    cell.font = { ...font, bold: line.bold === true };
  } else linkTo(cell, line.sheet, line.text);
}

function linkTo(cell: Cell, sheet: string, text: string): void {
  cell.value = { text: plainText(text), hyperlink: `#'${sheet}'!A1` };
  cell.font = { ...font, color: { argb: "FF005EB8" }, underline: true };
}

function writeTable(worksheet: Worksheet, table: TableBlock, headerRow: number, links: boolean): void {
  worksheet.addTable({
    name: `table_${table.id.replace(/[^a-z0-9]/g, "_")}`,
    ref: `A${headerRow}`,
    headerRow: true,
    totalsRow: false,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: table.columns.map((column) => ({ name: plainText(column.heading), filterButton: false })),
    rows: table.rows.map((row) => row.map(cellValue)),
  });
  columnWidths(table).forEach((width, index) => (worksheet.getColumn(index + 1).width = width));
  table.columns.forEach((column, index) => {
    const horizontal = column.align;
    const heading = worksheet.getCell(headerRow, index + 1);
    heading.font = { ...font, bold: true };
    heading.alignment = { horizontal, vertical: "bottom", wrapText: true };
    table.rows.forEach((row, rowIndex) => {
      const cell = worksheet.getCell(headerRow + 1 + rowIndex, index + 1);
      const content = row[index];
      cell.font = font;
      cell.alignment = { horizontal, vertical: "top", wrapText: true };
      if (content?.kind === "number") cell.numFmt = content.format;
      if (links && index === 0) linkTo(cell, cellText(content), cellText(content));
    });
  });
}

function cellValue(cell: TableCell): string | number {
  return cell.kind === "number" ? cell.value : printCell(cell);
}

function cellText(cell: TableCell | undefined): string {
  return cell === undefined ? "" : printCell(cell);
}

/** In characters of the sheet's font: numbers on one line, text wrapped at a width that can be read. */
function columnWidths(table: TableBlock): readonly number[] {
  const needs = columnNeeds(table, (text, bold) => text.length * (bold ? 1.15 : 1));
  return needs.map(({ least, most }, index) => {
    const widest = table.columns[index]?.align === "right" ? 16 : 60;
    return Math.ceil(Math.max(least, Math.min(most, widest), 9) * 1.1) + 2;
  });
}
