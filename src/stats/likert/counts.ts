import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** No scale of answers has more; a larger range is a mistake. */
const MOST_CATEGORIES = 1000;

/** How the answers to one item fall over its categories. */
export interface AnswerShares {
  readonly kind: "answerShares";
  /** Answers, all categories together. */
  readonly n: number;
  /** One a category, from lowest to highest. */
  readonly counts: readonly number[];
  /** One a category, 0 to 1. */
  readonly shares: readonly number[];
}

/**
 * How many answers fell in each category of a scale, empty categories included.
 *
 * @param answers whole numbers, lowest to highest; observed values only, the caller drops and counts the missing
 * @param lowest the lowest category, a whole number
 * @param highest the highest category, a whole number above lowest, with at most 1,000 categories in all
 * @returns one count per category, from lowest to highest
 * @throws RangeError when an answer is not a category, or the categories are not whole numbers in order
 * @see Heiberger & Robbins (2014) J Stat Softw 57(5), for the charts these counts feed
 * @example
 * countAnswers([4, 5, 4, 1], 1, 5) // => [1, 0, 0, 2, 1]
 */
export function countAnswers(answers: ArrayLike<number>, lowest: number, highest: number): readonly number[] {
  if (!Number.isInteger(lowest)) throw argumentError("countAnswers: lowest", "a whole number", lowest);
  if (!(Number.isInteger(highest) && highest > lowest))
    throw argumentError("countAnswers: highest", `a whole number above ${lowest}`, highest);
  if (highest - lowest >= MOST_CATEGORIES)
    throw argumentError(
      "countAnswers: highest",
      `at most ${MOST_CATEGORIES} categories`,
      highest - lowest + 1,
    );
  const counts = new Array<number>(highest - lowest + 1).fill(0);
  for (let index = 0; index < answers.length; index += 1) {
    const category = (answers[index] as number) - lowest;
    const count = counts[category];
    if (count === undefined) {
      throw argumentError(
        `countAnswers: answers[${index}]`,
        `a whole number, ${lowest} to ${highest}`,
        answers[index],
      );
    }
    counts[category] = count + 1;
  }
  return counts;
}

/**
 * The answers to one item: how many in each category, and what share of all who answered.
 *
 * The share is of those who chose a category: answers such as "does not apply" are no category, and their number is
 * to be shown beside.
 *
 * @param counts one a category, from lowest to highest, as countAnswers gives
 * @returns counts, shares and n; unavailable when nobody answered
 * @throws RangeError when there is no category, or a count is not a whole number from 0
 * @see {@link countAnswers}
 * @example
 * answerShares([1, 0, 0, 2, 1]) // => { n: 4, shares: [0.25, 0, 0, 0.5, 0.25] }
 */
export function answerShares(counts: readonly number[]): AnswerShares | Unavailable {
  const n = totalOf(counts, "answerShares");
  if (n === 0) return unavailable("nobody answered");
  return { kind: "answerShares", n, counts: [...counts], shares: counts.map((count) => count / n) };
}

/**
 * How many answers there are in all.
 *
 * @param counts one a category
 * @param where the function asking, for the error message
 * @returns the sum of the counts
 * @throws RangeError when there is no category, or a count is not a whole number from 0
 * @see {@link countAnswers}
 * @example
 * totalOf([1, 0, 0, 2, 1], "netScore") // => 4
 */
export function totalOf(counts: readonly number[], where: string): number {
  if (counts.length < 1) throw argumentError(`${where}: counts`, "at least 1 category", counts.length);
  return sumOf(checkCounts(counts, `${where}: counts`));
}
