import { largestSize } from "../numeric/range.js";
import {
  quantileSorted,
  mean as simpleMean,
  median as simpleMedian,
  sampleStandardDeviation,
} from "simple-statistics";
import { argumentError } from "../argument-error.js";
import { checkFinite, checkProbability } from "../check-values.js";

/**
 * How a quantile is read between two values: 7 puts the smallest value at 0 and the largest at 1 (R and
 * Excel QUANTILE.INC); 6 puts them at 1 / (n + 1) and n / (n + 1) (SPSS, Minitab and QUARTILE.EXC).
 */
export type QuantileType = 6 | 7;

/**
 * The arithmetic mean.
 *
 * @param values at least 1, in any unit; observed values only, the caller drops and counts the missing
 * @returns the mean, in the unit of the values
 * @throws RangeError when there are no values or one is not finite
 * @see simple-statistics, which sums with Kahan-Babuska correction
 * @example
 * mean([1, 2, 6]) // => 3
 */
export function mean(values: readonly number[]): number {
  if (values.length < 1) throw argumentError("mean: values", "at least 1", values.length);
  checkFinite(values, "mean: values");
  return scaled(values, simpleMean);
}

/**
 * The standard deviation of a sample, with n - 1 below the line.
 *
 * @param values at least 2, in any unit; observed values only, the caller drops and counts the missing
 * @returns 0 or more, in the unit of the values
 * @throws RangeError when there are fewer than 2 values or one is not finite
 * @see simple-statistics, which takes deviations from the mean before squaring
 * @example
 * standardDeviation([1, 2, 3]) // => 1
 */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) throw argumentError("standardDeviation: values", "at least 2", values.length);
  checkFinite(values, "standardDeviation: values");
  const spread = sampleSpread(values);
  if (spread === Infinity) throw argumentError("standardDeviation: values", "a spread below 1.8e308", spread);
  return spread;
}

/**
 * The standard deviation of a sample that was checked already: for a statistic that answers for its own values.
 *
 * @param values at least 2, finite, in any unit
 * @returns 0 or more, in the unit of the values; Infinity past the largest double
 * @see {@link standardDeviation}
 * @example
 * sampleSpread([1, 2, 3]) // => 1
 */
export function sampleSpread(values: readonly number[]): number {
  return scaled(values, sampleStandardDeviation);
}

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @param values at least 1, in any unit; observed values only, the caller drops and counts the missing
 * @returns the median, in the unit of the values
 * @throws RangeError when there are no values or one is not finite
 * @see simple-statistics
 * @example
 * median([5, 1, 2, 4]) // => 3
 */
export function median(values: readonly number[]): number {
  if (values.length < 1) throw argumentError("median: values", "at least 1", values.length);
  checkFinite(values, "median: values");
  return scaled(values, simpleMedian);
}

/**
 * The value with a given share of the sample below it.
 *
 * @param values at least 1, in any unit; observed values only, the caller drops and counts the missing
 * @param p share of the sample, 0 to 1
 * @param type how to read between two values, 7 unless told
 * @returns the quantile, in the unit of the values
 * @throws RangeError when there are no values, one is not finite or p is not from 0 to 1
 * @see Hyndman & Fan (1996) Am Stat 50:361-365, definitions 6 and 7; simple-statistics reads definition 7
 * @example
 * quantile([1, 2, 3, 4], 0.25) // => 1.75
 */
export function quantile(values: readonly number[], p: number, type: QuantileType = 7): number {
  if (values.length < 1) throw argumentError("quantile: values", "at least 1", values.length);
  checkProbability(p, "quantile: p");
  checkFinite(values, "quantile: values");
  const sorted = [...values].sort((a, b) => a - b);
  const share = type === 7 ? p : shareOfType7(p, sorted.length);
  return scaled(sorted, (numbers) => quantileSorted(numbers, share));
}

function shareOfType7(p: number, n: number): number {
  if (n === 1) return 0;
  return Math.min(1, Math.max(0, ((n + 1) * p - 1) / (n - 1)));
}

/** Sums and squares that leave the doubles are taken of the values as shares of the largest. */
function scaled(values: readonly number[], statistic: (values: number[]) => number): number {
  const found = statistic(values as number[]);
  if (Number.isFinite(found)) return found;
  const largest = largestSize(values);
  return largest * statistic(values.map((value) => value / largest));
}
