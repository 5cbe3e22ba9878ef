import { argumentError } from "../argument-error.js";
import type { BlockStream } from "./block-stream.js";
import { checkGammaShape, fillGamma } from "./gamma.js";

/** Below this sum both gammas of a draw could be too small for the doubles, and their ratio nothing. */
const LEAST_SUM = 0.1;

/**
 * Draws beta values: one gamma as a share of two.
 *
 * @param stream moved on by six words a draw or a little more
 * @param a first shape, 0.01 to 1e10
 * @param b second shape, 0.01 to 1e10; a and b together at least 0.1
 * @param out overwritten; at most a block of places
 * @returns the draws, 0 to 1, with mean a / (a + b)
 * @throws RangeError when a shape is outside its range, or there is room for more than a block
 * @see Devroye (1986) Non-Uniform Random Variate Generation, section IX.4.1
 * @example
 * fillBeta(openBlock(Int32Array.of(1, 2, 3, 4), 0), 32, 8, new Float64Array(2)).length // => 2
 */
export function fillBeta(stream: BlockStream, a: number, b: number, out: Float64Array): Float64Array {
  checkBetaShapes(a, b, "fillBeta");
  fillGamma(stream, a, 1, out);
  const others = fillGamma(stream, b, 1, stream.spare.subarray(0, out.length));
  for (let draw = 0; draw < out.length; draw += 1) {
    const value = out[draw] as number;
    out[draw] = value / (value + (others[draw] as number));
  }
  return out;
}

/**
 * Refuses beta shapes that draws cannot be made for.
 *
 * @param a first shape
 * @param b second shape
 * @param where the function, as "fillBeta"
 * @throws RangeError when either is not from 0.01 to 1e10, or both together are below 0.1
 * @see {@link argumentError}
 * @example
 * checkBetaShapes(2, 3, "fillBeta") // => undefined
 */
export function checkBetaShapes(a: number, b: number, where: string): void {
  checkGammaShape(a, `${where}: a`);
  checkGammaShape(b, `${where}: b`);
  if (a + b < LEAST_SUM) throw argumentError(`${where}: a + b`, `at least ${LEAST_SUM}`, a + b);
}
