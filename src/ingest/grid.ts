import type { CellValue, CodeBehind } from "../core/table.js";
import type { Sheet } from "./workbook.js";

/** The cells of a CSV file or one worksheet. Rows are counted from 0 here, columns too. */
export interface CellGrid {
  /** How many rows there are. */
  readonly height: number;
  /** Cells in the widest row. */
  readonly width: number;
  /** Row as a spreadsheet shows it, counted from 1; line breaks inside a cell do not count. */
  rowNumber(index: number): number;
  /** How many cells a row has: less or more than the header in a ragged file. */
  widthOf(index: number): number;
  /** What a cell holds; null when it holds nothing or is not there. */
  cell(index: number, position: number): CellValue;
  /** What the columns are, by position, in a file that describes them beside its rows, as SPSS does. */
  readonly columns?: readonly DescribedColumn[];
  /** A column with each of its texts once, where the grid holds it so: `texts[codes[index]]` is the cell. */
  coded?(position: number): CodedColumn | null;
}

/** A column as its file describes it. */
export interface DescribedColumn {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly codes: ReadonlyMap<string, CodeBehind>;
}

/** The cells of a column, by row, as numbers of its different texts. The first is no text, for cells that are empty. */
export interface CodedColumn {
  readonly texts: readonly (string | null)[];
  readonly codes: Uint16Array;
}

/** One row of a grid, its cells by position. Cells that hold nothing are null. */
export interface GridRow {
  /** Row as a spreadsheet shows it, counted from 1. */
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** How far down a header is looked for, and what stands below it. */
const headRows = 40;

/** The first rows of a grid, in which a format looks for its header. */
export function headOf(grid: CellGrid): readonly GridRow[] {
  return Array.from({ length: Math.min(headRows, grid.height) }, (_, index) => rowOf(grid, index));
}

/** One row of a grid. */
export function rowOf(grid: CellGrid, index: number): GridRow {
  const cells = Array.from({ length: grid.widthOf(index) }, (_, position) => grid.cell(index, position));
  return { row: grid.rowNumber(index), cells };
}

/** The rows of a grid from one on. */
export function rowsFrom(grid: CellGrid, first: number): CellGrid {
  const from = Math.min(first, grid.height);
  return {
    height: grid.height - from,
    width: grid.width,
    rowNumber: (index) => grid.rowNumber(index + from),
    widthOf: (index) => grid.widthOf(index + from),
    cell: (index, position) => grid.cell(index + from, position),
    coded: (position) => {
      const column = grid.coded?.(position) ?? null;
      return column && { ...column, codes: column.codes.subarray(from) };
    },
  };
}

/** A worksheet as a grid, every row as wide as the widest. Only cells that hold something take memory. */
export function gridOfSheet({ rows }: Sheet): CellGrid {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, (cells.at(-1)?.column ?? -1) + 1);
  return {
    height: rows.length,
    width,
    rowNumber: (index) => rows[index]!.row,
    widthOf: () => width,
    cell: (index, position) => findCell(rows[index]!.cells, position),
  };
}

/** The value at a position; cells stand in the order of their columns, mostly with none left out. */
function findCell(cells: Sheet["rows"][number]["cells"], position: number): CellValue {
  let low = 0;
  let high = Math.min(position, cells.length - 1);
  while (low <= high) {
    const middle = cells[high]!.column === position ? high : (low + high) >> 1;
    const cell = cells[middle]!;
    if (cell.column === position) return cell.value;
    if (cell.column < position) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Rows of text as a grid; row numbers are positions counted from 1. */
export function gridOfText(rows: readonly (readonly string[])[]): CellGrid {
  return gridOfRows(
    rows.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => (cell === "" ? null : cell)) })),
  );
}

/** Rows that are there already as a grid. */
export function gridOfRows(rows: readonly GridRow[]): CellGrid {
  return {
    height: rows.length,
    width: rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
    rowNumber: (index) => rows[index]!.row,
    widthOf: (index) => rows[index]!.cells.length,
    cell: (index, position) => rows[index]!.cells[position] ?? null,
  };
}

/**
 * Whether a cell holds nothing a person would see.
 *
 * @example isBlank(" \n") // => true
 */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Whether a row of a grid holds nothing a person would see. */
export function isBlankRow(grid: CellGrid, index: number): boolean {
  const width = grid.widthOf(index);
  for (let position = 0; position < width; position += 1) {
    if (!isBlank(grid.cell(index, position))) return false;
  }
  return true;
}

/** A cell as text; nothing as the empty text. */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
