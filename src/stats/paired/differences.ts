import { checkFinite, checkLength } from "../check-values.js";
import { largestSize } from "../numeric/range.js";

/** Differences closer than this share of the largest score are the same difference. */
const SAME_WITHIN_DIGITS = 9;

/**
 * The change of each person, after less before, free of the rounding that would break ties.
 *
 * Computers keep most decimal scores inexactly, so that 2.3 - 2.2 and 1.3 - 1.2 differ in the 16th digit and a rank test
 * would take a tie for two values. Every change is rounded to 9 decimal places below the power of ten that holds the
 * largest score, far finer than any questionnaire. Times are to be given in a unit near their differences: days, not
 * milliseconds since 1970.
 *
 * @param before one score a person, in any unit; people with both scores only, the caller drops and counts the rest
 * @param after the same people's later scores, in the same order and unit
 * @returns after less before, one a person, in the unit of the scores
 * @throws RangeError when the lengths differ or a score is not finite
 * @see Wilcoxon's test needs ties to be seen as ties: Hollander, Wolfe & Chicken (2014) Nonparametric Statistical
 * Methods, 3rd ed., section 3.1
 * @example
 * differences([2.2, 1.2], [2.3, 1.3]) // => [0.1, 0.1]
 */
export function differences(before: readonly number[], after: readonly number[]): readonly number[] {
  checkLength(after.length, before.length, "differences: after");
  checkFinite(before, "differences: before");
  checkFinite(after, "differences: after");
  const largest = Math.max(largestSize(before), largestSize(after));
  const decimals = largest === 0 ? 0 : SAME_WITHIN_DIGITS - Math.ceil(Math.log10(largest));
  return before.map((score, person) => roundTo(decimals, (after[person] as number) - score));
}

function roundTo(decimals: number, value: number): number {
  const power = 10 ** Math.abs(decimals);
  const rounded = decimals >= 0 ? Math.round(value * power) / power : Math.round(value / power) * power;
  return Number.isFinite(rounded) && Number.isFinite(power) ? rounded + 0 : value;
}
