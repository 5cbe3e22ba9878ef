import { checkProbability } from "../check-values.js";
import { betaLogOdds, betaValue, incompleteBeta } from "./incomplete-beta.js";
import { checkShape } from "./check-parameter.js";
import { tailProbability } from "./tail.js";
import type { Side } from "./tail.js";

/**
 * Probability that a beta(a, b) value is at or below x: the regularised incomplete beta function.
 *
 * @param x 0 to 1
 * @param a first shape, 1e-6 to 1e10
 * @param b second shape, 1e-6 to 1e10
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when x, a or b is outside its range
 * @see {@link incompleteBeta}
 * @example
 * betaCdf(0.5, 2, 3) // => 0.6875
 */
export function betaCdf(x: number, a: number, b: number): number {
  return tailAt("lower", x, a, b, "betaCdf");
}

/**
 * Probability that a beta(a, b) value is above x.
 *
 * @param x 0 to 1
 * @param a first shape, 1e-6 to 1e10
 * @param b second shape, 1e-6 to 1e10
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when x, a or b is outside its range
 * @see {@link incompleteBeta}
 * @example
 * betaUpperTail(0.5, 2, 3) // => 0.3125
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return tailAt("upper", x, a, b, "betaUpperTail");
}

/**
 * The beta(a, b) value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param a first shape, 1e-6 to 1e10
 * @param b second shape, 1e-6 to 1e10
 * @returns 0 to 1
 * @throws RangeError when p, a or b is outside its range
 * @see {@link betaLogOdds}
 * @example
 * betaQuantile(0.6875, 2, 3) // => 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantileAt("lower", checkProbability(p, "betaQuantile: p"), a, b, "betaQuantile");
}

/**
 * The beta(a, b) value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param a first shape, 1e-6 to 1e10
 * @param b second shape, 1e-6 to 1e10
 * @returns 0 to 1
 * @throws RangeError when q, a or b is outside its range
 * @see {@link betaLogOdds}
 * @example
 * betaUpperQuantile(0.3125, 2, 3) // => 0.5
 */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  return quantileAt("upper", checkProbability(q, "betaUpperQuantile: q"), a, b, "betaUpperQuantile");
}

function tailAt(side: Side, x: number, a: number, b: number, where: string): number {
  checkShapes(a, b, where);
  checkProbability(x, `${where}: x`);
  if (x === 0 || x === 1) return side === "lower" ? x : 1 - x;
  return tailProbability(side, incompleteBeta(betaValue(x, a, b), a, b));
}

function quantileAt(side: Side, probability: number, a: number, b: number, where: string): number {
  checkShapes(a, b, where);
  return 1 / (1 + Math.exp(-betaLogOdds(probability, side, a, b)));
}

function checkShapes(a: number, b: number, where: string): void {
  checkShape(a, `${where}: a`);
  checkShape(b, `${where}: b`);
}
