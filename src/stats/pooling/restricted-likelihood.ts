import { rangeOf } from "../numeric/range.js";
import { findRoot } from "../numeric/root.js";
import type { ValueAndSlope } from "../numeric/root.js";
import { inverseVarianceMean } from "./inverse-variance-mean.js";

const SCAN_STEPS = 200;
const SCAN_SPAN = 1e-8;

/**
 * The restricted log-likelihood of a variance between studies, less its constant.
 *
 * @param estimates at least 2, in one unit
 * @param variances above 0, in the order of the estimates
 * @param tauSquared variance between studies, 0 or more
 * @returns the log-likelihood, to be compared with itself at another tauSquared
 * @see Viechtbauer (2005) J Educ Behav Stat 30:261-293, equation 14
 * @example
 * restrictedLogLikelihood([0, 2], [1, 1], 1) // => -1.1931471805599454
 */
export function restrictedLogLikelihood(
  estimates: readonly number[],
  variances: readonly number[],
  tauSquared: number,
): number {
  const { totalWeight, weightedSquares } = inverseVarianceMean(estimates, variances, tauSquared);
  const logVariances = variances.reduce((sum, variance) => sum + Math.log(variance + tauSquared), 0);
  return -(logVariances + Math.log(totalWeight) + weightedSquares) / 2;
}

/**
 * The variance between studies where the restricted likelihood is highest, on 0 and above.
 *
 * The likelihood can have more than one peak; all are found and the highest is taken.
 *
 * @param estimates at least 2, in one unit
 * @param variances above 0, in the order of the estimates
 * @returns tau-squared, in the unit of the estimates squared
 * @see Viechtbauer (2005) J Educ Behav Stat 30:261-293
 * @example
 * restrictedTauSquared([0, 4], [1, 1]) // => 7
 */
export function restrictedTauSquared(estimates: readonly number[], variances: readonly number[]): number {
  const score = (tauSquared: number) => restrictedScore(estimates, variances, tauSquared);
  const grid = scanGrid(estimates, variances);
  const slopes = grid.map((tauSquared) => score(tauSquared).value);
  const peaks = grid.slice(1).flatMap((high, index) => {
    const isPeak = slopes[index]! > 0 && slopes[index + 1]! <= 0;
    return isPeak ? [findRoot(score, grid[index]!, high)] : [];
  });
  const likelihood = (tauSquared: number) => restrictedLogLikelihood(estimates, variances, tauSquared);
  return peaks.reduce((best, peak) => (likelihood(peak) > likelihood(best) ? peak : best), 0);
}

/** All of the range where the likelihood can rise is scanned, closer near 0. */
function scanGrid(estimates: readonly number[], variances: readonly number[]): number[] {
  const [low, high] = rangeOf(estimates);
  const top = 10 * (high - low) ** 2 + rangeOf(variances)[1];
  const steps = Array.from(
    { length: SCAN_STEPS + 1 },
    (_, step) => top * SCAN_SPAN ** (1 - step / SCAN_STEPS),
  );
  return [0, ...steps];
}

/** Slope of the restricted log-likelihood in tau-squared, and the slope of that slope. */
function restrictedScore(
  estimates: readonly number[],
  variances: readonly number[],
  tauSquared: number,
): ValueAndSlope {
  const { mean, weights } = inverseVarianceMean(estimates, variances, tauSquared);
  const sum = (power: number, residualPower: number) =>
    weights.reduce((total, weight, index) => {
      const residual = (estimates[index] as number) - mean;
      return total + weight ** power * residual ** residualPower;
    }, 0);
  const [one, two, three] = [sum(1, 0), sum(2, 0), sum(3, 0)];
  return {
    value: (two / one - one + sum(2, 2)) / 2,
    slope: two / 2 - three / one + (two / one) ** 2 / 2 - sum(3, 2) + sum(2, 1) ** 2 / one,
  };
}
