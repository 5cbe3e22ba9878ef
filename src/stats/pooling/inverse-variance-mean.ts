import { argumentError } from "../argument-error.js";
import { checkFinite, checkLength } from "../check-values.js";
import { largestSize, rangeOf } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";

/** Estimates of the same quantity from separate studies, sites or clusters, with their variances. */
export interface EstimatesWithVariances {
  readonly estimates: readonly number[];
  /** Squared standard errors, in the order of the estimates. */
  readonly variances: readonly number[];
}

/** A mean of estimates weighted by what is known about each, and the sums that pooling needs. */
export interface InverseVarianceMean {
  readonly mean: number;
  /** One over each variance, with tau-squared added to it. */
  readonly weights: readonly number[];
  readonly totalWeight: number;
  readonly totalSquaredWeight: number;
  /** Weighted squares of the estimates around the mean: Cochran's Q when tauSquared is 0. */
  readonly weightedSquares: number;
}

/** Cubes of weights, and squares of estimates times them, stay doubles within this. */
const LARGEST_VARIANCE = 1e100;
/** What a search halving its bracket can span. */
const LARGEST_SPAN = 1e50;

/**
 * The mean of estimates, each weighted by one over its variance within plus the variance between.
 *
 * @param estimates at least 1, in one unit
 * @param variances above 0, in the order of the estimates
 * @param tauSquared variance between studies, 0 or more; 0 gives the common-effect mean
 * @returns the mean and its sums
 * @see Cochran (1954) Biometrics 10:101-129
 * @example
 * inverseVarianceMean([0, 3], [1, 2], 0) // => { mean: 1, totalWeight: 1.5, weightedSquares: 3 }
 */
export function inverseVarianceMean(
  estimates: readonly number[],
  variances: readonly number[],
  tauSquared: number,
): InverseVarianceMean {
  const weights = variances.map((variance) => 1 / (variance + tauSquared));
  const totalWeight = sumOf(weights);
  const totalSquaredWeight = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const weighted = weights.reduce((sum, weight, index) => sum + weight * (estimates[index] as number), 0);
  const mean = weighted / totalWeight;
  const weightedSquares = weights.reduce(
    (sum, weight, index) => sum + weight * ((estimates[index] as number) - mean) ** 2,
    0,
  );
  return { mean, weights, totalWeight, totalSquaredWeight, weightedSquares };
}

/**
 * Refuses estimates that cannot be pooled because the caller got them wrong.
 *
 * @param toPool estimates and variances
 * @param where the function asking, for the error message
 * @returns how many estimates there are
 * @throws RangeError when the lengths differ, a value is not finite or a variance is not above 0
 * @example
 * checkEstimates({ estimates: [1, 2], variances: [0.1, 0.2] }, "poolRandomEffects") // => 2
 */
export function checkEstimates({ estimates, variances }: EstimatesWithVariances, where: string): number {
  checkLength(variances.length, estimates.length, `${where}: variances`);
  checkFinite(estimates, `${where}: estimates`);
  variances.forEach((variance, index) => {
    if (variance > 0 && variance < Infinity) return;
    throw argumentError(`${where}: variances[${index}]`, "a finite number more than 0", variance);
  });
  return estimates.length;
}

/**
 * Whether estimates and variances are of sizes that pooling can compute with: no data of people come near the edges.
 *
 * @param toPool estimates, at least 1, and variances above 0
 * @returns false when a variance is outside 1e-100 to 1e100, or the smallest is 1e50 times below the largest or below the
 * square of the largest estimate
 * @see {@link inverseVarianceMean}
 * @example
 * arePoolable({ estimates: [1, 2], variances: [1e-300, 1e300] }) // => false
 */
export function arePoolable({ estimates, variances }: EstimatesWithVariances): boolean {
  const [least, most] = rangeOf(variances);
  const largest = Math.max(most, largestSize(estimates) ** 2);
  return least >= 1 / LARGEST_VARIANCE && largest <= LARGEST_VARIANCE && largest / least <= LARGEST_SPAN;
}
