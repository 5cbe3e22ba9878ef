import { argumentError } from "../argument-error.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { findRoot } from "../numeric/root.js";
import type { ValueAndSlope } from "../numeric/root.js";
import { studentTQuantile } from "../distributions/student-t.js";

/** Estimates of the same quantity from separate studies, sites or clusters, with their variances. */
export interface EstimatesToPool {
  readonly estimates: readonly number[];
  /** Squared standard errors, in the order of the estimates. */
  readonly variances: readonly number[];
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
}

/** A pooled estimate with its interval, its prediction interval and the spread between studies. */
export interface PooledEstimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Modified Knapp-Hartung standard error of the estimate. */
  readonly standardError: number;
  /** Degrees of freedom of both intervals: k - 1. */
  readonly df: number;
  /** How many estimates were pooled. */
  readonly k: number;
  /** Variance of the true values between studies, by restricted maximum likelihood. */
  readonly tauSquared: number;
  /** Where the true value of a new study is expected. */
  readonly predictionLow: number;
  readonly predictionHigh: number;
  /** Cochran's Q, on k - 1 degrees of freedom. */
  readonly q: number;
  readonly qPValue: number;
  /** Share of the variance that is between studies, 0 to 1: tauSquared / (tauSquared + typical variance). */
  readonly iSquared: number;
  /** Share of each estimate in the pooled one, in the order given; they sum to 1. */
  readonly weights: readonly number[];
  readonly method: "random effects, REML, modified Knapp-Hartung";
}

const SCAN_STEPS = 200;
const SCAN_SPAN = 1e-8;

/**
 * Pools estimates by a random-effects model.
 *
 * Tau-squared is the highest point of the restricted likelihood on 0 and above. The interval is Knapp and
 * Hartung's with their scale factor never below 1, so that agreement by chance cannot make it narrower than
 * the weights allow. The prediction interval adds tau-squared and keeps t on k - 1 degrees of freedom.
 *
 * @param toPool at least 2 estimates with variances above 0, in one unit; the caller leaves out and lists
 * studies without an estimate
 * @returns the pooled estimate, in the unit of the estimates; tauSquared in that unit squared
 * @throws RangeError when there are fewer than 2 estimates, the lengths differ, a value is not finite, a
 * variance is not above 0 or the level is outside its range
 * @see Viechtbauer (2005) J Educ Behav Stat 30:261-293 (REML); Knapp & Hartung (2003) Stat Med 22:2693-2710;
 * Röver, Knapp & Friede (2015) BMC Med Res Methodol 15:99 (the factor of at least 1); Higgins & Thompson (2002)
 * Stat Med 21:1539-1558 (typical variance, I-squared); prediction interval and I-squared as in metafor
 * @example
 * poolRandomEffects({ estimates: [0.62, 0.95, 0.3, 1.1, 0.48, 0.75], variances: [0.0441, 0.09, 0.0324, 0.1764, 0.0625, 0.1225] }) // => { estimate: 0.59584040, low: 0.28972656, high: 0.90195424, tauSquared: 0.017357074 }
 */
export function poolRandomEffects({ estimates, variances, level = 0.95 }: EstimatesToPool): PooledEstimate {
  const k = estimates.length;
  checkEstimates(estimates, variances);
  const probability = probabilityBelowUpperLimit(level, "poolRandomEffects");
  const tauSquared = restrictedTauSquared(estimates, variances);
  const pooled = weightedMean(estimates, variances, tauSquared);
  const fixed = weightedMean(estimates, variances, 0);
  const df = k - 1;
  const scale = Math.max(1, pooled.weightedSquares / df);
  const standardError = Math.sqrt(scale / pooled.totalWeight);
  const multiplier = studentTQuantile(probability, df);
  const margin = multiplier * standardError;
  const predictionMargin = multiplier * Math.hypot(Math.sqrt(tauSquared), standardError);
  const typicalVariance = (df * fixed.totalWeight) / (fixed.totalWeight ** 2 - fixed.totalSquaredWeight);
  return {
    estimate: pooled.mean,
    low: pooled.mean - margin,
    high: pooled.mean + margin,
    standardError,
    df,
    k,
    tauSquared,
    predictionLow: pooled.mean - predictionMargin,
    predictionHigh: pooled.mean + predictionMargin,
    q: fixed.weightedSquares,
    qPValue: chiSquaredUpperTail(fixed.weightedSquares, df),
    iSquared: tauSquared / (tauSquared + typicalVariance),
    weights: pooled.weights.map((weight) => weight / pooled.totalWeight),
    method: "random effects, REML, modified Knapp-Hartung",
  };
}

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
  const { totalWeight, weightedSquares } = weightedMean(estimates, variances, tauSquared);
  const logVariances = variances.reduce((sum, variance) => sum + Math.log(variance + tauSquared), 0);
  return -(logVariances + Math.log(totalWeight) + weightedSquares) / 2;
}

function restrictedTauSquared(estimates: readonly number[], variances: readonly number[]): number {
  const score = (tauSquared: number) => restrictedScore(estimates, variances, tauSquared);
  const peaks = scanGrid(estimates, variances).flatMap((low, index, grid) => {
    const high = grid[index + 1];
    const isPeak = high !== undefined && score(low).value > 0 && score(high).value <= 0;
    return isPeak ? [findRoot(score, low, high)] : [];
  });
  const likelihood = (tauSquared: number) => restrictedLogLikelihood(estimates, variances, tauSquared);
  return peaks.reduce((best, peak) => (likelihood(peak) > likelihood(best) ? peak : best), 0);
}

/** The likelihood can have more than one peak, so all of the range where it can rise is scanned, closer near 0. */
function scanGrid(estimates: readonly number[], variances: readonly number[]): number[] {
  const spread = Math.max(...estimates) - Math.min(...estimates);
  const top = 10 * spread ** 2 + Math.max(...variances);
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
  const { mean, weights } = weightedMean(estimates, variances, tauSquared);
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

function weightedMean(estimates: readonly number[], variances: readonly number[], tauSquared: number) {
  const weights = variances.map((variance) => 1 / (variance + tauSquared));
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const totalSquaredWeight = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const weighted = weights.reduce((sum, weight, index) => sum + weight * (estimates[index] as number), 0);
  const mean = weighted / totalWeight;
  const weightedSquares = weights.reduce(
    (sum, weight, index) => sum + weight * ((estimates[index] as number) - mean) ** 2,
    0,
  );
  return { mean, weights, totalWeight, totalSquaredWeight, weightedSquares };
}

function checkEstimates(estimates: readonly number[], variances: readonly number[]): void {
  const k = estimates.length;
  if (k < 2) throw argumentError("poolRandomEffects: estimates", "at least 2", k);
  if (variances.length !== k) {
    throw argumentError("poolRandomEffects: variances", `as many as estimates, ${k}`, variances.length);
  }
  estimates.forEach((estimate, index) => {
    if (Number.isFinite(estimate)) return;
    throw argumentError(`poolRandomEffects: estimates[${index}]`, "a finite number", estimate);
  });
  variances.forEach((variance, index) => {
    if (variance > 0 && variance < Infinity) return;
    throw argumentError(`poolRandomEffects: variances[${index}]`, "a finite number more than 0", variance);
  });
}
