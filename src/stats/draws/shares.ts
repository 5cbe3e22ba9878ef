import { argumentError } from "../argument-error.js";
import type { BlockStream } from "./block-stream.js";
import { checkGammaShape, fillGamma } from "./gamma.js";

/** Below this sum every gamma of a draw could be too small for the doubles. */
const LEAST_SUM = 0.1;

/**
 * Draws shares that add up to 1, a block of them: gammas of scale 1, each as a share of their sum.
 *
 * @param streams one for each part
 * @param weights one for each part, 0.01 to 1e10; together at least 0.1
 * @param outs one list for each part, overwritten; at most a block of places
 * @returns the lists
 * @throws RangeError when a weight is outside its range, or a list has room for more than a block
 * @see {@link drawShares} for the source
 * @example
 * fillShares([1, 5].map((word) => openBlock(Int32Array.of(word, 2, 3, 4), 0)), [2, 6], [1, 2].map(() => new Float64Array(9))).length // => 2
 */
export function fillShares(
  streams: readonly BlockStream[],
  weights: readonly number[],
  outs: readonly Float64Array[],
): readonly Float64Array[] {
  const [first] = outs as readonly [Float64Array];
  const sum = new Float64Array(first.length);
  outs.forEach((out, part) => {
    fillGamma(streams[part]!, weights[part]!, 1, out);
    for (let draw = 0; draw < sum.length; draw += 1) sum[draw]! += out[draw] as number;
  });
  for (const out of outs) for (let draw = 0; draw < sum.length; draw += 1) out[draw]! /= sum[draw] as number;
  return outs;
}

/**
 * Refuses weights that shares cannot be drawn for.
 *
 * @param weights one for each part
 * @param where the function and the parameter, as "drawShares: weights"
 * @returns the weights
 * @throws RangeError when there are fewer than 2, one is not from 0.01 to 1e10, or they are below 0.1 together
 * @see {@link fillShares}
 * @example
 * checkWeights([4, 3, 3], "drawShares: weights") // => [4, 3, 3]
 */
export function checkWeights(weights: readonly number[], where: string): readonly number[] {
  if (weights.length < 2) throw argumentError(where, "at least 2 parts", weights.length);
  weights.forEach((weight, part) => checkGammaShape(weight, `${where}[${part}]`));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum < LEAST_SUM) throw argumentError(where, `at least ${LEAST_SUM} together`, sum);
  return weights;
}
