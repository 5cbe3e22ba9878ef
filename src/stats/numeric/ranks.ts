import { checkFinite } from "../check-values.js";

/** Values ranked from smallest to largest, tied values sharing the mean of their ranks. */
export interface Midranks {
  /** In the order of the values; whole or half numbers from 1. */
  readonly ranks: readonly number[];
  /** How many values share each distinct value, from smallest to largest; 1 where a value is alone. */
  readonly ties: readonly number[];
}

/**
 * Ranks values from smallest to largest; tied values share the mean of their ranks (midranks).
 *
 * Values are tied when they are equal as doubles: differences of scores are to be taken in whole units first, or
 * rounding makes false differences.
 *
 * @param values any length, in any unit; observed values only, the caller drops and counts the missing
 * @returns the ranks in the order of the values, and the sizes of the groups of ties
 * @throws RangeError when a value is not finite
 * @see Hollander, Wolfe & Chicken (2014) Nonparametric Statistical Methods, 3rd ed., section 3.1
 * @example
 * midranks([3, 1, 3, 9]) // => { ranks: [2.5, 1, 2.5, 4], ties: [1, 2, 1] }
 */
export function midranks(values: ArrayLike<number>): Midranks {
  checkFinite(values, "midranks: values");
  const order = Array.from({ length: values.length }, (_, index) => index).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const ranks = new Array<number>(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] as number] = (start + 1 + end) / 2;
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/**
 * The sum over groups of ties of t³ - t, by which ties shrink the variance of a sum of ranks.
 *
 * @param ties sizes of the groups of tied values
 * @returns 0 when no values are tied
 * @see Lehmann (1975) Nonparametrics: Statistical Methods Based on Ranks, section 1.4
 * @example
 * tieCorrection([1, 2, 3]) // => 30
 */
export function tieCorrection(ties: readonly number[]): number {
  return ties.reduce((sum, size) => sum + size ** 3 - size, 0);
}
