import type { Cell, DataValidation, Style } from "exceljs";
import { columnLetters } from "../core/table.js";
import { headerRow } from "../ingest/formats/cost-return-layout.js";
import type { Workbook, Worksheet } from "../ingest/workbook.js";

/** One column of a sheet of the template. */
export interface TemplateColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly check?: DataValidation;
  readonly format?: string;
  /** Holds numbers: set to the right. */
  readonly number?: boolean;
  /** Given by the template rather than filled in; drawn without the colour of a cell to fill in. */
  readonly given?: boolean;
}

export interface TemplateSheet {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** A line that must not be overlooked, such as that the data are made up. */
  readonly banner: string | undefined;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
  /** Empty lines after the rows. */
  readonly emptyRows: number;
}

const dark = "FF12436D";
const fillIn = "FFFFF9E5";
const line = "FFBFBFBF";
const font = "Arial";
const firstRow = headerRow + 1;

/**
 * Draw one sheet: title, hint, banner, then a table with a header row. Nothing is merged or hidden, so that a screen
 * reader and a program both find the table; it prints on landscape A4, one page wide, with its headings on each page.
 */
export function drawSheet(workbook: Workbook, sheet: TemplateSheet): Worksheet {
  const last = columnLetters(sheet.columns.length - 1);
  const rows = [
    ...sheet.rows,
    ...Array.from({ length: sheet.emptyRows }, () => sheet.columns.map(() => null)),
  ];
  const lastRow = headerRow + rows.length;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", ySplit: headerRow, activeCell: `A${firstRow}`, showGridLines: false }],
    properties: { defaultRowHeight: 16 },
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      printArea: `A1:${last}${lastRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&A&RPage &P of &N" },
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));

  write(worksheet.getCell("A1"), sheet.title, {
    font: { name: font, size: 16, bold: true, color: { argb: dark } },
  });
  write(worksheet.getCell("A2"), sheet.hint, { font: { name: font, size: 11 } });
  if (sheet.banner !== undefined)
    write(worksheet.getCell("A3"), sheet.banner, {
      font: { name: font, size: 11, bold: true, color: { argb: "FF801650" } },
    });
  worksheet.getRow(1).height = 26;
  worksheet.getRow(2).height = 18;
  worksheet.getRow(3).height = 20;
  worksheet.getRow(headerRow).height = 36;

  worksheet.addTable({
    name: `Table${sheet.name.replace(/[^A-Za-z]/g, "")}`,
    ref: `A${headerRow}`,
    headerRow: true,
    style: { showRowStripes: false },
    columns: sheet.columns.map((column) => ({ name: column.heading, filterButton: false })),
    rows: rows.map((row) => [...row]),
  });
  sheet.columns.forEach((column, position) => drawColumn(worksheet, column, position + 1, lastRow));
  rows.forEach((row, index) => (worksheet.getRow(firstRow + index).height = heightOf(row, sheet.columns)));
  return worksheet;
}

/** Height in points that shows all wrapped text: programs do not agree on growing a row by themselves. */
function heightOf(row: TemplateSheet["rows"][number], columns: readonly TemplateColumn[]): number {
  const lines = columns.map(({ width }, position) => linesOf(row[position] ?? null, width - 3));
  return 5 + 14.5 * Math.max(1, ...lines);
}

function linesOf(value: string | number | Date | null, width: number): number {
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
  const edge = { style: "thin", color: { argb: line } } as const;
  Object.assign(worksheet.getCell(headerRow, position), {
    font: { name: font, size: 11, bold: true, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: dark } },
    alignment: {
      vertical: "middle",
      wrapText: true,
      horizontal: column.number ? "right" : "left",
      indent: 1,
    },
  } satisfies Partial<Style>);
  for (let row = firstRow; row <= lastRow; row++) {
    const cell = worksheet.getCell(row, position);
    Object.assign(cell, {
      font: { name: font, size: 11 },
      alignment: {
        vertical: "middle",
        wrapText: true,
        horizontal: column.number ? "right" : "left",
        indent: 1,
      },
      border: { top: edge, left: edge, bottom: edge, right: edge },
      ...(column.given
        ? {}
        : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: fillIn } } as const }),
      ...(column.format === undefined ? {} : { numFmt: column.format }),
    } satisfies Partial<Style>);
    if (column.check) cell.dataValidation = column.check;
  }
}

function write(cell: Cell, text: string, style: Partial<Style>): void {
  cell.value = text;
  Object.assign(cell, style);
}
