import { plainWords } from "../../study/wording.js";
import type { GridRow } from "../grid.js";
import { cellText } from "../grid.js";

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
export function rowsFromHeader(rows: readonly GridRow[], headings: readonly string[]): readonly GridRow[] {
  const wanted = headings.map(comparableHeading);
  const header = rows.slice(0, furthest).findIndex((row) => {
    const found = new Set(row.cells.map((cell) => comparableHeading(cellText(cell))));
    return wanted.filter((heading) => found.has(heading)).length * 2 >= wanted.length;
  });
  return rows.slice(Math.max(0, header));
}

/**
 * A heading of a plain table as it is compared: case, white space, hyphens and underscores do not count.
 *
 * @example comparableHeading(" Start Date") // => "start_date"
 */
export function comparableHeading(heading: string): string {
  return plainWords(heading).replace(/[\s_-]+/g, "_");
}
