import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { gammaLogQuantile } from "./incomplete-gamma.js";

const TAIL_FROM = 1.5;

/**
 * Probability that a standard normal value is at or below z.
 *
 * @param z any number, in standard deviations
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when z is NaN
 * @see the series is DLMF 7.6.2, the continued fraction DLMF 7.9.3
 * @example
 * normalCdf(1.96) // => 0.9750021048517795
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw argumentError("normalCdf: z", "a number", z);
  return z < 0 ? upperTail(-z) : 0.5 + centre(z);
}

/**
 * Probability that a standard normal value is above z.
 *
 * @param z any number, in standard deviations
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when z is NaN
 * @see {@link normalCdf} for the source
 * @example
 * normalUpperTail(10) // => 7.619853024160527e-24
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw argumentError("normalUpperTail: z", "a number", z);
  return normalCdf(-z);
}

/**
 * The standard normal value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @returns the quantile; -Infinity at 0 and Infinity at 1
 * @throws RangeError when p is not from 0 to 1
 * @see {@link gammaLogQuantile}: half the square has a gamma distribution of shape one half
 * @example
 * normalQuantile(0.975) // => 1.959963984540054
 */
export function normalQuantile(p: number): number {
  checkProbability(p, "normalQuantile: p");
  return p < 0.5 ? -quantileAbove(p) : quantileAbove(1 - p);
}

/**
 * The standard normal value with probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @returns the quantile; Infinity at 0 and -Infinity at 1
 * @throws RangeError when q is not from 0 to 1
 * @see {@link normalQuantile}
 * @example
 * normalUpperQuantile(1e-300) // => 37.04709640990861
 */
export function normalUpperQuantile(q: number): number {
  checkProbability(q, "normalUpperQuantile: q");
  return q <= 0.5 ? quantileAbove(q) : -quantileAbove(1 - q);
}

function quantileAbove(q: number): number {
  // near the middle it is the probability between the value and its negative that has the digits
  const log =
    q > 0.25 ? gammaLogQuantile(2 * (0.5 - q), "lower", 0.5) : gammaLogQuantile(2 * q, "upper", 0.5);
  return Math.SQRT2 * Math.exp(log / 2);
}

function density(z: number): number {
  // z² loses digits that exp would magnify, so the square is taken in two exact parts (Cody 1969)
  const rounded = Math.trunc(z * 16) / 16;
  if (!Number.isFinite(rounded)) return 0;
  const rest = (z - rounded) * (z + rounded);
  return (Math.exp((-rounded * rounded) / 2) * Math.exp(-rest / 2)) / Math.sqrt(2 * Math.PI);
}

function centre(z: number): number {
  if (z > TAIL_FROM) return 0.5 - upperTail(z);
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * (Number.EPSILON / 4); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

function upperTail(z: number): number {
  if (z <= TAIL_FROM) return 0.5 - centre(z);
  const terms = 16 + Math.ceil((20 / z) ** 2);
  let fraction = z;
  for (let term = terms; term >= 1; term -= 1) fraction = z + term / fraction;
  return density(z) / fraction;
}
