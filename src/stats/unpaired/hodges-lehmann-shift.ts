import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalCdf, normalQuantile } from "../distributions/normal.js";
import { finiteResult } from "../finite-result.js";
import { tieCorrection } from "../numeric/ranks.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { dominance } from "./dominance.js";
import type { Dominance } from "./dominance.js";
import { emptyGroup } from "./empty-group.js";
import { pairDifferences } from "./pair-differences.js";
import type { PairDifferences } from "./pair-differences.js";
import { quantilesOfHalfWins } from "./rank-sum-quantiles.js";
import { countValues } from "./value-counts.js";
import type { ValueCounts } from "./value-counts.js";

/** How far the first group lies above the second, with its interval. */
export interface HodgesLehmannShift {
  readonly kind: "hodgesLehmannShift";
  /** Median of all differences of a first value less a second one, in the unit of the values, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** The level asked for. */
  readonly level: number;
  /** Level of the interval by the distribution of U it rests on; below `level` when there are too few values for it. */
  readonly attainedLevel: number;
  readonly firstN: number;
  readonly secondN: number;
  readonly method:
    | "exact, no ties"
    | "exact permutation of midranks"
    | "normal approximation, corrected for ties within the groups";
}

interface Limits {
  readonly low: number;
  readonly high: number;
  readonly attainedLevel: number;
}

const EXACT_UP_TO = 10_000;
const FUZZ = 10 * Number.EPSILON;

/**
 * The Hodges-Lehmann shift between two groups: the median of all differences, with the interval of the rank-sum test.
 *
 * Up to 10 000 pairs (100 against 100) the interval rests on the exact distribution of U; with ties, on that of the
 * midranks, as exactRankTests does. Above, the normal approximation takes over, and `method` says so. It supposes that
 * the groups differ by a shift only. On a scale of few points the interval is coarse and can shrink to one point:
 * there the probability of superiority says more. Takes memory for the product of the numbers of distinct values.
 * Treats people as independent: for one Trust, not for people pooled over Trusts.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param level confidence level, strictly between 0 and 1
 * @returns the shift and its interval; unavailable when a group is empty, or all differences are the same
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Hodges & Lehmann (1963) Ann Math Stat 34:598-611; Bauer (1972) JASA 67:687-690; Hollander, Wolfe & Chicken (2014)
 * Nonparametric Statistical Methods, 3rd ed., sections 4.2 and 4.3
 * @example
 * hodgesLehmannShift([11, 14, 17, 23], [2, 5, 9, 12]) // => { estimate: 9, low: -1, high: 21, attainedLevel: 0.97142857 }
 */
export function hodgesLehmannShift(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): HodgesLehmannShift | Unavailable {
  return shift(countValues([first, second], "hodgesLehmannShift"), level, "hodgesLehmannShift");
}

/**
 * The Hodges-Lehmann shift in categories, of two groups given as counts per category.
 *
 * As {@link hodgesLehmannShift} on the numbers of the categories: neighbouring categories count as one apart.
 *
 * @param first one count per category, from lowest to highest, as countAnswers gives; zeros where a category is empty
 * @param second as first, in the same categories
 * @param level confidence level, strictly between 0 and 1
 * @returns the shift and its interval, in categories; unavailable as hodgesLehmannShift
 * @throws RangeError when the lengths differ, a count is not whole or the level is outside its range
 * @see {@link hodgesLehmannShift}
 * @example
 * hodgesLehmannShiftFromCounts([0, 1, 2, 4, 3], [1, 3, 5, 2, 0]) // => { estimate: 1, low: 0, high: 3 }
 */
export function hodgesLehmannShiftFromCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): HodgesLehmannShift | Unavailable {
  const counts = [Array.from(first), Array.from(second)];
  const values = counts[0]!.map((_, category) => category);
  return shift({ values, counts }, level, "hodgesLehmannShiftFromCounts");
}

