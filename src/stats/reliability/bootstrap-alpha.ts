import { checkFinite, checkLength } from "../check-values.js";
import { bootstrap } from "../resampling/bootstrap.js";
import type { BootstrapInterval, BootstrapOptions } from "../resampling/bootstrap-interval.js";
import type { StatisticOfRows } from "../resampling/jackknife.js";
import type { Unavailable } from "../unavailable.js";
import { alphaOf, scaleVariances } from "./alpha.js";
import { itemCovariances } from "./item-columns.js";
import type { ItemColumns } from "./item-columns.js";

/**
 * A seeded bootstrap interval of Cronbach's alpha: people are resampled, each with all their answers.
 *
 * Unlike Feldt's interval it takes neither normal scores nor equal errors for granted, at the price of trusting the
 * sample to stand for everyone: with few people it tends to come out too narrow. Resamples in which everyone has
 * the same total are dropped and counted.
 *
 * @param items one column an item, one place a person, scored in one direction; complete people only, the caller drops
 * and counts the others
 * @param options seed, family, replicates, method, level; bootstrap-t is not for alpha, which has no standard error of
 * the resample here
 * @returns alpha and its interval; unavailable with fewer than 2 people or items, or when everyone has the same total
 * @throws RangeError when a column has another length, a value is not finite, or an option is outside its range
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, chapters 13 and 14; {@link cronbachAlpha}
 * @example
 * bootstrapAlpha([[4, 3, 5, 2, 4, 1], [5, 3, 5, 2, 3, 2], [4, 2, 5, 3, 4, 1]], { seed: 1, family: "alpha" }) // => { kind: "bootstrapInterval", n: 6, replicates: 9999, dropped: 1 }
 */
export function bootstrapAlpha(
  items: ItemColumns,
  options: Omit<BootstrapOptions, "method"> & { readonly method?: "percentile" | "BCa" },
): BootstrapInterval | Unavailable {
  const covariances = itemCovariances(items, "bootstrapAlpha");
  if ("kind" in covariances) return covariances;
  const alpha = alphaOf(scaleVariances(covariances.covariance));
  return typeof alpha === "number" ? bootstrap(covariances.n, alphaOfRows(items), options) : alpha;
}

/**
 * Cronbach's alpha of chosen people, some of them more than once.
 *
 * @param items one column an item, one place a person
 * @returns a function of the people's row numbers, to be passed to bootstrap or jackknife; NaN when they all have the
 * same total
 * @throws RangeError when a column has another length or a value is not finite
 * @see {@link bootstrapAlpha}
 * @example
 * alphaOfRows([[4, 3, 5, 2], [5, 3, 5, 2], [4, 2, 5, 3]])(Int32Array.of(0, 1, 2, 3)) // => 0.93854749
 */
export function alphaOfRows(items: ItemColumns): StatisticOfRows {
  const n = items[0]?.length ?? 0;
  const columns = items.map((item, index) => {
    const where = `alphaOfRows: items[${index}]`;
    checkLength(item.length, n, where);
    const first = item[0] as number;
    return Float64Array.from(checkFinite(item, where), (value) => value - first);
  });
  const totals = Float64Array.from({ length: n }, (_, person) =>
    columns.reduce((sum, column) => sum + column[person]!, 0),
  );
  return (rows) => {
    const ofItems = columns.reduce((sum, column) => sum + varianceOf(column, rows), 0);
    const alpha = alphaOf({ items: columns.length, ofItems, ofTotals: varianceOf(totals, rows) });
    return typeof alpha === "number" ? alpha : NaN;
  };
}

function varianceOf(values: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += values[row] as number;
  const mean = sum / rows.length;
  let squares = 0;
  for (const row of rows) squares += ((values[row] as number) - mean) ** 2;
  return squares / (rows.length - 1);
}
