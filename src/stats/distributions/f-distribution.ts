import { argumentError } from "../argument-error.js";
import { betaOddsQuantile } from "./beta.js";

/**
 * The F value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param numeratorDf degrees of freedom of the numerator, more than 0
 * @param denominatorDf degrees of freedom of the denominator, more than 0
 * @returns 0 to Infinity
 * @throws RangeError when p or a number of degrees of freedom is outside its range
 * @see Johnson, Kotz & Balakrishnan (1995) Continuous Univariate Distributions 2, chapter 27: F as beta odds
 * @example
 * fQuantile(0.95, 1, 10) // => 4.964602743730711
 */
export function fQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  if (!(p >= 0 && p <= 1)) throw argumentError("fQuantile: p", "0 to 1", p);
  checkDf(numeratorDf, "fQuantile: numeratorDf");
  checkDf(denominatorDf, "fQuantile: denominatorDf");
  return (denominatorDf / numeratorDf) * betaOddsQuantile(p, numeratorDf / 2, denominatorDf / 2);
}

function checkDf(df: number, where: string): void {
  if (!(df > 0 && df < Infinity)) throw argumentError(where, "a finite number more than 0", df);
}