function shift(valueCounts: ValueCounts, level: number, where: string): HodgesLehmannShift | Unavailable {
  const below = probabilityBelowUpperLimit(level, where);
  const [first, second] = valueCounts.counts;
  const comparison = dominance(first!, second!, where);
  const { firstN, secondN, ties } = comparison;
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  checkFinite(valueCounts.values, where);
  const found = pairDifferences(valueCounts);
  if (found.differences.length === 1)
    return unavailable("all differences between the groups are the same, so there is no spread to judge by");
  const pairs = firstN * secondN;
  const medians = [Math.floor((pairs + 1) / 2), Math.floor(pairs / 2) + 1] as const;
  const answer = {
    kind: "hodgesLehmannShift",
    estimate: (orderStatistic(found, medians[0]) + orderStatistic(found, medians[1])) / 2,
    level,
    firstN,
    secondN,
  } as const;
  if (pairs > EXACT_UP_TO) {
    return finiteResult({
      ...answer,
      ...approximateLimits(found, valueCounts, comparison, below),
      method: "normal approximation, corrected for ties within the groups",
    });
  }
  return ties.every((tied) => tied === 1)
    ? finiteResult({ ...answer, ...untiedLimits(found, comparison, 1 - below), method: "exact, no ties" })
    : finiteResult({
        ...answer,
        ...tiedLimits(found, comparison, 1 - below),
        method: "exact permutation of midranks",
      });
}

/** The limits are order statistics of the differences, as many from either end as U has room for below its quantile. */
function untiedLimits(found: PairDifferences, comparison: Dominance, tail: number): Limits {
  const pairs = comparison.firstN * comparison.secondN;
  const { lower, below } = quantilesOfHalfWins(comparison, tail, FUZZ);
  const rank = Math.max(1, lower / 2);
  return {
    low: orderStatistic(found, rank),
    high: orderStatistic(found, pairs - rank + 1),
    attainedLevel: 1 - 2 * below,
  };
}

/** The limits are the differences at which U, with ties as halves, passes its quantiles. */
function tiedLimits({ differences, pairs }: PairDifferences, comparison: Dominance, tail: number): Limits {
  const { lower, upper, below, above } = quantilesOfHalfWins(comparison, tail, FUZZ);
  let halfWins = 2 * comparison.firstN * comparison.secondN;
  let low = differences[0] as number;
  let high = differences[differences.length - 1] as number;
  for (let place = 0; place < differences.length; place += 1) {
    const here = halfWins - (pairs[place] as number);
    if (here > upper) low = differences[place] as number;
    if (here <= lower) {
      high = differences[place] as number;
      break;
    }
    halfWins -= 2 * (pairs[place] as number);
  }
  return { low, high, attainedLevel: 1 - below - above };
}

/** At nearly every shift only the ties within each group remain, so they alone shrink the variance of U. */
function approximateLimits(
  found: PairDifferences,
  { counts }: ValueCounts,
  { firstN, secondN }: Dominance,
  belowUpperLimit: number,
): Limits {
  const n = firstN + secondN;
  const pairs = firstN * secondN;
  const tied = counts.reduce((sum, group) => sum + tieCorrection(group), 0);
  const deviation = Math.sqrt((pairs / 12) * (n + 1 - tied / (n * (n - 1))));
  const rank = Math.max(1, Math.floor(pairs / 2 - normalQuantile(belowUpperLimit) * deviation) + 1);
  return {
    low: orderStatistic(found, rank),
    high: orderStatistic(found, pairs - rank + 1),
    attainedLevel: 1 - 2 * normalCdf((rank - 1 - pairs / 2) / deviation),
  };
}

function orderStatistic({ differences, pairs }: PairDifferences, rank: number): number {
  let place = 0;
  for (let seen = pairs[0] as number; seen < rank; place += 1) seen += pairs[place + 1] as number;
  return differences[place] as number;
}
