import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { differenceOfProducts } from "../numeric/exact-product.js";
import { checkShape } from "./check-parameter.js";
import { gammaLogQuantile, incompleteGamma } from "./incomplete-gamma.js";
import { tailProbability } from "./tail.js";
import type { Side } from "./tail.js";

const EXACT_BELOW = 1e140;

/**
 * Probability that a gamma value is at or below x: the regularised incomplete gamma function.
 *
 * @param x 0 or more
 * @param shape 1e-6 to 1e10
 * @param scale more than 0, in the unit of x: the mean is shape × scale
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when x, shape or scale is outside its range
 * @see {@link incompleteGamma}
 * @example
 * gammaCdf(3, 2, 1.5) // => 0.5939941502901619
 */
export function gammaCdf(x: number, shape: number, scale = 1): number {
  return tailAt("lower", x, shape, scale, "gammaCdf");
}

/**
 * Probability that a gamma value is above x.
 *
 * @param x 0 or more
 * @param shape 1e-6 to 1e10
 * @param scale more than 0, in the unit of x: the mean is shape × scale
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when x, shape or scale is outside its range
 * @see {@link incompleteGamma}
 * @example
 * gammaUpperTail(3, 2, 1.5) // => 0.4060058497098381
 */
export function gammaUpperTail(x: number, shape: number, scale = 1): number {
  return tailAt("upper", x, shape, scale, "gammaUpperTail");
}

/**
 * The gamma value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param shape 1e-6 to 1e10
 * @param scale more than 0: the mean is shape × scale
 * @returns 0 to Infinity, in the unit of scale
 * @throws RangeError when p, shape or scale is outside its range
 * @see {@link gammaLogQuantile}
 * @example
 * gammaQuantile(0.5, 2, 1.5) // => 2.517520485
 */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  return quantileAt("lower", checkProbability(p, "gammaQuantile: p"), shape, scale, "gammaQuantile");
}

/**
 * The gamma value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param shape 1e-6 to 1e10
 * @param scale more than 0: the mean is shape × scale
 * @returns 0 to Infinity, in the unit of scale
 * @throws RangeError when q, shape or scale is outside its range
 * @see {@link gammaLogQuantile}
 * @example
 * gammaUpperQuantile(Math.exp(-50), 1) // => 50
 */
export function gammaUpperQuantile(q: number, shape: number, scale = 1): number {
  return quantileAt(
    "upper",
    checkProbability(q, "gammaUpperQuantile: q"),
    shape,
    scale,
    "gammaUpperQuantile",
  );
}

function tailAt(side: Side, x: number, shape: number, scale: number, where: string): number {
  checkParameters(shape, scale, where);
  if (!(x >= 0)) throw argumentError(`${where}: x`, "0 or more", x);
  const value = x / scale;
  if (value === 0 || value === Infinity) return (value === 0) === (side === "lower") ? 0 : 1;
  // the exact product is for sizes whose squares are doubles
  const isOrdinary = x < EXACT_BELOW && scale < EXACT_BELOW && scale > 1 / EXACT_BELOW;
  const fromMean = isOrdinary ? differenceOfProducts(shape, scale, x, 1) / scale : shape - value;
  return tailProbability(side, incompleteGamma(value, shape, fromMean));
}

function quantileAt(side: Side, probability: number, shape: number, scale: number, where: string): number {
  checkParameters(shape, scale, where);
  return scale * Math.exp(gammaLogQuantile(probability, side, shape));
}

function checkParameters(shape: number, scale: number, where: string): void {
  checkShape(shape, `${where}: shape`);
  if (!(scale > 0 && scale < Infinity))
    throw argumentError(`${where}: scale`, "a finite number more than 0", scale);
}
