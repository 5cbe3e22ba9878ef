import { checkCounts, checkLength } from "../check-values.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { countValues } from "./value-counts.js";

/** Whether any of several groups tends to have higher values. */
export interface KruskalWallis {
  readonly kind: "kruskalWallis";
  /** Corrected for ties. */
  readonly h: number;
  /** Groups with values, less 1. */
  readonly df: number;
  readonly pValue: number;
  /** h / (n - 1): share of the spread of ranks that lies between groups, 0 to 1. */
  readonly epsilonSquared: number;
  /** Values over all groups. */
  readonly n: number;
  /** Groups with at least one value. */
  readonly groups: number;
  /** Groups passed over because they have no values. */
  readonly emptyGroups: number;
  readonly method: "Kruskal-Wallis, corrected for ties, chi-squared approximation";
}

/**
 * The Kruskal-Wallis test that several groups have the same distribution, with epsilon-squared.
 *
 * Empty groups are passed over and counted. The p-value is approximate, and poor with fewer than about 5 values in a
 * group: there take the p-value of kruskalWallisPermutationTest. Epsilon-squared is on average above 0 even when nothing
 * differs: (groups - 1) / (n - 1). Treats people as independent: for groups within one Trust, not for people pooled over
 * Trusts, nor for the Trusts themselves.
 *
 * @param groups values in one unit; observed values only, the caller drops and counts the missing
 * @returns H, its p-value and epsilon-squared; unavailable when fewer than 2 groups have values or all are equal
 * @throws RangeError when a value is not finite
 * @see Kruskal & Wallis (1952) JASA 47:583-621; Tomczak & Tomczak (2014) Trends Sport Sci 1:19-25 (epsilon-squared)
 * @example
 * kruskalWallisTest([[4, 5, 3, 4], [3, 2, 3], [2, 3, 3, 4, 2, 5]]) // => { h: 3.2910448, df: 2, pValue: 0.19291177, epsilonSquared: 0.27425373 }
 */
export function kruskalWallisTest(groups: readonly ArrayLike<number>[]): KruskalWallis | Unavailable {
  return test(countValues(groups, "kruskalWallisTest").counts);
}

/**
 * The Kruskal-Wallis test of several groups given as counts per category.
 *
 * As {@link kruskalWallisTest}, which it equals on the answers themselves.
 *
 * @param groups for each group, one count per category, from lowest to highest, as countAnswers gives
 * @returns H, its p-value and epsilon-squared; unavailable as kruskalWallisTest
 * @throws RangeError when the lengths differ or a count is not whole
 * @see {@link kruskalWallisTest}
 * @example
 * kruskalWallisFromCounts([[0, 0, 1, 2, 1], [0, 1, 2, 0, 0], [0, 2, 2, 1, 1]]) // => { h: 3.2910448, df: 2, n: 13 }
 */
export function kruskalWallisFromCounts(groups: readonly ArrayLike<number>[]): KruskalWallis | Unavailable {
  groups.forEach((counts, index) => {
    const where = `kruskalWallisFromCounts: groups[${index}]`;
    checkCounts(counts, where);
    checkLength(counts.length, groups[0]!.length, where);
  });
  return test(groups);
}

function test(all: readonly ArrayLike<number>[]): KruskalWallis | Unavailable {
  const groups = all.filter((counts) => sumOf(counts) > 0);
  if (groups.length < 2) return unavailable("fewer than two groups have values");
  const totals = Array.from({ length: groups[0]!.length }, (_, category) =>
    groups.reduce((sum, counts) => sum + (counts[category] as number), 0),
  );
  const n = sumOf(totals);
  const centred = centredRanks(totals, n);
  const spread = totals.reduce((sum, count, category) => sum + count * centred[category]! ** 2, 0);
  if (spread === 0) return unavailable("all values are equal, so no group can be higher");
  const between = groups.reduce((sum, counts) => {
    const rankSum = centred.reduce((total, rank, category) => total + (counts[category] as number) * rank, 0);
    return sum + rankSum ** 2 / sumOf(counts);
  }, 0);
  const h = ((n - 1) * between) / spread;
  const df = groups.length - 1;
  return {
    kind: "kruskalWallis",
    h,
    df,
    pValue: chiSquaredUpperTail(h, df),
    epsilonSquared: between / spread,
    n,
    groups: groups.length,
    emptyGroups: all.length - groups.length,
    method: "Kruskal-Wallis, corrected for ties, chi-squared approximation",
  };
}

/**
 * The midrank of each distinct value, less the mean of all ranks.
 *
 * @param totals how many share each distinct value, from lowest to highest
 * @param n sum of the totals
 * @returns whole or half numbers, whose sum over all n is 0
 * @see {@link kruskalWallisTest}
 * @example
 * centredRanks([2, 1, 1], 4) // => [-1, 0.5, 1.5]
 */
export function centredRanks(totals: readonly number[], n: number): readonly number[] {
  let below = 0;
  return totals.map((count) => {
    const rank = below + (count - n) / 2;
    below += count;
    return rank;
  });
}
