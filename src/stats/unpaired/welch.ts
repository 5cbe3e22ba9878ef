import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { finiteResult } from "../finite-result.js";
import { studentTest } from "../means/student-test.js";
import type { StudentTest } from "../means/student-test.js";
import { mean } from "../means/summary.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { emptyGroup } from "./empty-group.js";
import { sampleVariance } from "./sample-variance.js";
import { satterthwaite } from "./satterthwaite.js";

/** The difference of two means, with Welch's interval and test. */
export interface WelchT extends StudentTest {
  readonly kind: "welchT";
  /** Mean of the first group less mean of the second, in the unit of the values, as are low and high. */
  readonly estimate: number;
  /** Degrees of freedom, by Welch and Satterthwaite. */
  readonly df: number;
  readonly firstMean: number;
  readonly secondMean: number;
  readonly firstN: number;
  readonly secondN: number;
  readonly method: "Welch t";
}

/**
 * Welch's t test and interval for the difference of two means; the spreads of the groups need not be equal.
 *
 * One group may show no spread; when neither does, there is nothing to judge by. Treats people as independent: for one
 * Trust, not for people pooled over Trusts, whose means are pooled by poolRandomEffects.
 *
 * @param first at least 2 values, in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param level confidence level, strictly between 0 and 1
 * @returns the difference, its interval and its test; unavailable when a group has fewer than 2 values, or the values
 * differ within neither group
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Welch (1947) Biometrika 34:28-35; Satterthwaite (1946) Biometrics Bull 2:110-114
 * @example
 * welchTTest([4, 5, 3, 4], [3, 2, 3, 4, 2]) // => { estimate: 1.2, low: -0.12391827, high: 2.5239183, pValue: 0.069000393 }
 */
export function welchTTest(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): WelchT | Unavailable {
  checkFinite(first, "welchTTest: first");
  checkFinite(second, "welchTTest: second");
  probabilityBelowUpperLimit(level, "welchTTest");
  const [firstN, secondN] = [first.length, second.length];
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  if (firstN < 2 || secondN < 2) return unavailable("a group has one value, so its spread is unknown");
  const ours = sampleVariance(first) / firstN;
  const theirs = sampleVariance(second) / secondN;
  if (ours + theirs === 0) return unavailable("values do not differ within either group");
  const [firstMean, secondMean] = [mean(first), mean(second)];
  const df = satterthwaite(ours, theirs, { firstN, secondN });
  return finiteResult({
    kind: "welchT",
    ...studentTest(firstMean - secondMean, { standardError: Math.sqrt(ours + theirs), df }, { level }),
    firstMean,
    secondMean,
    firstN,
    secondN,
    method: "Welch t",
  });
}
