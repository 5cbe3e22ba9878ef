import type { CellStore } from "./cell-store.js";
import { growCellStore, newCellStore, storeCell } from "./cell-store.js";
import type { Delimiter } from "./delimiter.js";
import type { CellGrid } from "./grid.js";
import { gridOfScan } from "./scanned-grid.js";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A row of more bytes is left to the strict reader, which knows when to refuse it. */
const longestRow = 1_000_000;
/** Wider than a spreadsheet can be: left to the strict reader. */
const mostColumns = 16_384;
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
  const isSpecial = new Uint8Array(256);
  for (const byte of [separator, quote, lineFeed, carriageReturn]) isSpecial[byte] = 1;
  const length = bytes.length;
  const columns: CellStore[] = [];
  let widths = new Uint16Array(Math.min(1024, length + 1));
  let row = 0;
  let at = 0;
  while (at < length) {
    if (row === widths.length) {
      const rows = roomFor(row, at, length);
      if (isTooRagged(columns.length, rows, length)) return null;
      for (const column of columns) growCellStore(column, rows);
      const wider = new Uint16Array(rows);
      wider.set(widths);
      widths = wider;
    }
    const begin = at;
    for (let position = 0; ; position += 1) {
      let start = at;
      let end: number;
      let hash = 0;
      let byte = 0;
      while (at < length && isSpecial[(byte = bytes[at]!)] === 0) {
        hash = Math.imul(hash ^ byte, 0x01000193);
        at += 1;
      }
      end = at;
      if (at < length && byte === quote) {
        if (at !== start) return null;
        start = at += 1;
        for (;;) {
          while (at < length && (byte = bytes[at]!) !== quote) {
            hash = Math.imul(hash ^ byte, 0x01000193);
            at += 1;
          }
          end = at;
          at += 1;
          if (end >= length) return null;
          if (at >= length || bytes[at] !== quote) break;
          hash = Math.imul(hash ^ quote, 0x01000193);
          at += 1;
        }
        if (at < length) {
          byte = bytes[at]!;
          if (byte === quote || isSpecial[byte] === 0) return null;
        }
      }
      if (position === columns.length) {
        if (position === mostColumns || isTooRagged(position + 1, widths.length, length)) return null;
        columns.push(newCellStore(widths.length));
      }
      if (end > start) storeCell(columns[position]!, row, bytes, start, end, hash);
      if (at < length && byte === separator) {
        at += 1;
        continue;
      }
      widths[row] = position + 1;
      at += byte === carriageReturn && at + 1 < length && bytes[at + 1] === lineFeed ? 2 : 1;
      break;
    }
    row += 1;
    if (at - begin > longestRow) return null;
  }
  return gridOfScan({ bytes, columns, widths: widths.subarray(0, row), isSpecial });
}

/** Rows to make room for when `row` rows took `at` of the file's bytes. */
function roomFor(row: number, at: number, length: number): number {
  return Math.ceil(Math.max(1.25 * row, 1.01 * (row / at) * length));
}

/** Whether the columns would take far more room than the file itself, as when a few rows are much wider than the rest. */
function isTooRagged(columns: number, rows: number, length: number): boolean {
  return columns * rows > 4 * length + 1_000_000;
}
