import { plainWords } from "../../study/wording.js";
import type { GridRow } from "../grid.js";
import { cellText } from "../grid.js";

/** Notes are sometimes put above the header; it is looked for no further down than this. */
const furthest = 10;

/**
 * Index of the first row that holds all these headings, in any order; -1 when none of the first ten does.
 *
 * @example findHeader([{ row: 1, cells: ["Timestamp", "Q1"] }], ["timestamp"]) // => 0
 */
export function findHeader(rows: readonly GridRow[], headings: readonly string[]): number {
  const wanted = headings.map(plainWords);
  return rows.slice(0, furthest).findIndex((row) => {
    const found = new Set(row.cells.map((cell) => plainWords(cellText(cell))));
    return wanted.every((heading) => found.has(heading));
  });
}
