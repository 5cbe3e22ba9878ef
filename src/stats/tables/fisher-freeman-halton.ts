import { checkWhole } from "../check-values.js";
import { logFactorial } from "../numeric/log-factorial.js";
import { EQUALLY_LIKELY } from "../numeric/rounding.js";
import { generatorFor, nextIndex } from "../resampling/generator.js";
import type { GeneratorState } from "../draws/xoshiro.js";
import { monteCarloError, monteCarloPValue } from "../resampling/monte-carlo.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { filledTable } from "./filled-table.js";
import type { CountTable, FilledTable } from "./filled-table.js";
import { probabilityUpTo } from "./table-probability.js";

/** Fisher's exact test of a table of any size. */
export interface FisherFreemanHaltonResult {
  readonly kind: "fisherFreemanHaltonTest";
  readonly pValue: number;
  readonly n: number;
  /** Places of the rows and columns that were empty, from 0. */
  readonly droppedRows: readonly number[];
  readonly droppedColumns: readonly number[];
  /** How the p-value was estimated when the tables were too many to go through. */
  readonly monteCarlo?: { readonly tables: number; readonly seed: number; readonly standardError: number };
  readonly method:
    | "Fisher-Freeman-Halton, exact, tables no likelier than the one seen"
    | "Fisher-Freeman-Halton, Monte Carlo, tables no likelier than the one seen";
}

export interface FisherFreemanHaltonOptions {
  /** Of the random tables, a whole number; 1 unless told. */
  readonly seed?: number;
  /** How many random tables; 10,000 unless told. */
  readonly tables?: number;
  /** True: draw random tables without trying the exact way. */
  readonly monteCarlo?: boolean;
}

/** With more, going through tables and drawing them both take too long. */
const MOST_PEOPLE = 1e5;

/**
 * Tests whether rows and columns of a table of counts have anything to do with each other, by Fisher's exact test
 * for any number of rows and columns.
 *
 * The p-value is the probability of all tables with these totals that are no likelier than the one seen (within a
 * share of 1e-7). A fixed limit of work decides whether they are gone through or, when there are too many, drawn at
 * random: then `monteCarlo` tells how many and how precise that is, and the p-value is (hits + 1) / (tables + 1).
 * Empty rows and columns are left out and told. The test looks for any difference: for ordered answers a trend or
 * rank test sees more.
 *
 * @param table rows of whole counts, all of one length; the caller drops and counts the missing
 * @param options seed and number of random tables
 * @returns the test; unavailable when fewer than two rows or two columns hold anyone, or
 * there are more than 100,000 people
 * @throws RangeError when a count is not a whole number, 0 or more, the rows differ in length, or tables is not a
 * whole number from 1
 * @see Freeman & Halton (1951) Biometrika 38:141-149; Mehta & Patel (1983) JASA 78:427-434; Davison & Hinkley
 * (1997) Bootstrap Methods and their Application, section 4.2 (the 1 that is added)
 * @example
 * fisherFreemanHaltonTest([[3, 1, 4], [2, 6, 5], [0, 2, 7]]) // => { pValue: 0.17075402, n: 30 }
 */
export function fisherFreemanHaltonTest(
  table: CountTable,
  { seed = 1, tables = 10_000, monteCarlo = false }: FisherFreemanHaltonOptions = {},
): FisherFreemanHaltonResult | Unavailable {
  checkWhole(tables, 1, "fisherFreemanHaltonTest: tables");
  const filled = filledTable(table, "fisherFreemanHaltonTest");
  const { counts, rowTotals, columnTotals, n, droppedRows, droppedColumns } = filled;
  if (rowTotals.length < 2) return unavailable("fewer than two rows of the table hold anyone");
  if (columnTotals.length < 2) return unavailable("fewer than two columns of the table hold anyone");
  if (n > MOST_PEOPLE) return unavailable("more than 100,000 people, too many for an exact test");

  const length = EQUALLY_LIKELY - counts.flat().reduce((sum, count) => sum + logFactorial(count), 0);
  const exact = monteCarlo ? null : probabilityUpTo(rowTotals, columnTotals, length);
  const dropped = { n, droppedRows, droppedColumns };
  if (exact !== null)
    return {
      kind: "fisherFreemanHaltonTest",
      pValue: exact,
      ...dropped,
      method: "Fisher-Freeman-Halton, exact, tables no likelier than the one seen",
    };
  const hits = hitsOf(filled, length, tables, generatorFor(seed, "fisherFreemanHaltonTest"));
  const pValue = monteCarloPValue(hits, tables);
  return {
    kind: "fisherFreemanHaltonTest",
    pValue,
    ...dropped,
    monteCarlo: { tables, seed, standardError: monteCarloError(pValue, tables) },
    method: "Fisher-Freeman-Halton, Monte Carlo, tables no likelier than the one seen",
  };
}

/** How many random tables are no likelier than the one seen: people keep their columns and are dealt out to the rows anew. */
function hitsOf(
  { rowTotals, columnTotals, n }: FilledTable,
  length: number,
  tables: number,
  generator: GeneratorState,
): number {
  const logs = Float64Array.from({ length: n + 1 }, (_, count) => logFactorial(count));
  const people = Int32Array.from(
    columnTotals.flatMap((total, column) => new Array<number>(total).fill(column)),
  );
  const dealt = [...rowTotals].sort((a, b) => a - b).slice(0, -1);
  const counts = new Int32Array(columnTotals.length);
  let hits = 0;
  for (let drawn = 0; drawn < tables; drawn += 1) {
    const left = Int32Array.from(columnTotals);
    let weight = 0;
    let next = 0;
    for (const total of dealt) {
      counts.fill(0);
      for (const end = next + total; next < end; next += 1) {
        const picked = next + nextIndex(generator, n - next);
        const column = people[picked]!;
        people[picked] = people[next]!;
        people[next] = column;
        counts[column]! += 1;
      }
      counts.forEach((count, column) => {
        weight -= logs[count]!;
        left[column]! -= count;
      });
    }
    for (const count of left) weight -= logs[count]!;
    if (weight <= length) hits += 1;
  }
  return hits;
}
