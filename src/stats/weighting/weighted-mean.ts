import { checkFinite, checkLength } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentTQuantile } from "../distributions/student-t.js";
import { finiteResult } from "../finite-result.js";
import { sumOf } from "../numeric/sum.js";
import { wilsonLimits } from "../proportions/wilson.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkWeights, kishEffectiveN } from "./kish.js";
import type { EffectiveN } from "./kish.js";

/** What a weighted estimate rests on. */
interface Weighted extends Omit<EffectiveN, "kind"> {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** A weighted mean with its linearised t interval. */
export interface WeightedMean extends Weighted {
  readonly kind: "weightedMean";
  readonly standardError: number;
  /** People with a weight above 0, less 1. */
  readonly df: number;
  readonly method: "weighted mean, linearised standard error, t";
}

/** A weighted proportion with Wilson's interval on the effective number of people. */
export interface WeightedProportion extends Weighted {
  readonly kind: "weightedProportion";
  readonly method: "weighted proportion, Wilson score on Kish's effective n";
}

/**
 * A weighted mean, with a standard error that counts the weights as fixed.
 *
 * The standard error is that of a ratio, Σ wy / Σ w, linearised. People whose weight is 0 are not in the sample. It
 * does not know that raked weights were fitted to the cohort, so it is a little wide when the margins go with the
 * values.
 *
 * @param values one a person, in any unit; observed values only, the caller drops and counts the missing
 * @param weights 0 or more, in the order of the values, in any unit
 * @param level confidence level, strictly between 0 and 1
 * @returns the mean, its interval and its standard error, in the unit of the values; unavailable when fewer than 2
 * weights are above 0 or all their values are the same
 * @throws RangeError when the lengths differ, a value is not finite, a weight is below 0 or not finite, or the level is
 * outside its range
 * @see Lumley (2010) Complex Surveys, section 2.2; Cochran (1977) Sampling Techniques, section 6.3
 * @example
 * weightedMean([3, 4, 2, 5], [1, 1, 2, 2]) // => { kind: "weightedMean", estimate: 3.5, low: 0.8657010, high: 6.134299, standardError: 0.82775913, df: 3 }
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
  level = 0.95,
): WeightedMean | Unavailable {
  checkFinite(values, "weightedMean: values");
  checkLength(weights.length, values.length, "weightedMean: weights");
  const probability = probabilityBelowUpperLimit(level, "weightedMean");
  const worth = kishEffectiveN(checkWeights(weights, "weightedMean: weights"));
  if (worth.kind === "unavailable") return worth;
  const weighed = values.filter((_, index) => (weights[index] as number) > 0);
  const n = weighed.length;
  if (n < 2) return unavailable("fewer than 2 values have a weight above 0");
  if (weighed.every((value) => value === weighed[0])) return unavailable("every value is the same");
  const estimate = centreOf(values, weights);
  const total = sumOf(weights);
  const squares = weights.reduce(
    (sum, weight, index) => sum + ((weight / total) * ((values[index] as number) - estimate)) ** 2,
    0,
  );
  const df = n - 1;
  const standardError = Math.sqrt((n / df) * squares);
  const margin = studentTQuantile(probability, df) * standardError;
  return finiteResult({
    ...worth,
    kind: "weightedMean",
    estimate,
    low: estimate - margin,
    high: estimate + margin,
    level,
    standardError,
    df,
    method: "weighted mean, linearised standard error, t",
  });
}

/**
 * A weighted proportion, with Wilson's interval as if Kish's effective number of people had been asked.
 *
 * @param answers true where the person is counted, one a person; observed answers only, the caller drops and counts
 * the missing
 * @param weights 0 or more, in the order of the answers, in any unit
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1; unavailable when no weight is above 0
 * @throws RangeError when the lengths differ, a weight is below 0 or not finite, or the level is outside its range
 * @see Wilson (1927) JASA 22:209-212; Kish (1965) Survey Sampling, section 11.7; Franco, Little, Louis & Slud (2019)
 * J Surv Stat Methodol 7:334-364 (effective n in Wilson's interval)
 * @example
 * weightedProportion([true, true, false, true], [1, 1, 2, 2]) // => { kind: "weightedProportion", estimate: 0.66666667, low: 0.23117429, high: 0.93008441, effectiveN: 3.6 }
 */
export function weightedProportion(
  answers: readonly boolean[],
  weights: readonly number[],
  level = 0.95,
): WeightedProportion | Unavailable {
  checkLength(weights.length, answers.length, "weightedProportion: weights");
  const probability = probabilityBelowUpperLimit(level, "weightedProportion");
  const worth = kishEffectiveN(checkWeights(weights, "weightedProportion: weights"));
  if (worth.kind === "unavailable") return worth;
  const estimate = centreOf(answers.map(Number), weights);
  return finiteResult({
    ...worth,
    kind: "weightedProportion",
    estimate,
    ...wilsonLimits(estimate, worth.effectiveN, normalQuantile(probability)),
    level,
    method: "weighted proportion, Wilson score on Kish's effective n",
  });
}

/** Twice over, the second time from the first answer, so that values far from 0 keep their last digits. */
function centreOf(values: readonly number[], weights: readonly number[]): number {
  const total = sumOf(weights);
  const first = values.find((_, index) => (weights[index] as number) > 0) as number;
  const from = (origin: number) =>
    origin +
    weights.reduce((sum, weight, index) => sum + weight * ((values[index] as number) - origin), 0) / total;
  return from(from(first));
}
