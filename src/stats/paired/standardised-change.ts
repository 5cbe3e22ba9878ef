import { checkFinite, checkLength } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { isNoncentralT, noncentralTLimits } from "../distributions/noncentral-t.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { hedgesCorrection } from "../means/hedges-correction.js";
import { mean, sampleSpread } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { differences } from "./differences.js";

/** A mean change in standard deviations, as it is and with its small-sample bias taken out. */
export interface StandardisedChange {
  readonly kind: "standardisedChange";
  /** Mean change over the standard deviation that `method` names. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Hedges' g: the estimate times the correction, as are correctedLow and correctedHigh. */
  readonly corrected: number;
  readonly correctedLow: number;
  readonly correctedHigh: number;
  /** Hedges' exact factor J. */
  readonly correction: number;
  readonly level: number;
  /** Degrees of freedom: n - 1. */
  readonly df: number;
  readonly n: number;
  readonly method:
    | "d_z: standard deviation of the changes, noncentral t"
    | "d_av: root mean square of the standard deviations before and after, noncentral t";
}

/**
 * The mean change over the standard deviation of the changes (d_z).
 *
 * It says how sure the direction of the change is, person by person, and grows when before and after go closely together.
 * It is not comparable with d between groups: see `dAverage`. Its interval assumes normal changes.
 *
 * @param changes after less before, in any unit; the caller drops and counts people without both scores
 * @param level confidence level, strictly between 0 and 1
 * @returns the standardised change with and without Hedges' correction; unavailable when there are fewer than 3 people,
 * all changed by the same, or the mean change is over 1000 standard deviations of the changes
 * @throws RangeError when a change is not finite or the level is outside its range
 * @see Cohen (1988) Statistical Power Analysis for the Behavioral Sciences, 2nd ed., section 2.3.5; Hedges (1981) J Educ
 * Stat 6:107-128; Cumming & Finch (2001) Educ Psychol Meas 61:532-574 (interval)
 * @example
 * dZ([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2]) // => { estimate: 1.1097816, low: 0.44834871, high: 1.7472939, corrected: 1.0490629 }
 */
export function dZ(changes: readonly number[], level = 0.95): StandardisedChange | Unavailable {
  checkFinite(changes, "dZ: changes");
  probabilityBelowUpperLimit(level, "dZ");
  return standardised(changes, sampleSpread, level, "d_z: standard deviation of the changes, noncentral t");
}

/**
 * The mean change over the average standard deviation of the scores before and after (d_av).
 *
 * The standard deviations are averaged as variances, so the value is on the scale of d between groups. It does not grow
 * with the correlation of before and after; its interval does allow for it. The interval is approximate and assumes normal
 * scores. Averaging the standard deviations themselves (Lakens 2013) gives the same when they are equal.
 *
 * @param before one score a person, in any unit; people with both scores only, the caller drops and counts the rest
 * @param after the same people's later scores, in the same order and unit
 * @param level confidence level, strictly between 0 and 1
 * @returns the standardised change with and without Hedges' correction; unavailable when there are fewer than 3 people,
 * all changed by the same, or the mean change is over 1000 standard deviations of the changes
 * @throws RangeError when the lengths differ, a score is not finite or the level is outside its range
 * @see Cumming (2012) Understanding the New Statistics, chapter 11; Algina & Keselman (2003) Educ Psychol Meas 63:537-553
 * (interval); Hedges (1981) J Educ Stat 6:107-128
 * @example
 * dAverage([2, 3, 2, 1, 3, 4], [4, 4, 3, 3, 3, 5]) // => { estimate: 1.2413221, df: 5 }
 */
export function dAverage(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): StandardisedChange | Unavailable {
  checkLength(after.length, before.length, "dAverage: after");
  checkFinite(before, "dAverage: before");
  checkFinite(after, "dAverage: after");
  probabilityBelowUpperLimit(level, "dAverage");
  const average = () => Math.hypot(sampleSpread(before), sampleSpread(after)) / Math.SQRT2;
  return standardised(
    differences(before, after),
    average,
    level,
    "d_av: root mean square of the standard deviations before and after, noncentral t",
  );
}

function standardised(
  changes: readonly number[],
  unitOf: (changes: readonly number[]) => number,
  level: number,
  method: StandardisedChange["method"],
): StandardisedChange | Unavailable {
  const n = changes.length;
  if (n < 3) return unavailable("fewer than 3 pairs");
  if (differOnlyByRounding(changes)) return unavailable("every change is the same");
  const df = n - 1;
  const unit = unitOf(changes);
  const standardError = sampleSpread(changes) / Math.sqrt(n);
  const t = mean(changes) / standardError;
  if (!Number.isFinite(t)) return beyondDoubles;
  if (!isNoncentralT(t, df)) return unavailable("the mean change is over 1000 standard deviations");
  const limits = noncentralTLimits(t, df, level);
  const estimate = mean(changes) / unit;
  const low = (limits.low * standardError) / unit;
  const high = (limits.high * standardError) / unit;
  const correction = hedgesCorrection(df);
  return finiteResult({
    kind: "standardisedChange",
    estimate,
    low,
    high,
    corrected: correction * estimate,
    correctedLow: correction * low,
    correctedHigh: correction * high,
    correction,
    level,
    df,
    n,
    method,
  });
}
