import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { dominance, placementVariances } from "./dominance.js";
import type { Dominance } from "./dominance.js";
import { emptyGroup } from "./empty-group.js";
import { scoreLimits } from "./score-limits.js";
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
  readonly method:
    | "Newcombe's score interval (method 5) of the probability of superiority, rescaled"
    | "Cliff's unbiased variance, asymmetric interval";
}

export interface CliffsDeltaOptions {
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
  /** "score" unless told; "asymmetric" is Cliff's own, which needs 2 values a group and some overlap. */
  readonly interval?: "score" | "asymmetric";
}

/**
 * Cliff's delta: how often a value of the first group is higher than one of the second, less how often it is lower.
 *
 * Twice the probability of superiority, less 1, and so is its interval, which keeps a width at complete separation.
 * `interval: "asymmetric"` takes Cliff's own, with the unbiased variance and its floor (1 - δ²) / (pairs - 1): it has no
 * width at complete separation, where it is not available, and covers as little as 70% near it in simulations at level
 * 0.95 (tests/bench/superiority-coverage.mjs). Treats people as independent: for one Trust, not for people pooled over Trusts.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @param options level and kind of interval
 * @returns delta and its interval; unavailable when a group is empty, or the asymmetric interval does not exist
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Cliff (1993) Psychol Bull 114:494-509; Feng & Cliff (2004) J Mod Appl Stat Methods 3:322-332 (asymmetric
 * interval); Newcombe (2006) Stat Med 25:559-573, method 5
 * @example
 * cliffsDelta([4, 5, 3, 4, 4], [3, 2, 3, 4, 2, 1]) // => { estimate: 0.76666667, low: 0.052123759, high: 0.95662880 }
 */
export function cliffsDelta(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: CliffsDeltaOptions = {},
): CliffsDelta | Unavailable {
  const [firstCounts, secondCounts] = countValues([first, second], "cliffsDelta").counts;
  return delta(firstCounts!, secondCounts!, options, "cliffsDelta");
}

/**
 * Cliff's delta of two groups given as counts per category, as two waves of a survey that cannot be linked.
 *
 * As {@link cliffsDelta}, which it equals on the answers themselves.
 *
 * @param first one count per category, from lowest to highest, as countAnswers gives; zeros where a category is empty
 * @param second as first, in the same categories
 * @param options level and kind of interval
 * @returns delta and its interval; unavailable when a group is empty, or the asymmetric interval does not exist
 * @throws RangeError when the lengths differ, a count is not whole or the level is outside its range
 * @see {@link cliffsDelta}
 * @example
 * cliffsDeltaFromCounts([0, 0, 0, 6], [0, 6, 0, 0]) // => { estimate: 1, low: 0.37846115, high: 1 }
 */
export function cliffsDeltaFromCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: CliffsDeltaOptions = {},
): CliffsDelta | Unavailable {
  return delta(first, second, options, "cliffsDeltaFromCounts");
}

function delta(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95, interval = "score" }: CliffsDeltaOptions,
  where: string,
): CliffsDelta | Unavailable {
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, where));
  const pairs = dominance(first, second, where);
  const { firstN, secondN, halfWins } = pairs;
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  const estimate = halfWins / (firstN * secondN) - 1;
  const found = { kind: "cliffsDelta", estimate, level, firstN, secondN } as const;
  if (interval === "score") {
    const { low, high } = scoreLimits(halfWins, pairs, multiplier);
    return {
      ...found,
      low: 2 * low - 1,
      high: 2 * high - 1,
      method: "Newcombe's score interval (method 5) of the probability of superiority, rescaled",
    };
  }
  if (firstN < 2 || secondN < 2) return unavailable("a group has one value, so its spread is unknown");
  if (Math.abs(estimate) === 1)
    return unavailable("the groups do not overlap, so Cliff's interval has no width; use the score interval");
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
