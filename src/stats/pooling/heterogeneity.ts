import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { arePoolable, checkEstimates, inverseVarianceMean } from "./inverse-variance-mean.js";
import type { EstimatesWithVariances } from "./inverse-variance-mean.js";

/** Whether estimates differ by more than their variances explain, and by how much. */
export interface Heterogeneity {
  readonly kind: "heterogeneity";
  /** Cochran's Q. */
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Higgins' share of the variation that is between studies, from Q: (Q - df) / Q, at least 0. */
  readonly iSquared: number;
  /** Q over its degrees of freedom; it can be below 1. */
  readonly hSquared: number;
  /** How many estimates. */
  readonly k: number;
  readonly method: "Cochran Q, Higgins I-squared from Q";
}

/**
 * Cochran's Q test that all studies estimate one value, with Higgins' I-squared.
 *
 * With few studies the test has little power: a large p-value does not show that they agree. I-squared is a share,
 * not a size: it grows with the precision of the studies while the spread of their true values stays the same.
 *
 * @param toCompare at least 2 estimates with variances above 0, in one unit
 * @returns Q on k - 1 degrees of freedom; unavailable with fewer than 2 estimates
 * @throws RangeError when the lengths differ, a value is not finite or a variance is not above 0
 * @see Cochran (1954) Biometrics 10:101-129; Higgins & Thompson (2002) Stat Med 21:1539-1558
 * @example
 * heterogeneity({ estimates: [0, 3], variances: [1, 2] }) // => { statistic: 3, df: 1, pValue: 0.083264517, iSquared: 0.66666667, hSquared: 3 }
 */
export function heterogeneity({ estimates, variances }: EstimatesWithVariances): Heterogeneity | Unavailable {
  const k = checkEstimates({ estimates, variances }, "heterogeneity");
  if (k < 2) return unavailable("fewer than 2 estimates");
  if (!arePoolable({ estimates, variances })) return beyondDoubles;
  const statistic = inverseVarianceMean(estimates, variances, 0).weightedSquares;
  const df = k - 1;
  return finiteResult({
    kind: "heterogeneity",
    statistic,
    df,
    pValue: chiSquaredUpperTail(statistic, df),
    iSquared: statistic > df ? (statistic - df) / statistic : 0,
    hSquared: statistic / df,
    k,
    method: "Cochran Q, Higgins I-squared from Q",
  });
}

/**
 * The variance that a typical study has within it, against which tau-squared is held.
 *
 * @param variances at least 2, above 0
 * @returns in the unit of the variances
 * @see Higgins & Thompson (2002) Stat Med 21:1539-1558, equation 9
 * @example
 * typicalVariance([0.1, 0.2, 0.4]) // => 0.2
 */
export function typicalVariance(variances: readonly number[]): number {
  const totalWeight = variances.reduce((sum, variance) => sum + 1 / variance, 0);
  const totalSquaredWeight = variances.reduce((sum, variance) => sum + (1 / variance) ** 2, 0);
  return ((variances.length - 1) * totalWeight) / (totalWeight ** 2 - totalSquaredWeight);
}
