import { argumentError } from "../argument-error.js";
import { betaFraction } from "./beta.js";
import { stirlingError } from "../numeric/gamma-function.js";
import { symmetricQuantile } from "./symmetric-quantile.js";
import type { SymmetricDistribution } from "./symmetric-quantile.js";

/**
 * Probability that a Student t value is at or below t.
 *
 * @param t any number
 * @param df degrees of freedom, more than 0, not necessarily whole
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when df is not a finite number more than 0
 * @see DLMF 8.17.22 with a = df / 2, b = 1/2; Loader (2000) for the density
 * @example
 * studentTCdf(2, 3) // => 0.9303370157205783
 */
export function studentTCdf(t: number, df: number): number {
  const { centre, upperTail } = studentT(df, "studentTCdf");
  return t < 0 ? upperTail(-t) : 0.5 + centre(t);
}

/**
 * Probability that a Student t value is above t.
 *
 * @param t any number
 * @param df degrees of freedom, more than 0, not necessarily whole
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when df is not a finite number more than 0
 * @see {@link studentTCdf} for the source
 * @example
 * studentTUpperTail(2, 3) // => 0.06966298427942164
 */
export function studentTUpperTail(t: number, df: number): number {
  const { centre, upperTail } = studentT(df, "studentTUpperTail");
  return t < 0 ? 0.5 + centre(-t) : upperTail(t);
}

/**
 * The Student t value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param df degrees of freedom, more than 0, not necessarily whole
 * @returns the quantile; -Infinity at 0 and Infinity at 1
 * @throws RangeError when p is not from 0 to 1, or df is not a finite number more than 0
 * @see {@link studentTCdf}, inverted by {@link symmetricQuantile}
 * @example
 * studentTQuantile(0.975, 5) // => 2.5705818356363146
 */
export function studentTQuantile(p: number, df: number): number {
  return symmetricQuantile(p, studentT(df, "studentTQuantile"), "studentTQuantile");
}

function studentT(df: number, where: string): SymmetricDistribution {
  if (!(df > 0 && df < Infinity)) throw argumentError(`${where}: df`, "a finite number more than 0", df);
  const half = df / 2;
  const densityAtZero = studentTDensityAtZero(half);
  const density = (t: number) =>
    densityAtZero * Math.exp((-half - 0.5) * logOnePlusSquare(t / Math.sqrt(df)));
  // t × density(t) is x^a (1 - x)^b / B(a, b) at x = df / (df + t²), a = df / 2, b = 1/2
  const timesDensity = (t: number) => {
    const scaled = t / Math.sqrt(df);
    const sine = scaled / Math.hypot(1, scaled);
    return densityAtZero * Math.sqrt(df) * sine * Math.exp(-half * logOnePlusSquare(scaled));
  };
  const isInTail = (t: number) => df / (df + t * t) < (half + 1) / (half + 2.5);
  const tail = (t: number) =>
    t === Infinity ? 0 : (timesDensity(t) / df) * betaFraction(df / (df + t * t), half, 0.5);
  const middle = (t: number) => timesDensity(t) * betaFraction((t * t) / (df + t * t), 0.5, half);
  return {
    density,
    centre: (t) => (isInTail(t) ? 0.5 - tail(t) : middle(t)),
    upperTail: (t) => (isInTail(t) ? tail(t) : 0.5 - middle(t)),
  };
}

function studentTDensityAtZero(half: number): number {
  const correction = stirlingError(half + 0.5) - stirlingError(half);
  return Math.exp(correction + half * Math.log1p(1 / (2 * half)) - 0.5) / Math.sqrt(2 * Math.PI);
}

function logOnePlusSquare(value: number): number {
  return value < 1 ? Math.log1p(value * value) : 2 * Math.log(Math.hypot(1, value));
}
