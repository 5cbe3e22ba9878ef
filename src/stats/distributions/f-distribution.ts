import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { betaLogOdds, incompleteBeta } from "./incomplete-beta.js";
import { checkShape } from "./check-parameter.js";
import { tailProbability } from "./tail.js";
import type { Side } from "./tail.js";

/**
 * Probability that an F value is at or below f.
 *
 * @param f 0 or more
 * @param numeratorDf degrees of freedom of the numerator, 1e-6 to 1e10
 * @param denominatorDf degrees of freedom of the denominator, 1e-6 to 1e10
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when f or a number of degrees of freedom is outside its range
 * @see Johnson, Kotz & Balakrishnan (1995) Continuous Univariate Distributions 2, chapter 27: F as beta odds
 * @example
 * fCdf(4.964602743730711, 1, 10) // => 0.95
 */
export function fCdf(f: number, numeratorDf: number, denominatorDf: number): number {
  return tailAt("lower", f, numeratorDf, denominatorDf, "fCdf");
}

/**
 * Probability that an F value is above f.
 *
 * @param f 0 or more
 * @param numeratorDf degrees of freedom of the numerator, 1e-6 to 1e10
 * @param denominatorDf degrees of freedom of the denominator, 1e-6 to 1e10
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when f or a number of degrees of freedom is outside its range
 * @see {@link fCdf} for the source
 * @example
 * fUpperTail(4.964602743730711, 1, 10) // => 0.05
 */
export function fUpperTail(f: number, numeratorDf: number, denominatorDf: number): number {
  return tailAt("upper", f, numeratorDf, denominatorDf, "fUpperTail");
}

/**
 * The F value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param numeratorDf degrees of freedom of the numerator, 1e-6 to 1e10
 * @param denominatorDf degrees of freedom of the denominator, 1e-6 to 1e10
 * @returns 0 to Infinity
 * @throws RangeError when p or a number of degrees of freedom is outside its range
 * @see {@link fCdf} for the source, {@link betaLogOdds} for the search
 * @example
 * fQuantile(0.95, 1, 10) // => 4.964602743730711
 */
export function fQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  checkProbability(p, "fQuantile: p");
  return quantileAt("lower", p, numeratorDf, denominatorDf, "fQuantile");
}

/**
 * The F value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param numeratorDf degrees of freedom of the numerator, 1e-6 to 1e10
 * @param denominatorDf degrees of freedom of the denominator, 1e-6 to 1e10
 * @returns 0 to Infinity
 * @throws RangeError when q or a number of degrees of freedom is outside its range
 * @see {@link fCdf} for the source, {@link betaLogOdds} for the search
 * @example
 * fUpperQuantile(0.05, 1, 10) // => 4.964602743730711
 */
export function fUpperQuantile(q: number, numeratorDf: number, denominatorDf: number): number {
  checkProbability(q, "fUpperQuantile: q");
  return quantileAt("upper", q, numeratorDf, denominatorDf, "fUpperQuantile");
}

function tailAt(side: Side, f: number, numeratorDf: number, denominatorDf: number, where: string): number {
  checkDfs(numeratorDf, denominatorDf, where);
  if (!(f >= 0)) throw argumentError(`${where}: f`, "0 or more", f);
  const [a, b] = [numeratorDf / 2, denominatorDf / 2];
  const even = b / a;
  const [x, y] = [1 / (1 + even / f), even / (even + f)];
  if (x === 0 || y === 0) return (x === 0) === (side === "lower") ? 0 : 1;
  return tailProbability(side, incompleteBeta({ x, y, fromMean: a * ((1 - f) * y) }, a, b));
}

function quantileAt(
  side: Side,
  probability: number,
  numeratorDf: number,
  denominatorDf: number,
  where: string,
): number {
  checkDfs(numeratorDf, denominatorDf, where);
  const logOdds = betaLogOdds(probability, side, numeratorDf / 2, denominatorDf / 2);
  return (denominatorDf / numeratorDf) * Math.exp(logOdds);
}

function checkDfs(numeratorDf: number, denominatorDf: number, where: string): void {
  checkShape(numeratorDf, `${where}: numeratorDf`);
  checkShape(denominatorDf, `${where}: denominatorDf`);
}
