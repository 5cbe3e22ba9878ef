import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkCount } from "./count.js";
import type { Count } from "./count.js";
import { wilsonLimits } from "./wilson.js";

/** A difference of two proportions with its interval. */
export interface DifferenceOfProportions {
  readonly kind: "differenceOfProportions";
  /** First less second, -1 to 1, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly first: Count;
  readonly second: Count;
  readonly method: "Newcombe hybrid score";
}

/**
 * The difference of two proportions of different people, with Newcombe's hybrid score interval.
 *
 * Each limit adds the squares of the distances to the two Wilson limits that pull it apart. The interval stays within
 * -1 and 1 and has width even where both proportions are 0 or 1. For the same people twice it is too wide: there the
 * answers of a person go together.
 *
 * @param first whole counts; observed values only, the caller drops and counts the missing
 * @param second whole counts of other people
 * @param level confidence level, strictly between 0 and 1
 * @returns first less second with its interval; unavailable when a group has nobody
 * @throws RangeError when a count or the level is outside its range
 * @see Newcombe (1998) Stat Med 17:873-890, method 10
 * @example
 * newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }) // => { estimate: 0.2, low: 0.052431472, high: 0.33387265 }
 */
export function newcombeDifference(
  first: Count,
  second: Count,
  level = 0.95,
): DifferenceOfProportions | Unavailable {
  checkCount(first, "newcombeDifference: first");
  checkCount(second, "newcombeDifference: second");
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, "newcombeDifference"));
  if (first.n === 0 || second.n === 0) return unavailable("nobody was observed in one of the groups");
  const [one, other] = [first.successes / first.n, second.successes / second.n];
  const oneLimits = wilsonLimits(one, first.n, multiplier);
  const otherLimits = wilsonLimits(other, second.n, multiplier);
  const estimate = one - other;
  return {
    kind: "differenceOfProportions",
    estimate,
    low: estimate - Math.hypot(one - oneLimits.low, otherLimits.high - other),
    high: estimate + Math.hypot(oneLimits.high - one, other - otherLimits.low),
    level,
    first,
    second,
    method: "Newcombe hybrid score",
  };
}
