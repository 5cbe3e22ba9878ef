import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { filledTable } from "./filled-table.js";
import type { CountTable } from "./filled-table.js";

/** Pearson's chi-squared test of a table of counts, with Cramér's V. */
export interface ChiSquaredResult {
  readonly kind: "chiSquaredTest";
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Counts expected if rows and columns had nothing to do with each other, empty rows and columns left out. */
  readonly expected: CountTable;
  /** How many expected counts are below 5, of how many cells. */
  readonly cellsBelowFive: number;
  readonly cells: number;
  /** Why the p-value may mislead; absent when every expected count is at least 5. */
  readonly caution?: string;
  /** Strength of association, 0 to 1; from the statistic without correction. */
  readonly cramersV: number;
  /** The same, less what chance alone would give: 0 to 1. */
  readonly cramersVCorrected: number;
  readonly n: number;
  /** Places of the rows and columns that were empty, from 0. */
  readonly droppedRows: readonly number[];
  readonly droppedColumns: readonly number[];
  readonly method: "Pearson chi-squared" | "Pearson chi-squared, Yates' correction";
}

export interface ChiSquaredOptions {
  /** Yates' correction: for a table with two rows and two columns left, otherwise passed over. False unless told. */
  readonly yates?: boolean;
}

/**
 * Tests whether rows and columns of a table of counts have anything to do with each other.
 *
 * Empty rows and columns are left out and told. The p-value is an approximation that may mislead when an expected
 * count is below 5: `caution` says so, and the Fisher tests are exact. Yates' correction is off because it makes
 * the test too cautious. Each person counts once: repeated answers of one person break the test.
 *
 * @param table rows of whole counts, all of one length; the caller drops and counts the missing
 * @param options yates, to correct a 2 x 2 table
 * @returns the test and Cramér's V; unavailable when fewer than two rows or two columns hold anyone
 * @throws RangeError when a count is not a whole number, 0 or more, or the rows differ in length
 * @see Pearson (1900) Phil Mag 50:157-175; Yates (1934) J R Stat Soc Suppl 1:217-235; Cramér (1946) Mathematical
 * Methods of Statistics, section 21.9; Bergsma (2013) J Korean Stat Soc 42:323-328 (corrected V)
 * @example
 * chiSquaredTest([[8, 2], [1, 5]]) // => { statistic: 6.1121693, df: 1, pValue: 0.013425425, cellsBelowFive: 3, cramersV: 0.61807005 }
 */
export function chiSquaredTest(
  table: CountTable,
  { yates = false }: ChiSquaredOptions = {},
): ChiSquaredResult | Unavailable {
  const { counts, rowTotals, columnTotals, n, droppedRows, droppedColumns } = filledTable(
    table,
    "chiSquaredTest",
  );
  const [rows, columns] = [rowTotals.length, columnTotals.length];
  if (rows < 2) return unavailable("fewer than two rows of the table hold anyone");
  if (columns < 2) return unavailable("fewer than two columns of the table hold anyone");

  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n));
  const distances = counts.flatMap((row, i) => row.map((count, j) => Math.abs(count - expected[i]![j]!)));
  const isCorrected = yates && rows === 2 && columns === 2;
  const correction = isCorrected ? Math.min(0.5, ...distances) : 0;
  const squares = (less: number) =>
    expected.flat().reduce((sum, cell, index) => sum + (distances[index]! - less) ** 2 / cell, 0);
  const statistic = squares(correction);
  const df = (rows - 1) * (columns - 1);
  const cells = rows * columns;
  const cellsBelowFive = expected.flat().filter((cell) => cell < 5).length;
  return {
    kind: "chiSquaredTest",
    statistic,
    df,
    pValue: chiSquaredUpperTail(statistic, df),
    expected,
    cellsBelowFive,
    cells,
    ...(cellsBelowFive > 0 && { caution: `${cellsBelowFive} of ${cells} expected counts are below 5` }),
    ...associationOf(squares(0) / n, rows, columns, n),
    n,
    droppedRows,
    droppedColumns,
    method: isCorrected ? "Pearson chi-squared, Yates' correction" : "Pearson chi-squared",
  };
}

function associationOf(phiSquared: number, rows: number, columns: number, n: number) {
  const byChance = ((rows - 1) * (columns - 1)) / (n - 1);
  const corrected = Math.max(0, phiSquared - byChance);
  const shrunk = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const largest = Math.min(shrunk(rows), shrunk(columns)) - 1;
  return {
    cramersV: Math.min(1, Math.sqrt(phiSquared / (Math.min(rows, columns) - 1))),
    cramersVCorrected: corrected === 0 || largest <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / largest)),
  };
}
