import { argumentError } from "../argument-error.js";
import { largestSize } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** How many equally weighted people a weighted sample is worth. */
export interface EffectiveN {
  readonly kind: "effectiveN";
  readonly effectiveN: number;
  /** By how much unequal weights multiply the variance of a mean: n / effectiveN, at least 1. */
  readonly designEffect: number;
  /** Weights given, those of 0 among them. */
  readonly n: number;
}

/**
 * Kish's effective number of people: what a weighted sample is worth.
 *
 * It measures the price of unequal weights when they have nothing to do with the answers. It says nothing of
 * whether the weights mend the bias they were made for.
 *
 * @param weights 0 or more, in any unit
 * @returns (sum of weights)² / sum of squared weights, and the design effect; unavailable when no weight is above 0
 * @throws RangeError when a weight is not finite or is below 0
 * @see Kish (1965) Survey Sampling, section 11.7; Kish (1992) J Off Stat 8:183-200
 * @example
 * kishEffectiveN([1, 1, 2]) // => { kind: "effectiveN", effectiveN: 2.6666667, designEffect: 1.125, n: 3 }
 */
export function kishEffectiveN(weights: readonly number[]): EffectiveN | Unavailable {
  checkWeights(weights, "kishEffectiveN: weights");
  const largest = largestSize(weights);
  if (largest === 0) return unavailable("no weight is above 0");
  const shares = weights.map((weight) => weight / largest);
  const total = sumOf(shares);
  const squares = shares.reduce((sum, share) => sum + share ** 2, 0);
  const effectiveN = total ** 2 / squares;
  return { kind: "effectiveN", effectiveN, designEffect: weights.length / effectiveN, n: weights.length };
}

/**
 * Refuses weights that only a caller can have got wrong: below 0, NaN and infinite ones.
 *
 * @param weights one a person
 * @param where the function and the parameter, as "weightedMean: weights"
 * @returns the weights, unchanged
 * @throws RangeError naming the first weight that is not a finite number of 0 or more
 * @see {@link argumentError} for the words
 * @example
 * checkWeights([0, 1.5], "weightedMean: weights") // => [0, 1.5]
 */
export function checkWeights(weights: readonly number[], where: string): readonly number[] {
  weights.forEach((weight, index) => {
    if (weight >= 0 && weight < Infinity) return;
    throw argumentError(`${where}[${index}]`, "a finite number, 0 or more", weight);
  });
  return weights;
}
