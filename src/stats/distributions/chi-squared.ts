import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { checkShape } from "./check-parameter.js";
import { gammaLogQuantile, incompleteGamma } from "./incomplete-gamma.js";
import { tailProbability } from "./tail.js";
import type { Side } from "./tail.js";

/**
 * Probability that a chi-squared value is at or below x.
 *
 * @param x 0 or more
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when x or df is outside its range
 * @see {@link incompleteGamma} at shape df / 2 and value x / 2
 * @example
 * chiSquaredCdf(3.841458820694124, 1) // => 0.95
 */
export function chiSquaredCdf(x: number, df: number): number {
  return tailAt("lower", x, df, "chiSquaredCdf");
}

/**
 * Probability that a chi-squared value is above x.
 *
 * @param x 0 or more
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when x or df is outside its range
 * @see {@link incompleteGamma} at shape df / 2 and value x / 2
 * @example
 * chiSquaredUpperTail(3.841458820694124, 1) // => 0.05
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  return tailAt("upper", x, df, "chiSquaredUpperTail");
}

/**
 * The chi-squared value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to Infinity
 * @throws RangeError when p or df is outside its range
 * @see {@link gammaLogQuantile} at shape df / 2
 * @example
 * chiSquaredQuantile(0.95, 1) // => 3.841458820694124
 */
export function chiSquaredQuantile(p: number, df: number): number {
  return quantileAt("lower", checkProbability(p, "chiSquaredQuantile: p"), df, "chiSquaredQuantile");
}

/**
 * The chi-squared value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to Infinity
 * @throws RangeError when q or df is outside its range
 * @see {@link gammaLogQuantile} at shape df / 2
 * @example
 * chiSquaredUpperQuantile(0.05, 1) // => 3.841458820694124
 */
export function chiSquaredUpperQuantile(q: number, df: number): number {
  return quantileAt(
    "upper",
    checkProbability(q, "chiSquaredUpperQuantile: q"),
    df,
    "chiSquaredUpperQuantile",
  );
}

function tailAt(side: Side, x: number, df: number, where: string): number {
  checkShape(df, `${where}: df`);
  if (!(x >= 0)) throw argumentError(`${where}: x`, "0 or more", x);
  if (x === 0 || x === Infinity) return (x === 0) === (side === "lower") ? 0 : 1;
  return tailProbability(side, incompleteGamma(x / 2, df / 2));
}

function quantileAt(side: Side, probability: number, df: number, where: string): number {
  checkShape(df, `${where}: df`);
  return 2 * Math.exp(gammaLogQuantile(probability, side, df / 2));
}
