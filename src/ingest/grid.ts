import type { CellValue } from "../core/table.js";
import type { Sheet } from "./workbook.js";

/** One row of cells, from CSV text or a worksheet alike. Cells that hold nothing are null. */
export interface GridRow {
  /** Row as a spreadsheet shows it, counted from 1; line breaks inside a cell do not count. */
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** Rows of a worksheet as a grid, every row as wide as the widest. */
export function gridOfSheet(sheet: Sheet): readonly GridRow[] {
  const positions = sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column));
  const width = positions.reduce((most, position) => Math.max(most, position + 1), 0);
  return sheet.rows.map(({ row, cells }) => {
    const wide: CellValue[] = new Array<CellValue>(width).fill(null);
    for (const cell of cells) wide[cell.column] = cell.value;
    return { row, cells: wide };
  });
}

/** Rows of text as a grid; row numbers are positions counted from 1. */
export function gridOfText(rows: readonly (readonly string[])[]): readonly GridRow[] {
  return rows.map((cells, index) => ({
    row: index + 1,
    cells: cells.map((cell) => (cell === "" ? null : cell)),
  }));
}

/**
 * Whether a cell holds nothing a person would see.
 *
 * @example isBlank(" \n") // => true
 */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** A cell as text; nothing as the empty text. */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
