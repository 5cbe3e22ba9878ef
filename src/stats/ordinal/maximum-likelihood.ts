import { invertSymmetric, solveSymmetric } from "../numeric/matrix.js";
import type { Matrix } from "../numeric/matrix.js";
import { cumulativeLogit } from "./cumulative-logit.js";
import type { OrdinalRow } from "./cumulative-logit.js";

/** Where a likelihood is highest. */
export interface OrdinalFit {
  /** Thresholds from lowest to highest, then coefficients in the order of the covariates. */
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  readonly covariance: Matrix | null;
  /** Change of each parameter for ever more likelihood when no finite ones are best: separation. Null otherwise. */
  readonly runsOff: readonly number[] | null;
}

/** Squared length of a Newton step in standard errors below which there is nothing left to gain. */
const SETTLED = 1e-20;
/** Separation: a step still moves somebody's logit by this much, for hardly any gain. */
const STILL_MOVING = 0.5;
const HARDLY_ANY_GAIN = 1e-8;
const ROUNDING = 1e-13;
const MOST_STEPS = 200;

/**
 * Fits a proportional odds model by maximum likelihood: Newton's method, halving steps that overshoot.
 *
 * The likelihood is concave, so there is one maximum. Under separation it lies at infinity: steps then keep moving somebody's
 * logit by about 1 while the likelihood has all but stopped rising. The direction is told, with the limit of the likelihood.
 *
 * @param rows people by answer and covariates; no category empty, no covariate a combination of the others
 * @param start parameters to start from: thresholds in order, then coefficients
 * @param thresholds how many of the parameters are thresholds
 * @returns the parameters of the highest likelihood; of a point far out in the direction told, under separation
 * @throws Error when the search does not settle, which only a bug can cause
 * @see McCullagh (1980) J R Stat Soc B 42:109-142; Albert & Anderson (1984) Biometrika 71:1-10 (separation)
 * @example
 * maximiseLikelihood([{ category: 0, covariates: [], count: 1, offset: 0 }, { category: 1, covariates: [], count: 3, offset: 0 }], [0], 1) // => { parameters: [-1.0986123], logLikelihood: -2.2493406, runsOff: null }
 */
export function maximiseLikelihood(
  rows: readonly OrdinalRow[],
  start: readonly number[],
  thresholds: number,
): OrdinalFit {
  let parameters = start;
  let here = cumulativeLogit(rows, parameters, thresholds);
  let direction: readonly number[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const solved = solveSymmetric(here.information, here.gradient);
    if (solved === null) return farOut(rows, parameters, thresholds, direction);
    direction = solved;
    const gain = direction.reduce((sum, change, index) => sum + change * here.gradient[index]!, 0);
    if (gain < HARDLY_ANY_GAIN && largestMove(rows, direction, thresholds) > STILL_MOVING)
      return farOut(rows, parameters, thresholds, direction);

    let length = 1;
    let next = moved(parameters, direction, length);
    let there = cumulativeLogit(rows, next, thresholds);
    const lowest = here.logLikelihood - ROUNDING * Math.abs(here.logLikelihood);
    while (!(there.logLikelihood >= lowest)) {
      length /= 2;
      if (length < Number.EPSILON) throw new Error("maximiseLikelihood: expected the likelihood to rise");
      next = moved(parameters, direction, length);
      there = cumulativeLogit(rows, next, thresholds);
    }
    [parameters, here] = [next, there];
    if (gain < SETTLED) {
      const covariance = invertSymmetric(here.information);
      return { parameters, logLikelihood: here.logLikelihood, covariance, runsOff: null };
    }
  }
  throw new Error(`maximiseLikelihood: expected to settle in ${MOST_STEPS} steps`);
}

/**
 * Twice the difference of two log-likelihoods, the lower model within the higher.
 *
 * @param higher log-likelihood of the larger model
 * @param lower log-likelihood of the model within it
 * @returns the deviance; 0 when the difference is no more than rounding
 * @see Wilks (1938) Ann Math Stat 9:60-62
 * @example
 * devianceBetween(-10, -12) // => 4
 */
export function devianceBetween(higher: number, lower: number): number {
  const deviance = 2 * (higher - lower);
  return deviance > 8 * Number.EPSILON * Math.abs(lower) ? deviance : 0;
}

/** Follows the direction in which the likelihood keeps rising until it has no more to give. */
function farOut(
  rows: readonly OrdinalRow[],
  parameters: readonly number[],
  thresholds: number,
  direction: readonly number[],
): OrdinalFit {
  const covariance = invertSymmetric(cumulativeLogit(rows, parameters, thresholds).information);
  let best = parameters;
  let logLikelihood = cumulativeLogit(rows, parameters, thresholds).logLikelihood;
  for (const length of [1, 2, 4, 8, 16, 32]) {
    const point = moved(parameters, direction, length);
    const value = cumulativeLogit(rows, point, thresholds).logLikelihood;
    if (value > logLikelihood) [best, logLikelihood] = [point, value];
  }
  return { parameters: best, logLikelihood, covariance, runsOff: direction };
}

function moved(parameters: readonly number[], direction: readonly number[], length: number): number[] {
  return parameters.map((value, index) => value + length * direction[index]!);
}

/** The largest change of anybody's logits at the edges of their category. */
function largestMove(rows: readonly OrdinalRow[], direction: readonly number[], thresholds: number): number {
  return rows.reduce((largest, { category, covariates }) => {
    const change = covariates.reduce((sum, x, k) => sum + x * direction[thresholds + k]!, 0);
    const edges = [category - 1, category].filter((edge) => edge >= 0 && edge < thresholds);
    return Math.max(largest, ...edges.map((edge) => Math.abs(direction[edge]! - change)));
  }, 0);
}
