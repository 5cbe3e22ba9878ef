import { argumentError } from "../argument-error.js";
import { deviance, stirlingError } from "../numeric/gamma-function.js";

const MOST_TERMS = 100_000;

/**
 * Probability that a chi-squared value is above x.
 *
 * @param x 0 or more
 * @param df degrees of freedom, more than 0, not necessarily whole
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when x is below 0 or df is not a finite number more than 0
 * @see DLMF 8.11.4 (series) and 8.9.2 (continued fraction); Loader (2000) for the density in front of them
 * @example
 * chiSquaredUpperTail(3.841458820694124, 1) // => 0.05
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (!(x >= 0)) throw argumentError("chiSquaredUpperTail: x", "0 or more", x);
  if (!(df > 0 && df < Infinity)) {
    throw argumentError("chiSquaredUpperTail: df", "a finite number more than 0", df);
  }
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const shape = df / 2;
  const value = x / 2;
  const density = Math.exp(-stirlingError(shape) - deviance(shape, value)) / Math.sqrt(2 * Math.PI * shape);
  return value < shape + 1
    ? 1 - density * lowerSeries(value, shape)
    : density * shape * upperFraction(value, shape);
}

function lowerSeries(value: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let divisor = shape + 1; term > sum * (Number.EPSILON / 4); divisor += 1) {
    term *= value / divisor;
    sum += term;
  }
  return sum;
}

function upperFraction(value: number, shape: number): number {
  let base = value + 1 - shape;
  let numerator = Infinity;
  let denominator = 1 / base;
  let fraction = denominator;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const coefficient = term * (shape - term);
    base += 2;
    denominator = 1 / (base + coefficient * denominator);
    numerator = base + coefficient / numerator;
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return fraction;
  }
  throw new Error(`chiSquaredUpperTail: expected to settle in ${MOST_TERMS} terms at ${value}, ${shape}`);
}
