import { rangeOf } from "./range.js";

/** Two numbers closer than this share of the larger are taken as equal, because rounding alone parts them so far. */
export const ROUNDING = 1e-12;

/** Outcomes count as equally likely when their probabilities differ by less than this share of themselves, as in R. */
export const EQUALLY_LIKELY = 1e-7;

/**
 * Whether numbers differ by no more than rounding.
 *
 * Values that were computed, such as means, are seldom equal to the last digit where they ought to be.
 *
 * @param values at least 1, finite
 * @returns true when the largest and the smallest are within 1e-12 of the larger in size
 * @see Higham (2002) Accuracy and Stability of Numerical Algorithms, chapter 4 (errors of sums)
 * @example
 * differOnlyByRounding([0.1 + 0.2, 0.3]) // => true
 */
export function differOnlyByRounding(values: readonly number[]): boolean {
  const [low, high] = rangeOf(values);
  return high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
}
