import { sampleSpread } from "../means/summary.js";

/**
 * The variance of a group, exactly 0 when all its values are equal, whatever rounding makes of their mean.
 *
 * @param values at least 2, finite
 * @returns 0 or more, in the unit of the values squared, with n - 1 below the line
 * @see {@link sampleSpread}
 * @example
 * sampleVariance([0.1, 0.1, 0.1]) // => 0
 */
export function sampleVariance(values: readonly number[]): number {
  return values.every((value) => value === values[0]) ? 0 : sampleSpread(values) ** 2;
}
