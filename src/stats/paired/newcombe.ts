import { checkCounts } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { wilsonLimits } from "../proportions/wilson.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import type { PairedCounts } from "./paired-counts.js";

/** A difference of two proportions of the same people, with its interval. */
export interface PairedDifference {
  readonly kind: "pairedDifference";
  /** Proportion after less proportion before, -1 to 1, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Proportion saying yes before, 0 to 1. */
  readonly before: number;
  /** Proportion saying yes after, 0 to 1. */
  readonly after: number;
  /** Correlation of the two answers as the interval uses it: brought nearer to 0 when positive. */
  readonly phi: number;
  readonly n: number;
  readonly method: "Newcombe paired score, method 10";
}

/**
 * The change of a proportion among the same people, with Newcombe's score interval for pairs.
 *
 * Wilson's limits before and after are combined, allowing for the correlation of a person's two answers. A positive
 * correlation is estimated with caution: n / 2 is taken from its numerator, as far as 0. It counts as 0 when everyone gave
 * the same answer at one of the times.
 *
 * @param counts people who said yes twice, only before, only after, and never
 * @param level confidence level, strictly between 0 and 1
 * @returns the change, after less before, with its interval; unavailable when there are no people
 * @throws RangeError when a count is not a whole number from 0 or the level is outside its range
 * @see Newcombe (1998) Stat Med 17:2635-2650, method 10
 * @example
 * newcombePairedDifference({ bothYes: 2, onlyBefore: 0, onlyAfter: 6, neither: 7 }) // => { estimate: 0.4, low: 0.092190920, high: 0.62324300, phi: 0.17034629 }
 */
export function newcombePairedDifference(
  { bothYes, onlyBefore, onlyAfter, neither }: PairedCounts,
  level = 0.95,
): PairedDifference | Unavailable {
  checkCounts([bothYes, onlyBefore, onlyAfter, neither], "newcombePairedDifference: counts");
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, "newcombePairedDifference"));
  const n = bothYes + onlyBefore + onlyAfter + neither;
  if (n === 0) return unavailable("no pairs");
  const share = (yes: number) => ({ estimate: yes / n, ...wilsonLimits(yes / n, n, multiplier) });
  const [before, after] = [share(bothYes + onlyBefore), share(bothYes + onlyAfter)];
  const phi = cautiousPhi({ bothYes, onlyBefore, onlyAfter, neither });
  const estimate = (onlyAfter - onlyBefore) / n;
  const margin = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one ** 2 - 2 * phi * one * other + other ** 2));
  return {
    kind: "pairedDifference",
    estimate,
    low: estimate - margin(after.estimate - after.low, before.high - before.estimate),
    high: estimate + margin(after.high - after.estimate, before.estimate - before.low),
    level,
    before: before.estimate,
    after: after.estimate,
    phi,
    n,
    method: "Newcombe paired score, method 10",
  };
}

function cautiousPhi({ bothYes, onlyBefore, onlyAfter, neither }: PairedCounts): number {
  const n = bothYes + onlyBefore + onlyAfter + neither;
  const margins =
    Math.sqrt((bothYes + onlyBefore) * (onlyAfter + neither)) *
    Math.sqrt((bothYes + onlyAfter) * (onlyBefore + neither));
  if (margins === 0) return 0;
  const product = bothYes * neither - onlyBefore * onlyAfter;
  return (product > 0 ? Math.max(0, product - n / 2) : product) / margins;
}
