import { argumentError } from "../argument-error.js";
import { normalUpperTail } from "../distributions/normal.js";
import { tieCorrection } from "../numeric/ranks.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { dominance } from "./dominance.js";
import type { Dominance } from "./dominance.js";
import { emptyGroup } from "./empty-group.js";
import { rankSumWays } from "./rank-sum-ways.js";
import type { RankSumWays } from "./rank-sum-ways.js";
import { countValues } from "./value-counts.js";

export interface MannWhitneyOptions {
  /** Exact when first n × second n is at most this, 10 000 unless told (100 against 100); 0 to 40 000. */
  readonly exactUpTo?: number;
  /** Whether the normal approximation moves U half a pair towards its mean; no unless told. */
  readonly continuityCorrection?: boolean;
}

/** Whether one of two groups tends to have higher values. */
export interface MannWhitney {
  readonly kind: "mannWhitney";
  /** Pairs in which the first value is higher, ties counting half: U of the first group, which R calls W. */
  readonly u: number;
  /** Sum of the midranks of the first group: Wilcoxon's W. */
  readonly rankSum: number;
  /** u less its mean, over its tie-corrected standard deviation; corrected for continuity only when `method` says so. */
  readonly z: number;
  /** Two-sided: a U at least as far from its mean as this one, on either side. */
  readonly pValue: number;
  /** One-sided: a U of the first group at least as high as this one. */
  readonly pValueFirstHigher: number;
  /** One-sided: a U of the first group at most as high as this one. */
  readonly pValueFirstLower: number;
  readonly firstN: number;
  readonly secondN: number;
  readonly method:
    | "exact permutation of midranks"
    | "normal approximation, corrected for ties"
    | "normal approximation, corrected for ties and continuity";
}

const EXACT_UP_TO = 10_000;
const MOST_EXACT = 40_000;

/**
 * The Mann-Whitney (Wilcoxon rank-sum) test of two groups of values.
 *
 * Exact with ties: every way to divide the observed values between the groups is counted. Above `exactUpTo` the normal
 * approximation takes over, and `method` says so. Tests whether the two distributions are the same; when their spreads
 * differ, brunnerMunzelTest is safer. Treats people as independent: for one Trust, not for people pooled over Trusts.
 * Whole numbers, plain or in a typed array, are counted and not sorted: a million Likert answers take milliseconds.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param options when to be exact, and whether to correct for continuity
 * @returns U, z and p-values; unavailable when a group is empty or all values are equal
 * @throws RangeError when a value is not finite or exactUpTo is outside its range
 * @see Mann & Whitney (1947) Ann Math Stat 18:50-60; Lehmann (1975) Nonparametrics, section 1.4 (ties); the two-sided
 * exact p-value is that of the R packages coin and exactRankTests, by distance from the mean
 * @example
 * mannWhitneyTest([4, 5, 3, 4, 4], [3, 2, 3, 4, 2, 1]) // => { u: 26.5, pValue: 0.038961039, method: "exact permutation of midranks" }
 */
export function mannWhitneyTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: MannWhitneyOptions = {},
): MannWhitney | Unavailable {
  const [firstCounts, secondCounts] = countValues([first, second], "mannWhitneyTest").counts;
  return test(dominance(firstCounts!, secondCounts!, "mannWhitneyTest"), options, "mannWhitneyTest");
}

/**
 * The Mann-Whitney test of two groups given as counts per category, as two waves of a survey that cannot be linked.
 *
 * As {@link mannWhitneyTest}, which it equals on the answers themselves. Two waves of the same people are not
 * independent: without the link the error of the p-value is of unknown direction, and the report must say so.
 *
 * @param first one count per category, from lowest to highest, as countAnswers gives; zeros where a category is empty
 * @param second as first, in the same categories
 * @param options when to be exact, and whether to correct for continuity
 * @returns U, z and p-values; unavailable when a group is empty or all answers are in one category
 * @throws RangeError when the lengths differ, a count is not whole or exactUpTo is outside its range
 * @see {@link mannWhitneyTest}
 * @example
 * mannWhitneyFromCounts([0, 0, 1, 3, 1], [1, 2, 2, 1, 0]) // => { u: 26.5, z: 2.1750619, pValue: 0.038961039 }
 */
export function mannWhitneyFromCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: MannWhitneyOptions = {},
): MannWhitney | Unavailable {
  return test(dominance(first, second, "mannWhitneyFromCounts"), options, "mannWhitneyFromCounts");
}

function test(
  pairs: Dominance,
  { exactUpTo = EXACT_UP_TO, continuityCorrection = false }: MannWhitneyOptions,
  where: string,
): MannWhitney | Unavailable {
  if (!(exactUpTo >= 0 && exactUpTo <= MOST_EXACT))
    throw argumentError(`${where}: exactUpTo`, `0 to ${MOST_EXACT}`, exactUpTo);
  const { firstN, secondN, halfWins, ties } = pairs;
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  if (ties.length === 1) return unavailable("all values are equal, so neither group can be higher");
  const u = halfWins / 2;
  const distance = u - (firstN * secondN) / 2;
  const standardDeviation = deviationOfU(pairs);
  const found = {
    kind: "mannWhitney",
    u,
    rankSum: u + (firstN * (firstN + 1)) / 2,
    firstN,
    secondN,
  } as const;
  if (firstN * secondN <= exactUpTo) {
    return {
      ...found,
      z: distance / standardDeviation,
      ...exactPValues(pairs),
      method: "exact permutation of midranks",
    };
  }
  const half = continuityCorrection ? 0.5 : 0;
  const z = (distance - half * Math.sign(distance)) / standardDeviation;
  return {
    ...found,
    z,
    pValue: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    pValueFirstHigher: normalUpperTail((distance - half) / standardDeviation),
    pValueFirstLower: normalUpperTail(-(distance + half) / standardDeviation),
    method: continuityCorrection
      ? "normal approximation, corrected for ties and continuity"
      : "normal approximation, corrected for ties",
  };
}

function deviationOfU({ firstN, secondN, ties }: Dominance): number {
  const n = firstN + secondN;
  return Math.sqrt(((firstN * secondN) / 12) * (n + 1 - tieCorrection(ties) / (n * (n - 1))));
}

/** Both tails as far out as the observed one are counted; the wider one-sided p-value is what the narrower leaves. */
function exactPValues({ firstN, secondN, halfWins, ties }: Dominance) {
  const mean = firstN * secondN;
  const firstIsSmaller = firstN <= secondN;
  const size = Math.min(firstN, secondN);
  const limit = mean - Math.abs(halfWins - mean);
  const lowTail = rankSumWays(firstIsSmaller ? ties : [...ties].reverse(), size, limit);
  const highTail = rankSumWays(firstIsSmaller ? [...ties].reverse() : ties, size, limit);
  const isHigh = halfWins > mean;
  const near = isHigh ? highTail : lowTail;
  const narrow = tailShare(near);
  const wide = Math.min(1, 1 - narrow + near.ways[limit / near.step]! / near.total);
  return {
    pValue: limit === mean ? 1 : Math.min(1, tailShare(lowTail) + tailShare(highTail)),
    pValueFirstHigher: isHigh ? narrow : wide,
    pValueFirstLower: isHigh ? wide : narrow,
  };
}

function tailShare({ ways, total }: RankSumWays): number {
  return Math.min(1, sumOf(ways) / total);
}
