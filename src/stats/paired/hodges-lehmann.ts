import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { differOnlyByRounding, ROUNDING } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { countSignFlips, mostSignFlips } from "./sign-flips.js";

/** An interval between two ordered averages of pairs. */
export interface WalshInterval {
  readonly kind: "walshInterval";
  readonly low: number;
  readonly high: number;
  /** The level asked for. */
  readonly level: number;
  /** The level reached, at least the one asked for; ties can only raise it. */
  readonly attainedLevel: number;
}

/** The Hodges-Lehmann estimate of a typical change. */
export interface HodgesLehmann {
  readonly kind: "hodgesLehmann";
  /** The median of the averages of every two changes, in the unit of the changes. */
  readonly estimate: number;
  readonly interval: WalshInterval | Unavailable;
  readonly n: number;
  readonly method:
    | "Hodges-Lehmann, exact signed-rank order statistics"
    | "Hodges-Lehmann, order statistics by normal approximation";
}

/**
 * The Hodges-Lehmann estimate of a typical change, with its distribution-free interval.
 *
 * All averages of two changes, a change with itself too, are put in order (Walsh averages). The estimate is their median,
 * also called pseudo-median. The interval runs between the two, equally far from either end, that the exact signed-rank
 * distribution without ties gives; both ends belong to it. It assumes that changes are spread evenly about their centre.
 * With ties and zeros, which all stay in, it covers at least as often as `attainedLevel` says (Noether 1967). Few people
 * cannot reach a high level: 95 % needs 6. Above 1000 people the ends are found by the normal approximation.
 *
 * @param differences changes, after less before, in one unit, or single values; observed only, the caller drops and counts
 * the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the estimate in the unit of the changes; unavailable when there are none; its interval is unavailable when
 * there are too few for the level or all are equal
 * @throws RangeError when a change is not finite or the level is outside its range
 * @see Hodges & Lehmann (1963) Ann Math Stat 34:598-611; Noether (1967) J Am Stat Assoc 62:184-188 (ties); Hollander, Wolfe
 * & Chicken (2014) Nonparametric Statistical Methods, 3rd ed., sections 3.2 and 3.3
 * @example
 * hodgesLehmann([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2]) // => { estimate: 1, interval: { low: 0.5, high: 1.5, attainedLevel: 0.95208740 } }
 */
export function hodgesLehmann(differences: readonly number[], level = 0.95): HodgesLehmann | Unavailable {
  checkFinite(differences, "hodgesLehmann: differences");
  const tail = 1 - probabilityBelowUpperLimit(level, "hodgesLehmann");
  const n = differences.length;
  if (n === 0) return unavailable("no pairs");
  const averages = walshAverages(differences);
  return {
    kind: "hodgesLehmann",
    estimate: middle(averages),
    interval: intervalBetween(averages, n, tail, level),
    n,
    method:
      n <= mostSignFlips
        ? "Hodges-Lehmann, exact signed-rank order statistics"
        : "Hodges-Lehmann, order statistics by normal approximation",
  };
}

function walshAverages(values: readonly number[]): Float64Array {
  const averages = new Float64Array((values.length * (values.length + 1)) / 2);
  let next = 0;
  for (let first = 0; first < values.length; first += 1) {
    for (let second = first; second < values.length; second += 1) {
      averages[next] = (values[first] as number) / 2 + (values[second] as number) / 2;
      next += 1;
    }
  }
  return averages.sort();
}

function middle(sorted: Float64Array): number {
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] as number) / 2 + (sorted[Math.floor(half)] as number) / 2;
}

function intervalBetween(
  averages: Float64Array,
  n: number,
  tail: number,
  level: number,
): WalshInterval | Unavailable {
  const last = averages.length - 1;
  if (differOnlyByRounding([averages[0] as number, averages[last] as number]))
    return unavailable("every change is the same");
  const { cutOff, tailReached } = n <= mostSignFlips ? exactCutOff(n, tail) : normalCutOff(n, tail);
  if (cutOff === 0)
    return unavailable(`too few pairs: ${n} reach a level of ${1 - 2 * 2 ** -n} at most, not ${level}`);
  return {
    kind: "walshInterval",
    low: averages[cutOff - 1] as number,
    high: averages[last - (cutOff - 1)] as number,
    level,
    attainedLevel: 1 - 2 * tailReached,
  };
}

/** How many averages may be cut off so that the rank sums that would do so have no more probability than the tail. */
function exactCutOff(n: number, tail: number) {
  const ranks = Array.from({ length: n }, (_, index) => index + 1);
  const counts = countSignFlips(ranks, Math.floor((n * (n + 1)) / 4));
  let cutOff = 0;
  let tailReached = 0;
  for (const count of counts) {
    const wider = tailReached + count * 2 ** -n;
    if (wider > tail * (1 + ROUNDING)) break;
    tailReached = wider;
    cutOff += 1;
  }
  return { cutOff, tailReached };
}

function normalCutOff(n: number, tail: number) {
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  return { cutOff: Math.floor((n * (n + 1)) / 4 + normalQuantile(tail) * spread), tailReached: tail };
}
