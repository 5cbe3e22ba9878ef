import { argumentError } from "../argument-error.js";
import type { Count } from "../proportions/wilson.js";

/**
 * How many answers fell in each category of a scale, empty categories included.
 *
 * @param answers whole numbers, lowest to highest; observed values only, the caller drops and counts the missing
 * @param lowest the lowest category, a whole number
 * @param highest the highest category, a whole number above lowest
 * @returns one count per category, from lowest to highest
 * @throws RangeError when an answer is not a category
 * @see Heiberger & Robbins (2014) J Stat Softw 57(5), for the charts these counts feed
 * @example
 * countAnswers([4, 5, 4, 1], 1, 5) // => [1, 0, 0, 2, 1]
 */
export function countAnswers(answers: readonly number[], lowest: number, highest: number): readonly number[] {
  const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
  answers.forEach((answer, index) => {
    const count = counts[answer - lowest];
    if (count === undefined) {
      throw argumentError(
        `countAnswers: answers[${index}]`,
        `a whole number, ${lowest} to ${highest}`,
        answer,
      );
    }
    counts[answer - lowest] = count + 1;
  });
  return counts;
}

/**
 * How many answers fell in the two highest categories, of how many.
 *
 * @param counts one count per category, from lowest to highest, as countAnswers gives; at least 4 categories
 * @returns a count for wilsonInterval or wilsonIntervalClustered
 * @throws RangeError when there are fewer than 4 categories, where the two highest are no longer the top
 * @see {@link countAnswers}
 * @example
 * topTwo([1, 0, 0, 2, 1]) // => { successes: 3, n: 4 }
 */
export function topTwo(counts: readonly number[]): Count {
  checkCategories(counts, "topTwo");
  return { successes: total(counts.slice(-2)), n: total(counts) };
}

/**
 * Share of answers in the two highest categories less the share in the two lowest.
 *
 * @param counts one count per category, from lowest to highest, as countAnswers gives; at least 4 categories
 * @returns -1 (all low) to 1 (all high)
 * @throws RangeError when there are fewer than 4 categories, or no answers
 * @see {@link countAnswers}
 * @example
 * netTopTwo([1, 0, 0, 2, 1]) // => 0.5
 */
export function netTopTwo(counts: readonly number[]): number {
  checkCategories(counts, "netTopTwo");
  const n = total(counts);
  if (n < 1) throw argumentError("netTopTwo: counts", "at least 1 answer", n);
  return (total(counts.slice(-2)) - total(counts.slice(0, 2))) / n;
}

function checkCategories(counts: readonly number[], where: string): void {
  if (counts.length < 4) throw argumentError(`${where}: counts`, "at least 4 categories", counts.length);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
