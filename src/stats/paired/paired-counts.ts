import { checkLength } from "../check-values.js";

/** People whose answer changed between yes and no. */
export interface ChangedCounts {
  /** Yes before, no after. */
  readonly onlyBefore: number;
  /** No before, yes after. */
  readonly onlyAfter: number;
}

/** People by their answer before and after: the four cells of a 2 by 2 table, by name. */
export interface PairedCounts extends ChangedCounts {
  readonly bothYes: number;
  readonly neither: number;
}

/**
 * Counts people by their answer before and after.
 *
 * @param before true for yes, one a person; people with both answers only, the caller drops and counts the rest
 * @param after the same people's later answers, in the same order
 * @returns how many said yes twice, only before, only after, and never
 * @throws RangeError when the lengths differ
 * @see McNemar (1947) Psychometrika 12:153-157
 * @example
 * countPairs([true, true, false], [true, false, false]) // => { bothYes: 1, onlyBefore: 1, onlyAfter: 0, neither: 1 }
 */
export function countPairs(before: readonly boolean[], after: readonly boolean[]): PairedCounts {
  checkLength(after.length, before.length, "countPairs: after");
  const count = (first: boolean, second: boolean) =>
    before.filter((answer, person) => answer === first && after[person] === second).length;
  return {
    bothYes: count(true, true),
    onlyBefore: count(true, false),
    onlyAfter: count(false, true),
    neither: count(false, false),
  };
}
