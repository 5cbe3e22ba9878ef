import { Buffer } from "node:buffer";
import type { Issue } from "../core/issue.js";
import { readCsv } from "./csv.js";
import type { Delimiter } from "./delimiter.js";
import { findDelimiter } from "./delimiter.js";
import type { CellGrid } from "./grid.js";
import { gridOfText } from "./grid.js";
import { scanCsv } from "./scan-csv.js";

/** The first bytes of a file, by which its delimiter is found. */
const headBytes = 1_000_000;

/**
 * Read a CSV file into a grid, as `readCsv` reads it: scanned, which is fast, when nothing is wrong with its quotation
 * marks; else by the strict reader, which says what and in which row. No rows come back with an error.
 *
 * @param utf8 the file in UTF-8, without a byte-order mark
 */
export function readCsvGrid(
  utf8: Uint8Array,
  file: string,
): { readonly cells: CellGrid; readonly delimiter: Delimiter; readonly issues: readonly Issue[] } {
  const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength);
  const { delimiter, from } = findDelimiter(text.toString("utf8", 0, headBytes));
  const scanned = scanCsv(utf8.subarray(from), delimiter);
  if (scanned) return { cells: scanned, delimiter, issues: [] };
  const { rows, issues } = readCsv(text.toString("utf8"), file, delimiter);
  return { cells: gridOfText(rows), delimiter, issues };
}
