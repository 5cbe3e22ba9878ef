import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";

/** With more scores than this, the number of ways to sign them nears the largest double. */
export const mostSignFlips = 1000;

/**
 * In how many ways scores can be signed so that the positive ones sum to 0, 1, 2 and so on.
 *
 * The shift algorithm adds one score at a time: each way to reach a sum without it is also a way to reach that sum plus
 * the score. Counts are whole numbers kept as doubles: they only ever grow by addition, so every one of them keeps its
 * relative precision however small its probability, which is the count over 2 to the number of scores.
 *
 * @param scores at most 1000 whole numbers, 0 or more: ranks doubled, so that midranks are whole
 * @param upTo the largest sum of interest, 0 or more; work and memory stop there
 * @returns the counts of the sums 0 to upTo
 * @throws RangeError when there are too many scores, or they or upTo are not whole numbers from 0
 * @see Streitberg & Röhmel (1986) Stat Software Newsletter 12:10-17
 * @example
 * countSignFlips([1, 2, 3], 3) // => [1, 1, 1, 2]
 */
export function countSignFlips(scores: readonly number[], upTo: number): Float64Array {
  if (scores.length > mostSignFlips)
    throw argumentError("countSignFlips: scores", `at most ${mostSignFlips}`, scores.length);
  checkCounts(scores, "countSignFlips: scores");
  checkCounts([upTo], "countSignFlips: upTo");
  const counts = new Float64Array(upTo + 1);
  counts[0] = 1;
  let reached = 0;
  for (const score of [...scores].sort((a, b) => a - b)) {
    reached = Math.min(upTo, reached + score);
    for (let sum = reached; sum >= score; sum -= 1) counts[sum]! += counts[sum - score]!;
  }
  return counts;
}

/**
 * Probability that the positive scores sum to a limit or less, when every score is as likely positive as negative.
 *
 * This is the exact distribution behind the signed-rank test, given the ranks: ties and zeros and all.
 *
 * @param scores at most 1000 whole numbers, 0 or more: ranks doubled, so that midranks are whole
 * @param limit a whole number, in the unit of the scores
 * @returns 0 to 1, with full relative precision below one half
 * @throws RangeError when there are too many scores, or they are not whole numbers from 0
 * @see {@link countSignFlips} for the algorithm; the upper half follows by symmetry
 * @example
 * signFlipLowerTail([1, 2, 3], 1) // => 0.25
 */
export function signFlipLowerTail(scores: readonly number[], limit: number): number {
  const total = scores.reduce((sum, score) => sum + score, 0);
  if (limit < 0) return 0;
  if (limit >= total) return 1;
  if (2 * limit > total) return 1 - signFlipLowerTail(scores, total - limit - 1);
  const unit = scores.reduce(greatestCommonDivisor, 0);
  const counts = countSignFlips(
    scores.map((score) => score / unit),
    Math.floor(limit / unit),
  );
  return counts.reduce((sum, count) => sum + count, 0) * 2 ** -scores.length;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
