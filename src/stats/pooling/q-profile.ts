import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { chiSquaredQuantile, chiSquaredUpperQuantile } from "../distributions/chi-squared.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { tauSquaredWhereQIs } from "./generalised-q.js";
import { typicalVariance } from "./heterogeneity.js";
import { arePoolable, checkEstimates, inverseVarianceMean } from "./inverse-variance-mean.js";
import type { EstimatesWithVariances } from "./inverse-variance-mean.js";

/** How small and how large the variance between studies may be. */
export interface TauSquaredInterval {
  readonly kind: "tauSquaredInterval";
  readonly low: number;
  readonly high: number;
  /** The same limits as shares of the variance, tauSquared / (tauSquared + typical variance). */
  readonly iSquaredLow: number;
  readonly iSquaredHigh: number;
  /** The same limits as tauSquared / typical variance + 1. */
  readonly hSquaredLow: number;
  readonly hSquaredHigh: number;
  /** Degrees of freedom of Q: k - 1. */
  readonly df: number;
  readonly k: number;
  readonly level: number;
  readonly method: "Q-profile";
}

/**
 * The Q-profile interval of the variance between studies.
 *
 * It is exact when the estimates are normal and their variances known, and belongs to no particular estimator: the
 * REML value can lie outside it. With six studies it is wide, which is the point of printing it.
 *
 * @param toCompare at least 2 estimates with variances above 0, in one unit; level is 0.95 unless told
 * @returns limits in the unit of the estimates squared, 0 at the least; unavailable with fewer than 2 estimates, and
 * when they agree so closely that no variance between them is compatible with the level
 * @throws RangeError when the lengths differ, a value is not finite, a variance is not above 0 or the level is outside
 * its range
 * @see Viechtbauer (2007) Stat Med 26:37-52
 * @example
 * tauSquaredInterval({ estimates: [0.62, 0.95, 0.3, 1.1, 0.48, 0.75], variances: [0.0441, 0.09, 0.0324, 0.1764, 0.0625, 0.1225] }) // => { low: 0, high: 0.43613277 }
 */
export function tauSquaredInterval({
  estimates,
  variances,
  level = 0.95,
}: EstimatesWithVariances & { readonly level?: number }): TauSquaredInterval | Unavailable {
  const k = checkEstimates({ estimates, variances }, "tauSquaredInterval");
  probabilityBelowUpperLimit(level, "tauSquaredInterval");
  if (k < 2) return unavailable("fewer than 2 estimates");
  if (!arePoolable({ estimates, variances })) return beyondDoubles;
  const df = k - 1;
  const outside = (1 - level) / 2;
  const leastQ = chiSquaredQuantile(outside, df);
  if (inverseVarianceMean(estimates, variances, 0).weightedSquares <= leastQ) {
    return unavailable("the estimates agree more closely than their variances allow");
  }
  const low = tauSquaredWhereQIs(estimates, variances, chiSquaredUpperQuantile(outside, df));
  const high = tauSquaredWhereQIs(estimates, variances, leastQ);
  const typical = typicalVariance(variances);
  return finiteResult({
    kind: "tauSquaredInterval",
    low,
    high,
    iSquaredLow: low / (low + typical),
    iSquaredHigh: high / (high + typical),
    hSquaredLow: low / typical + 1,
    hSquaredHigh: high / typical + 1,
    df,
    k,
    level,
    method: "Q-profile",
  });
}
