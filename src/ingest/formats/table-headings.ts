import { plainWords } from "../../study/wording.js";
import type { CellGrid } from "../grid.js";
import { cellText, headOf, rowsFrom } from "../grid.js";

/** Columns of the tables that are no survey, in the order of the files that `pilot-eval new` writes. */
export const tableHeadings = {
  cohort: ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"],
  hr: ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"],
} as const;

/** Lines of one's own are sometimes put above the header; it is looked for no further down than this. */
const furthest = 10;

/**
 * Rows from the header on: the first of the first ten rows that holds at least half of these headings, and all below it.
 * All rows, when none does.
 */
export function fromHeader(grid: CellGrid, headings: readonly string[]): CellGrid {
  const wanted = headings.map(comparableHeading);
  const header = headOf(grid)
    .slice(0, furthest)
    .findIndex((row) => {
      const found = new Set(row.cells.map((cell) => comparableHeading(cellText(cell))));
      return wanted.filter((heading) => found.has(heading)).length * 2 >= wanted.length;
    });
  return rowsFrom(grid, Math.max(0, header));
}

/**
 * A heading of a plain table as it is compared: case, white space, hyphens and underscores do not count.
 *
 * @example comparableHeading(" Start Date") // => "start_date"
 */
export function comparableHeading(heading: string): string {
  return plainWords(heading).replace(/[\s_-]+/g, "_");
}
