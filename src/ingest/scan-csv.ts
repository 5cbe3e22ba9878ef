import type { CellStore } from "./cell-store.js";
import { growCellStore, newCellStore, storeCells } from "./cell-store.js";
import type { Delimiter } from "./delimiter.js";
import type { FoundCells } from "./find-cells.js";
import { findCells, roomForCells, specialBytes } from "./find-cells.js";
import type { CellGrid } from "./grid.js";
import { gridOfScan } from "./scanned-grid.js";

/** Places in a file are kept in 32 bits. */
const mostBytes = 0xffff_fffe;

/**
 * Scan a whole CSV file in UTF-8 into a grid, fast: RFC 4180 with any of the delimiters and any line ends. It means
 * exactly what `readCsv` means for the same text, and holds each different text of a column once. Row i of the grid is row i + 1 of
 * the file, and cells stand in their columns, so that every cell's place is known.
 *
 * Null for whatever `readCsv` would warn of or refuse (a stray quotation mark, text after a closing one, one never
 * closed), and for files too wide, too ragged or too long for the scanner: those are for the strict reader.
 *
 * @param bytes valid UTF-8 without a byte-order mark
 */
export function scanCsv(bytes: Uint8Array, delimiter: Delimiter): CellGrid | null {
  if (bytes.length > mostBytes) return null;
  const separator = delimiter.charCodeAt(0);
  const isSpecial = specialBytes(separator);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = roomForCells();
  const columns: CellStore[] = [];
  let widths = new Uint16Array(0);
  let row = 0;
  for (let at: number | null = 0; at < bytes.length; row += found.rows) {
    at = findCells(bytes, at, separator, isSpecial, found);
    if (at === null) return null;
    const needed = row + found.rows;
    if (needed > widths.length) {
      const rows = roomFor(needed, at, bytes.length);
      for (const column of columns) growCellStore(column, rows);
      const wider = new Uint16Array(rows);
      wider.set(widths);
      widths = wider;
    }
    const width = noteWidths(found, widths, row);
    if (isTooRagged(Math.max(width, columns.length), widths.length, bytes.length)) return null;
    while (columns.length < width) columns.push(newCellStore(widths.length));
    columns.forEach((column, position) => {
      storeCells(column, position, row, view, found);
    });
  }
  return gridOfScan({ bytes, columns, widths: widths.subarray(0, row), isSpecial });
}

/** Note how wide each row is; returns how wide the widest is. */
function noteWidths({ firsts, rows }: FoundCells, widths: Uint16Array, row: number): number {
  let widest = 0;
  for (let index = 0; index < rows; index += 1) {
    const width = firsts[index + 1]! - firsts[index]!;
    widths[row + index] = width;
    if (width > widest) widest = width;
  }
  return widest;
}

/** Rows to make room for when `row` rows took `at` of the file's bytes. */
function roomFor(row: number, at: number, length: number): number {
  return at >= length ? row : Math.ceil(Math.max(1.25 * row, 1.01 * (row / at) * length));
}

/** Whether the columns would take far more room than the file itself, as when a few rows are much wider than the rest. */
function isTooRagged(columns: number, rows: number, length: number): boolean {
  return columns * rows > 4 * length + 1_000_000;
}
