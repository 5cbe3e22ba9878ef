import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";
import { binomialCoefficients } from "../numeric/binomial-coefficients.js";
import { greatestCommonDivisor } from "../numeric/greatest-common-divisor.js";
import { sumOf } from "../numeric/sum.js";

/** With more scores than this, the number of ways to sign them nears the largest double. */
export const mostSignFlips = 1000;

/**
 * In how many ways scores can be signed so that the positive ones sum to 0, 1, 2 and so on.
 *
 * The shift algorithm adds one score at a time: each way to reach a sum without it is also a way to reach that sum plus
 * the score. Tied scores are added together, so many of them in as many ways as the binomial coefficient says. Counts are
 * whole numbers kept as doubles: terms are only ever added, so every count keeps its relative precision however small its
 * probability, which is the count over 2 to the number of scores.
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
  checkScores(scores, "countSignFlips");
  checkCounts([upTo], "countSignFlips: upTo");
  return addTies(tiesIn(scores), upTo);
}

/**
 * Probability that the positive scores sum to a limit or less, when every score is as likely positive as negative.
 *
 * This is the exact distribution behind the signed-rank test, given the ranks: ties and zeros and all. The largest group
 * of ties is not added to the others: how much of it each sum of the others leaves room for is known without.
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
  checkScores(scores, "signFlipLowerTail");
  const total = sumOf(scores);
  if (limit < 0) return 0;
  if (limit >= total) return 1;
  if (2 * limit > total) return 1 - signFlipLowerTail(scores, total - limit - 1);
  const unit = scores.reduce(greatestCommonDivisor, 0);
  const most = Math.floor(limit / unit);
  const ties = tiesIn(scores.map((score) => score / unit));
  const largest = ties.reduce((one, other) => (other.n > one.n ? other : one));
  const others = addTies(
    ties.filter((group) => group !== largest),
    most,
  );
  let below = 0;
  const atMost = binomialCoefficients(largest.n, largest.n).map((ways) => (below += ways));
  const waysWith = (sum: number) =>
    largest.score === 0 ? below : atMost[Math.min(largest.n, Math.floor((most - sum) / largest.score))]!;
  return others.reduce((ways, count, sum) => ways + count * waysWith(sum), 0) * 2 ** -scores.length;
}

interface Ties {
  readonly score: number;
  readonly n: number;
}

function checkScores(scores: readonly number[], where: string): void {
  if (scores.length > mostSignFlips)
    throw argumentError(`${where}: scores`, `at most ${mostSignFlips}`, scores.length);
  checkCounts(scores, `${where}: scores`);
}

function tiesIn(scores: readonly number[]): readonly Ties[] {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return Array.from(counts, ([score, n]) => ({ score, n })).sort((one, other) => one.score - other.score);
}

/** In how many ways each sum up to a limit is reached. Sums are taken downwards, so that none is added to twice. */
function addTies(ties: readonly Ties[], upTo: number): Float64Array {
  const counts = new Float64Array(upTo + 1);
  counts[0] = 1;
  let reached = 0;
  for (const { score, n } of ties) {
    const next = Math.min(upTo, reached + n * score);
    if (n === 1) for (let sum = next; sum >= score; sum -= 1) counts[sum]! += counts[sum - score]!;
    else addMultiples(counts, reached, score, binomialCoefficients(n, n));
    reached = next;
  }
  return counts;
}

function addMultiples(counts: Float64Array, reached: number, score: number, ways: readonly number[]): void {
  for (let sum = reached; sum >= 0; sum -= 1) {
    const before = counts[sum]!;
    if (before === 0) continue;
    for (let some = 1, to = sum + score; some < ways.length && to < counts.length; some += 1, to += score)
      counts[to]! += before * ways[some]!;
  }
}
