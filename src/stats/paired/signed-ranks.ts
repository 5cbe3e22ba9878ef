import { midranks } from "../numeric/ranks.js";

/**
 * What becomes of people without change: ranked with the others and then left out (Pratt), so that they make the ranks of
 * the changes larger and more alike; or left out before ranking (Wilcoxon).
 */
export type ZeroRule = "pratt" | "wilcoxon";

/** The ranks of the changes, by size whatever their direction, and their sums by direction. */
export interface SignedRanks {
  /** Ranks of the changes other than zero, in the order given, with the sign of the change. */
  readonly signed: readonly number[];
  /** Sum of the ranks of the positive changes. */
  readonly positive: number;
  /** Sum of the ranks of the negative changes. */
  readonly negative: number;
  /** Sum of all ranks, those of the zeros too when they were ranked. */
  readonly total: number;
  readonly nZero: number;
  /** Changes other than zero that share their size with another. */
  readonly nTied: number;
}

/**
 * Ranks changes by size and sums the ranks by direction.
 *
 * @param differences changes, in one unit: as `differences` gives them, so that ties are seen as ties
 * @param zeros what becomes of people without change
 * @returns the ranks, tied sizes sharing the mean of their ranks, and their sums
 * @throws RangeError when a change is not finite
 * @see Pratt (1959) J Am Stat Assoc 54:655-667
 * @example
 * signedRanks([0, 2, -1], "pratt") // => { signed: [3, -2], positive: 3, negative: 2, total: 6, nZero: 1 }
 */
export function signedRanks(differences: readonly number[], zeros: ZeroRule): SignedRanks {
  const changes = differences.filter((change) => change !== 0);
  const ranked = zeros === "pratt" ? differences : changes;
  const { ranks } = midranks(ranked.map(Math.abs));
  const signed = ranks.flatMap((rank, index) => {
    const change = ranked[index] as number;
    return change === 0 ? [] : [change > 0 ? rank : -rank];
  });
  const sizes = new Map<number, number>();
  for (const change of changes) sizes.set(Math.abs(change), (sizes.get(Math.abs(change)) ?? 0) + 1);
  return {
    signed,
    positive: signed.reduce((sum, rank) => sum + Math.max(0, rank), 0),
    negative: signed.reduce((sum, rank) => sum + Math.max(0, -rank), 0),
    total: (ranks.length * (ranks.length + 1)) / 2,
    nZero: differences.length - changes.length,
    nTied: [...sizes.values()].reduce((sum, size) => sum + (size > 1 ? size : 0), 0),
  };
}
