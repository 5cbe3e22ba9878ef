import { invertSymmetric, solveSymmetric } from "../numeric/matrix.js";
import type { Matrix } from "../numeric/matrix.js";
import { cumulativeLogit } from "./cumulative-logit.js";
import type { Likelihood, OrdinalRow } from "./cumulative-logit.js";

/** Where a likelihood is highest. */
export interface OrdinalFit {
  /** Thresholds from lowest to highest, then coefficients in the order of the covariates. */
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  readonly covariance: Matrix | null;
  /** Change of each parameter for ever more likelihood when no finite ones are best: separation. Null otherwise. */
  readonly runsOff: readonly number[] | null;
}

/** Parameters, and the likelihood there. */
interface Point {
  readonly parameters: readonly number[];
  readonly here: Likelihood;
}

/** The likelihood is too flat, or too steep, for its highest point to be found. */
export class NotSettled extends Error {
  override name = "NotSettled";
}

/** Squared length of a Newton step in standard errors below which there is nothing left to gain. */
const SETTLED = 1e-20;
/** Separation: a step still moves somebody's logit by this much, for hardly any gain. */
const STILL_MOVING = 0.5;
const HARDLY_ANY_GAIN = 1e-8;
/** Slope, per person, at which a likelihood that rises no more can only lead to infinity. */
const FLAT = 1e-6;
const ROUNDING = 1e-13;
const MOST_STEPS = 1000;
const SHORTEST = 1e-3;
const LEAST_DAMPING = 1e-8;
const MOST_DAMPING = 1e8;

/**
 * Fits a proportional odds model by maximum likelihood: Newton's method, with shorter or damped steps where it
 * overshoots.
 *
 * The likelihood is concave, so there is one maximum. Under separation it lies at infinity: steps then keep moving
 * somebody's logit by about 1 while the likelihood has all but stopped rising. The direction is told, with the
 * limit of the likelihood.
 *
 * @param rows people by answer and covariates; no category empty, no covariate a combination of the others
 * @param start parameters to start from: thresholds in order, then coefficients
 * @param thresholds how many of the parameters are thresholds
 * @returns the parameters of the highest likelihood; of a point far out in the direction told, under separation
 * @throws NotSettled when rounding decides: a handful of people, covariates that all but separate them
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
  let lastDirection: readonly number[] | null = null;
  const people = rows.reduce((sum, { count }) => sum + count, 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = solveSymmetric(here.information, here.gradient);
    lastDirection = direction ?? lastDirection;
    const gain = direction?.reduce((sum, change, k) => sum + change * here.gradient[k]!, 0) ?? Infinity;
    const isSettled = gain < SETTLED;
    const isMoving =
      direction !== null && gain < HARDLY_ANY_GAIN && largestMove(rows, direction, thresholds) > STILL_MOVING;
    const isFlat = here.gradient.every((slope) => Math.abs(slope) < FLAT * people);
    const next = isMoving ? null : higherPoint(rows, { parameters, here }, thresholds, direction, isFlat);
    if (isMoving || (next === null && !isSettled && isFlat))
      return farOut(rows, { parameters, here }, thresholds, lastDirection ?? here.gradient);
    if (next === null && !isFlat) throw new NotSettled();
    if (next !== null) ({ parameters, here } = next);
    if (!isSettled) continue;
    const covariance = invertSymmetric(here.information);
    return { parameters, logLikelihood: here.logLikelihood, covariance, runsOff: null };
  }
  throw new NotSettled();
}

/**
 * A point where the likelihood is no lower: along Newton's direction or, where the likelihood is so straight that
 * this is of no use, along the gradient bent by more and more damping (Levenberg and Marquardt). Null when there is
 * none.
 */
function higherPoint(
  rows: readonly OrdinalRow[],
  { parameters, here }: Point,
  thresholds: number,
  newton: readonly number[] | null,
  isFlat: boolean,
): Point | null {
  const { logLikelihood, gradient, information } = here;
  const lowest = logLikelihood - ROUNDING * Math.abs(logLikelihood);
  for (let length = 1; newton !== null && length > SHORTEST; length /= 2) {
    const point = pointAt(rows, moved(parameters, newton, length), thresholds);
    if (point.here.logLikelihood >= lowest) return point;
  }
  if (isFlat) return null;
  const people = rows.reduce((sum, { count }) => sum + count, 0);
  for (let damping = LEAST_DAMPING * people; damping < MOST_DAMPING * people; damping *= 10) {
    const damped = information.map((row, k) => row.map((one, l) => (k === l ? one + damping : one)));
    const direction = solveSymmetric(damped, gradient);
    const point = direction && pointAt(rows, moved(parameters, direction, 1), thresholds);
    if (point && point.here.logLikelihood > logLikelihood) return point;
  }
  return null;
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
  { parameters, here }: Point,
  thresholds: number,
  direction: readonly number[],
): OrdinalFit {
  const covariance = invertSymmetric(here.information);
  let best = parameters;
  let logLikelihood = here.logLikelihood;
  for (const length of [1, 2, 4, 8, 16, 32]) {
    const point = moved(parameters, direction, length);
    const value = cumulativeLogit(rows, point, thresholds).logLikelihood;
    if (value > logLikelihood) [best, logLikelihood] = [point, value];
  }
  return { parameters: best, logLikelihood, covariance, runsOff: direction };
}

function pointAt(rows: readonly OrdinalRow[], parameters: readonly number[], thresholds: number): Point {
  return { parameters, here: cumulativeLogit(rows, parameters, thresholds) };
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
