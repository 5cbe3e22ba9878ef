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
    const found = wordsOf(row);
    return wanted.every((heading) => found.has(heading));
  });
}

/** The topmost row that holds all headings of one of these sets; -1 when there is none. */
export function findAnyHeader(rows: readonly GridRow[], sets: readonly (readonly string[])[]): number {
  const found = sets.map((headings) => findHeader(rows, headings)).filter((index) => index >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/** What a row holds, as plain words. */
export function wordsOf(row: GridRow | undefined): ReadonlySet<string> {
  return new Set(row?.cells.map((cell) => plainWords(cellText(cell))));
}
