import { argumentError } from "../argument-error.js";
import { checkWhole } from "../check-values.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { drawBlocks } from "./blocks.js";
import type { Draw } from "./blocks.js";
import { bootstrapInterval, planOf } from "./bootstrap-interval.js";
import type { BootstrapInterval, BootstrapOptions } from "./bootstrap-interval.js";
import { fillIndices } from "./generator.js";
import { jackknife, jackknifeAcceleration } from "./jackknife.js";
import type { StatisticOfRows } from "./jackknife.js";
import { bcaInterval, bootstrapTInterval, percentileInterval } from "./replicate-intervals.js";
import { spreadOf } from "./spread.js";

/** Options of {@link bootstrap}; a standard error of the rows is needed for bootstrap-t alone. */
export interface RowsBootstrapOptions extends BootstrapOptions {
  /** 0 or NaN where the rows show none. */
  readonly standardError?: StatisticOfRows;
}

/**
 * A bootstrap interval of any statistic of rows: people, or answers, resampled whole.
 *
 * The statistic is given row numbers, and looks up whatever it needs: several columns at once, say. It must not keep or
 * change the list of rows. A resample on which it is NaN or infinite is dropped and counted.
 *
 * @param n rows, resampled with replacement; rows with missing values are dropped and counted by the caller
 * @param statistic of the rows whose numbers, 0 to n - 1, it is given
 * @param options seed, family, replicates, method, level
 * @returns estimate and interval; unavailable when n is below 2 or the statistic does not vary
 * @throws RangeError when n, replicates or level is out of range, or bootstrap-t has no standard error
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, chapters 2 and 5
 * @example
 * bootstrap(12, (rows) => rows.reduce((sum, row) => sum + row, 0) / 12, { seed: 1, family: "demo" }) // => { estimate: 5.5, n: 12, replicates: 10000, method: "bootstrap BCa, ties half below" }
 */
export function bootstrap(
  n: number,
  statistic: StatisticOfRows,
  options: RowsBootstrapOptions,
): BootstrapInterval | Unavailable {
  checkWhole(n, 0, "bootstrap: n");
  if (n < 2) return unavailable(n === 0 ? "nobody to resample" : "one value shows no spread");
  const estimate = statistic(allRows(n));
  if (!Number.isFinite(estimate)) return unavailable("the statistic has no value on these data");
  return options.method === "t"
    ? studentised(n, statistic, estimate, options)
    : fromReplicates(n, statistic, estimate, options);
}

/**
 * Draws resamples of rows and works out a statistic on each: one block of replicates for {@link bootstrap}.
 *
 * @param n rows, at least 1
 * @param statistic of the rows whose numbers it is given
 * @returns a function to be passed to drawBlock or drawBlocks
 * @see drawBlock in blocks.ts
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, resampleRows(9, (rows) => rows.length)) // => [9, 9]
 */
export function resampleRows(n: number, statistic: StatisticOfRows): () => Draw {
  return () => {
    const rows = new Int32Array(n);
    return (generator) => statistic(fillIndices(generator, n, rows));
  };
}

function fromReplicates(
  n: number,
  statistic: StatisticOfRows,
  estimate: number,
  options: RowsBootstrapOptions,
): BootstrapInterval | Unavailable {
  const plan = planOf(options);
  const drawn = drawBlocks(plan, resampleRows(n, statistic));
  const replicates = drawn.filter(Number.isFinite);
  if (replicates.every((value) => value === estimate))
    return unavailable("every resample gives the same value");
  const facts = {
    estimate,
    standardError: spreadOf(replicates),
    n,
    dropped: drawn.length - replicates.length,
  };
  if (options.method === "percentile")
    return bootstrapInterval(percentileInterval(replicates, options.level), facts, plan);
  const without = jackknife(n, statistic);
  if (!without.every(Number.isFinite))
    return unavailable("the statistic has no value when one of the rows is left out");
  const acceleration = jackknifeAcceleration(without);
  if (typeof acceleration !== "number") return acceleration;
  return bootstrapInterval(bcaInterval(replicates, { ...options, estimate, acceleration }), facts, plan);
}

function studentised(
  n: number,
  statistic: StatisticOfRows,
  estimate: number,
  options: RowsBootstrapOptions,
): BootstrapInterval | Unavailable {
  const errorOf = options.standardError;
  if (errorOf === undefined)
    throw argumentError("bootstrap: standardError", "a function of the rows, for method t", "none");
  const standardError = errorOf(allRows(n));
  if (!(standardError > 0)) return unavailable("the standard error is 0, so bootstrap-t has no unit");
  const plan = planOf(options);
  const pivot: StatisticOfRows = (rows) => (statistic(rows) - estimate) / errorOf(rows);
  const pivots = drawBlocks(plan, resampleRows(n, pivot));
  const interval = bootstrapTInterval(pivots, { estimate, standardError, level: options.level });
  return bootstrapInterval(interval, { estimate, standardError, n, dropped: 0 }, plan);
}

function allRows(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, row) => row);
}
