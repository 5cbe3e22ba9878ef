import { binomialCoefficients } from "../numeric/binomial-coefficients.js";
import { sumOf } from "../numeric/sum.js";

/** The number of ways to pick a group, by the number of pairs it wins. */
export interface RankSumWays {
  /** ways[i]: in how many the group wins i × step half pairs; a win is two halves, a tied pair one. */
  readonly ways: Float64Array;
  /** 2 when half wins can only be even, else 1. */
  readonly step: 1 | 2;
  /** All ways to pick the group. */
  readonly total: number;
}

/**
 * How many ways there are to pick a group of a given size from tied values, by the pairs it then wins.
 *
 * Groups of ties are taken from lowest to highest. The state is how many have been picked and how many half pairs
 * they have won; of the next ties any number may be picked, in as many ways as the binomial coefficient says.
 * Counts only add up, so that the smallest tail keeps its digits.
 *
 * @param ties sizes of the groups of tied values, from lowest to highest, each at least 1
 * @param size how many are picked, at least 1; fewer than 10^308 ways in all
 * @param mostHalfWins more half wins than this are not looked at
 * @returns the ways to win 0 to mostHalfWins half pairs, in steps
 * @see Mehta, Patel & Tsiatis (1984) Biometrics 40:819-825; Streitberg & Röhmel (1986) Stat Softw Newsl 12:10-17
 * @example
 * rankSumWays([1, 2, 1], 2, 8) // => { ways: [0, 2, 0, 0, 2, 0, 0, 2, 0], step: 1, total: 6 }
 */
export function rankSumWays(ties: readonly number[], size: number, mostHalfWins: number): RankSumWays {
  // in a group of ties of odd size, picked × left is always even
  const step = ties.every((tied) => tied % 2 === 1) ? 2 : 1;
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(Math.floor(mostHalfWins / step) + 1));
  rows[0]![0] = 1;
  const all = sumOf(ties);
  let seen = 0;
  for (const tied of ties) {
    const ways = binomialCoefficients(tied, Math.min(tied, size));
    const fewest = Math.max(0, size - (all - seen - tied));
    // downwards, so that the rows added are those from before these ties
    for (let picked = Math.min(size, seen + tied); picked >= fewest; picked -= 1) {
      for (let taken = Math.max(1, picked - seen); taken <= Math.min(tied, picked); taken += 1) {
        const before = picked - taken;
        const beaten = seen - before;
        const won = (taken * (2 * beaten + tied - taken)) / step;
        const reach = (2 * before * beaten) / step;
        addShifted(rows[picked]!, rows[before]!, { factor: ways[taken]!, shift: won, reach });
      }
    }
    seen += tied;
  }
  return { ways: rows[size]!, step, total: binomialCoefficients(all, size)[size]! };
}

function addShifted(
  target: Float64Array,
  source: Float64Array,
  { factor, shift, reach }: { readonly factor: number; readonly shift: number; readonly reach: number },
): void {
  const end = Math.min(target.length, shift + reach + 1);
  for (let index = shift; index < end; index += 1) target[index]! += factor * source[index - shift]!;
}
