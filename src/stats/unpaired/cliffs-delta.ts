import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import type { Unavailable } from "../unavailable.js";
import { dominance, placementVariances } from "./dominance.js";
import type { Dominance } from "./dominance.js";
import { emptyGroup } from "./empty-group.js";
import { scoreLimits } from "./probability-of-superiority.js";
import { countValues } from "./value-counts.js";

/** Pairs won less pairs lost, as a share of all pairs, with its interval. */
export interface CliffsDelta {
  readonly kind: "cliffsDelta";
  /** -1 (every first value is lower) to 1 (every first value is higher), as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly firstN: number;
  readonly secondN: number;
  /** The score interval is used where Cliff's would have no width: at complete separation, or with 1 value a group. */
  readonly method:
    | "Cliff's unbiased variance, asymmetric interval"
    | "Newcombe's score interval (method 5) of the probability of superiority, rescaled";
}

/**
 * Cliff's delta: how often a value of the first group is higher than one of the second, less how often it is lower.
 *
 * Twice the probability of superiority, less 1. The variance is the unbiased one, never below (1 - δ²) / (pairs - 1).
 * At complete separation, or with 1 value in a group, Cliff's interval has no width; Newcombe's score interval stands
 * in, and `method` says so. Close to separation Cliff's interval covers less than its level; the interval of
 * probabilityOfSuperiority is safer there. Treats people as independent: for one Trust, not for people pooled over Trusts.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param level confidence level, strictly between 0 and 1
 * @returns delta and its interval; unavailable when a group is empty
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Cliff (1993) Psychol Bull 114:494-509; Feng & Cliff (2004) J Mod Appl Stat Methods 3:322-332 (asymmetric
 * interval); Newcombe (2006) Stat Med 25:559-573
 * @example
 * cliffsDelta([4, 5, 3, 4, 4], [3, 2, 3, 4, 2, 1]) // => { estimate: 0.76666667, low: 0.21312890, high: 0.94762160 }
 */
export function cliffsDelta(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): CliffsDelta | Unavailable {
  const [firstCounts, secondCounts] = countValues([first, second], "cliffsDelta").counts;
  return delta(firstCounts!, secondCounts!, level, "cliffsDelta");
}

/**
 * Cliff's delta of two groups given as counts per category, as two waves of a survey that cannot be linked.
 *
 * As {@link cliffsDelta}, which it equals on the answers themselves.
 *
 * @param first one count per category, from lowest to highest, as countAnswers gives; zeros where a category is empty
 * @param second as first, in the same categories
 * @param level confidence level, strictly between 0 and 1
 * @returns delta and its interval; unavailable when a group is empty
 * @throws RangeError when the lengths differ, a count is not whole or the level is outside its range
 * @see {@link cliffsDelta}
 * @example
 * cliffsDeltaFromCounts([0, 0, 0, 6], [0, 6, 0, 0]) // => { estimate: 1, low: 0.37846115, high: 1 }
 */
export function cliffsDeltaFromCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): CliffsDelta | Unavailable {
  return delta(first, second, level, "cliffsDeltaFromCounts");
}

function delta(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level: number,
  where: string,
): CliffsDelta | Unavailable {
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, where));
  const pairs = dominance(first, second, where);
  const { firstN, secondN, halfWins } = pairs;
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  const estimate = halfWins / (firstN * secondN) - 1;
  const found = { kind: "cliffsDelta", estimate, level, firstN, secondN } as const;
  if (Math.abs(estimate) === 1 || firstN < 2 || secondN < 2) {
    const { low, high } = scoreLimits(halfWins, pairs, multiplier);
    return {
      ...found,
      low: 2 * low - 1,
      high: 2 * high - 1,
      method: "Newcombe's score interval (method 5) of the probability of superiority, rescaled",
    };
  }
  const room = 1 - estimate ** 2;
  const square = multiplier ** 2 * varianceOfDelta(estimate, pairs, placementVariances(first, second));
  const margin = Math.sqrt(square * (room ** 2 + square));
  return {
    ...found,
    low: (estimate * room - margin) / (room + square),
    high: (estimate * room + margin) / (room + square),
    method: "Cliff's unbiased variance, asymmetric interval",
  };
}

function varianceOfDelta(
  estimate: number,
  { firstN, secondN, tiedPairs }: Dominance,
  placements: { readonly first: number; readonly second: number },
): number {
  const pairs = firstN * secondN;
  // a placement is a share of the other group, from 0 to 1, where a row of dominances has its mean from -1 to 1
  const rows = 4 * placements.first * (firstN - 1);
  const columns = 4 * placements.second * (secondN - 1);
  const cells = pairs - tiedPairs - pairs * estimate ** 2;
  const unbiased =
    (secondN ** 2 * rows + firstN ** 2 * columns - cells) / (pairs * (firstN - 1) * (secondN - 1));
  return Math.max(unbiased, (1 - estimate ** 2) / (pairs - 1));
}
