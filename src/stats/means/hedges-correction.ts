import { argumentError } from "../argument-error.js";
import { stirlingError } from "../numeric/gamma-function.js";

/**
 * Hedges' J: what a standardised mean difference is multiplied by to remove its small-sample bias.
 *
 * Exact, by the gamma function, where the usual 1 - 3 / (4 df - 1) is an approximation.
 *
 * @param df degrees of freedom of the standard deviation divided by, more than 1, not necessarily whole
 * @returns 0 to 1, nearer 1 the larger df
 * @throws RangeError when df is not a finite number more than 1
 * @see Hedges (1981) J Educ Stat 6:107-128, equation 6e: Γ(df / 2) / (√(df / 2) Γ((df - 1) / 2))
 * @example
 * hedgesCorrection(14) // => 0.9452877293068105
 */
export function hedgesCorrection(df: number): number {
  if (!(df > 1 && df < Infinity))
    throw argumentError("hedgesCorrection: df", "a finite number more than 1", df);
  const x = (df - 1) / 2;
  return Math.exp(stirlingError(x + 0.5) - stirlingError(x) + (x - 0.5) * Math.log1p(0.5 / x) - 0.5);
}
