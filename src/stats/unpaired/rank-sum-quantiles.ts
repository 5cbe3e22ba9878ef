import type { Dominance } from "./dominance.js";
import { rankSumWays } from "./rank-sum-ways.js";

/** Where the two tails of the permutation distribution of half wins begin. */
export interface HalfWinQuantiles {
  /** Smallest number of half wins of the first group with at least the tail's probability at or below it. */
  readonly lower: number;
  /** Smallest number of half wins with at most the tail's probability above it. */
  readonly upper: number;
  /** Probability below `lower`; of 0 half wins, when `lower` is 0. */
  readonly below: number;
  /** Probability above `upper`; of winning every pair, when `upper` is that. */
  readonly above: number;
}

/**
 * The quantiles of the exact distribution of the pairs that the first group wins, when both come from one distribution.
 *
 * @param comparison two groups, each with at least 1 value
 * @param tail probability of one tail, more than 0 and less than 0.5
 * @param fuzz how far rounding may have moved a probability
 * @returns the quantiles in half wins, and the probability beyond them
 * @see {@link rankSumWays}
 * @example
 * quantilesOfHalfWins({ firstN: 4, secondN: 4, halfWins: 0, tiedPairs: 0, ties: [1, 1, 1, 1, 1, 1, 1, 1] }, 0.025, 0) // => { lower: 2, upper: 30, below: 0.014285714, above: 0.014285714 }
 */
export function quantilesOfHalfWins(
  { firstN, secondN, ties }: Dominance,
  tail: number,
  fuzz: number,
): HalfWinQuantiles {
  const most = 2 * firstN * secondN;
  const { ways, step, total } = rankSumWays(ties, Math.min(firstN, secondN), most);
  const probabilities = firstN <= secondN ? ways : ways.reverse();
  const walk = (probabilityAt: (place: number) => number) => {
    let beyond = 0;
    for (let place = 0; ; place += 1) {
      const here = probabilityAt(place) / total;
      if (beyond + here >= tail - fuzz && here > 0) return { place, beyond: beyond > 0 ? beyond : here };
      beyond += here;
    }
  };
  const low = walk((place) => probabilities[place] as number);
  const high = walk((place) => probabilities[probabilities.length - 1 - place] as number);
  return { lower: low.place * step, upper: most - high.place * step, below: low.beyond, above: high.beyond };
}
