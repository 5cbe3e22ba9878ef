import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { isNoncentralT, noncentralTLimits } from "../distributions/noncentral-t.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { hedgesCorrection } from "../means/hedges-correction.js";
import { mean } from "../means/summary.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { emptyGroup } from "./empty-group.js";
import { sampleVariance } from "./sample-variance.js";
import { satterthwaite } from "./satterthwaite.js";

/** A difference of two means in standard deviations, corrected for small samples. */
export interface HedgesG {
  readonly kind: "hedgesG";
  /** The difference over the standard deviation, times the correction, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** What the difference was divided by, in the unit of the values. */
  readonly standardDeviation: number;
  /** Degrees of freedom of the standard deviation. */
  readonly df: number;
  /** Hedges' J, exact. */
  readonly correction: number;
  readonly firstN: number;
  readonly secondN: number;
  readonly method: "Hedges' g, pooled standard deviation" | "Hedges' g*, average of the two variances";
}

export interface HedgesGOptions {
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
  /** What to divide by, "pooled" unless told. */
  readonly standardiser?: "pooled" | "average";
}

/**
 * Hedges' g: the difference of two means in standard deviations, with the exact small-sample correction.
 *
 * "pooled" weighs the two variances by their degrees of freedom and supposes that they estimate one spread; "average"
 * weighs them alike and does not. The interval is that of the noncentral t, times the correction, and assumes normal
 * values; for "average" it is approximate. Treats people as independent: for one Trust, not for people pooled over Trusts.
 *
 * @param first at least 2 values, in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param options level and standardiser
 * @returns g, above 0 when the first mean is higher; unavailable when a group has fewer than 2 values, the values differ
 * within neither group, or the means differ by hundreds of standard deviations
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Hedges (1981) J Educ Stat 6:107-128; Cumming & Finch (2001) Educ Psychol Meas 61:532-574 (interval); Delacre, Lakens, Ley, Liu & Leys (2021) PsyArXiv tu6mp (g*, and its df)
 * @example
 * hedgesG([4, 5, 3, 4], [3, 2, 3, 4, 2]) // => { estimate: 1.2871283, low: -0.088514300, high: 2.5954171, correction: 0.88820291 }
 */
export function hedgesG(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95, standardiser = "pooled" }: HedgesGOptions = {},
): HedgesG | Unavailable {
  checkFinite(first, "hedgesG: first");
  checkFinite(second, "hedgesG: second");
  probabilityBelowUpperLimit(level, "hedgesG");
  const [firstN, secondN] = [first.length, second.length];
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  if (firstN < 2 || secondN < 2) return unavailable("a group has one value, so its spread is unknown");
  const ours = sampleVariance(first);
  const theirs = sampleVariance(second);
  if (ours + theirs === 0) return unavailable("values do not differ within either group");
  const isPooled = standardiser === "pooled";
  const df = isPooled ? firstN + secondN - 2 : satterthwaite(ours, theirs, { firstN, secondN });
  // one of two values a group alone varies: its one degree of freedom has no correction
  if (Number.isNaN(df)) return beyondDoubles;
  if (!(df > 1)) return unavailable("only one degree of freedom is left, too few for the correction");
  const variance = isPooled ? ((firstN - 1) * ours + (secondN - 1) * theirs) / df : (ours + theirs) / 2;
  const differenceVariance = isPooled
    ? variance * (1 / firstN + 1 / secondN)
    : ours / firstN + theirs / secondN;
  const difference = mean(first) - mean(second);
  const t = difference / Math.sqrt(differenceVariance);
  if (!Number.isFinite(t)) return beyondDoubles;
  if (!isNoncentralT(t, df)) return unavailable("the means differ by hundreds of standard deviations");
  const limits = noncentralTLimits(t, df, level);
  const correction = hedgesCorrection(df);
  const scale = correction * Math.sqrt(differenceVariance / variance);
  return finiteResult({
    kind: "hedgesG",
    estimate: (correction * difference) / Math.sqrt(variance),
    low: scale * limits.low,
    high: scale * limits.high,
    level,
    standardDeviation: Math.sqrt(variance),
    df,
    correction,
    firstN,
    secondN,
    method: isPooled ? "Hedges' g, pooled standard deviation" : "Hedges' g*, average of the two variances",
  });
}
