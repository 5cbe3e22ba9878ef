import { mean } from "../means/summary.js";
import { findRoot } from "../numeric/root.js";
import type { ValueAndSlope } from "../numeric/root.js";
import { inverseVarianceMean } from "./inverse-variance-mean.js";

/**
 * The variance between studies at which the generalised Q statistic takes a given value.
 *
 * Q is the weighted sum of squares with the variance between added to every variance. It falls steadily as that
 * variance grows, so there is one answer, or none above 0.
 *
 * @param estimates at least 2, in one unit
 * @param variances above 0, in the order of the estimates
 * @param target value of Q, more than 0
 * @returns tau-squared; 0 when Q is at or below the target already without any
 * @see DerSimonian & Kacker (2007) Contemp Clin Trials 28:105-114; Viechtbauer (2007) Stat Med 26:37-52
 * @example
 * tauSquaredWhereQIs([0, 4], [1, 1], 1) // => 7
 */
export function tauSquaredWhereQIs(
  estimates: readonly number[],
  variances: readonly number[],
  target: number,
): number {
  const aboveTarget = (tauSquared: number) => {
    const { value, slope } = generalisedQ(estimates, variances, tauSquared);
    return { value: value - target, slope };
  };
  if (aboveTarget(0).value <= 0) return 0;
  // Q is least at its own mean, so it is at most the squares around the plain mean over tau-squared
  const centre = mean(estimates);
  const squares = estimates.reduce((sum, estimate) => sum + (estimate - centre) ** 2, 0);
  return findRoot(aboveTarget, 0, squares / target);
}

function generalisedQ(
  estimates: readonly number[],
  variances: readonly number[],
  tauSquared: number,
): ValueAndSlope {
  const { mean: centre, weights, weightedSquares } = inverseVarianceMean(estimates, variances, tauSquared);
  const slope = weights.reduce(
    (sum, weight, index) => sum - (weight * ((estimates[index] as number) - centre)) ** 2,
    0,
  );
  return { value: weightedSquares, slope };
}
