import type { Alternative } from "../alternative.js";
import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { studentTCdf, studentTUpperTail } from "../distributions/student-t.js";
import { beyondDoubles } from "../finite-result.js";
import { tInterval } from "../means/t-interval.js";
import type { MeanInterval } from "../means/t-interval.js";
import type { Unavailable } from "../unavailable.js";

/** The mean change with Student's test and interval. */
export interface PairedTTest extends Omit<MeanInterval, "kind" | "method"> {
  readonly kind: "pairedTTest";
  /** The mean change in standard errors. */
  readonly statistic: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly method: "paired t";
}

/**
 * Student's t test of paired scores, with the interval of the mean change.
 *
 * The interval is two-sided whatever the alternative. It misleads when few changes are far from symmetric.
 *
 * @param differences changes, after less before, in any unit; the caller drops and counts people without both scores
 * @param options level of the interval, 0.95 unless told; alternative, "two-sided" unless told
 * @returns the test, in the unit of the changes; unavailable when there are fewer than 2 people or all changed by the same
 * @throws RangeError when a change is not finite or the level is outside its range
 * @see Student (1908) Biometrika 6:1-25
 * @example
 * pairedTTest([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]) // => { estimate: 1.58, statistic: 4.0621277, df: 9, pValue: 0.0028328900 }
 */
export function pairedTTest(
  differences: readonly number[],
  {
    level = 0.95,
    alternative = "two-sided",
  }: { readonly level?: number; readonly alternative?: Alternative } = {},
): PairedTTest | Unavailable {
  checkFinite(differences, "pairedTTest: differences");
  probabilityBelowUpperLimit(level, "pairedTTest");
  const interval = tInterval(differences, level);
  if (interval.kind === "unavailable") return interval;
  const statistic = interval.estimate / interval.standardError;
  if (!Number.isFinite(statistic)) return beyondDoubles;
  const pValues: Record<Alternative, number> = {
    "two-sided": 2 * studentTUpperTail(Math.abs(statistic), interval.df),
    greater: studentTUpperTail(statistic, interval.df),
    less: studentTCdf(statistic, interval.df),
  };
  return {
    ...interval,
    kind: "pairedTTest",
    statistic,
    pValue: pValues[alternative],
    alternative,
    method: "paired t",
  };
}
