import { tauSquaredWhereQIs } from "./generalised-q.js";
import { restrictedTauSquared } from "./restricted-likelihood.js";
import { inverseVarianceMean } from "./inverse-variance-mean.js";

/** How the variance between studies is estimated. */
export type TauSquaredEstimator = "REML" | "Paule-Mandel" | "DerSimonian-Laird";

/**
 * The variance of the true values between studies, by the estimator asked for; never below 0.
 *
 * REML is the default of the tool. Paule and Mandel's needs no normal distribution. DerSimonian and Laird's is the
 * oldest and tends to be too small when the true spread is large; it is here to compare with older reviews.
 *
 * @param estimates at least 2, in one unit
 * @param variances above 0, in the order of the estimates
 * @param estimator which
 * @returns tau-squared, in the unit of the estimates squared
 * @see DerSimonian & Laird (1986) Control Clin Trials 7:177-188; Paule & Mandel (1982) J Res Natl Bur Stand
 * 87:377-385; Viechtbauer (2005) J Educ Behav Stat 30:261-293 (REML); Veroniki et al. (2016) Res Synth Methods
 * 7:55-79 (which to choose)
 * @example
 * tauSquaredBy([0.62, 0.95, 0.3, 1.1], [0.0441, 0.09, 0.0324, 0.1764], "DerSimonian-Laird") // => 0.0529863038
 */
export function tauSquaredBy(
  estimates: readonly number[],
  variances: readonly number[],
  estimator: TauSquaredEstimator,
): number {
  if (estimator === "REML") return restrictedTauSquared(estimates, variances);
  if (estimator === "Paule-Mandel") return tauSquaredWhereQIs(estimates, variances, estimates.length - 1);
  return derSimonianLaird(estimates, variances);
}

function derSimonianLaird(estimates: readonly number[], variances: readonly number[]): number {
  const { totalWeight, totalSquaredWeight, weightedSquares } = inverseVarianceMean(estimates, variances, 0);
  const df = estimates.length - 1;
  return Math.max(0, (weightedSquares - df) / (totalWeight - totalSquaredWeight / totalWeight));
}
