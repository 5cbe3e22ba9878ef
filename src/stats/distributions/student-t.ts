import { checkProbability } from "../check-values.js";
import { betaLogOdds, incompleteBeta } from "./incomplete-beta.js";
import { checkShape } from "./check-parameter.js";
import { argumentError } from "../argument-error.js";
import { tailProbability } from "./tail.js";

/** Beyond this the tail is a power of t to all digits, and t² could leave the doubles. */
const POWER_LAW_FROM = 1e100;

/**
 * Probability that a Student t value is at or below t.
 *
 * @param t any number
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when t is NaN or df is outside its range
 * @see Johnson, Kotz & Balakrishnan (1995) Continuous Univariate Distributions 2, chapter 28: t² as beta odds
 * @example
 * studentTCdf(2, 3) // => 0.9303370157205783
 */
export function studentTCdf(t: number, df: number): number {
  return tailAt(-t, df, "studentTCdf");
}

/**
 * Probability that a Student t value is above t.
 *
 * @param t any number
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when t is NaN or df is outside its range
 * @see {@link studentTCdf} for the source
 * @example
 * studentTUpperTail(2, 3) // => 0.06966298427942164
 */
export function studentTUpperTail(t: number, df: number): number {
  return tailAt(t, df, "studentTUpperTail");
}

/**
 * The Student t value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns the quantile; -Infinity at 0 and Infinity at 1
 * @throws RangeError when p or df is outside its range
 * @see {@link studentTCdf} for the source, {@link betaLogOdds} for the search
 * @example
 * studentTQuantile(0.975, 5) // => 2.5705818356363146
 */
export function studentTQuantile(p: number, df: number): number {
  checkProbability(p, "studentTQuantile: p");
  checkShape(df, "studentTQuantile: df");
  return p < 0.5 ? -quantileAbove(p, df) : quantileAbove(1 - p, df);
}

/**
 * The Student t value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param df degrees of freedom, 1e-6 to 1e10, not necessarily whole
 * @returns the quantile; Infinity at 0 and -Infinity at 1
 * @throws RangeError when q or df is outside its range
 * @see {@link studentTQuantile}
 * @example
 * studentTUpperQuantile(0.025, 5) // => 2.5705818356363146
 */
export function studentTUpperQuantile(q: number, df: number): number {
  checkProbability(q, "studentTUpperQuantile: q");
  checkShape(df, "studentTUpperQuantile: df");
  return q <= 0.5 ? quantileAbove(q, df) : -quantileAbove(1 - q, df);
}

function tailAt(t: number, df: number, where: string): number {
  checkShape(df, `${where}: df`);
  if (Number.isNaN(t)) throw argumentError(`${where}: t`, "a number", t);
  if (Math.abs(t) > POWER_LAW_FROM) {
    const beyond = (POWER_LAW_FROM / Math.abs(t)) ** df * tailAt(POWER_LAW_FROM, df, where);
    return t > 0 ? beyond : 1 - beyond;
  }
  const square = t * t;
  const [x, y] = [square / (df + square), df / (df + square)];
  if (x === 0) return 0.5;
  const point = incompleteBeta({ x, y, fromMean: ((1 - t) * (1 + t) * y) / 2 }, 0.5, df / 2);
  return t > 0 ? tailProbability("upper", point) / 2 : 0.5 + tailProbability("lower", point) / 2;
}

function quantileAbove(q: number, df: number): number {
  // both tails of t are one tail of its square; near the middle the probability between them has the digits
  const logOdds =
    q > 0.25 ? betaLogOdds(2 * (0.5 - q), "lower", 0.5, df / 2) : betaLogOdds(2 * q, "upper", 0.5, df / 2);
  return Math.sqrt(df) * Math.exp(logOdds / 2);
}
