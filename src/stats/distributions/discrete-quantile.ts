import { normalQuantile } from "./normal.js";
import type { Side } from "./tail.js";

/** A distribution over whole numbers. */
export interface DiscreteDistribution {
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Probability at or below k (lower), or above k (upper). */
  readonly tail: (side: Side, k: number) => number;
}

/** A probability that another program worked out for k must find k again; one near 1 has that of its own rounding too. */
const TOLERANCE = 1e-13;

/**
 * The smallest whole number with at least a given probability at or below it, or at most that probability above it.
 *
 * The search goes by whichever tail is at most one half, so that no digits are lost.
 *
 * @param probability 0 to 1
 * @param side lower: at or below the number; upper: above it
 * @param distribution over whole numbers
 * @returns the number, from lowest to highest
 * @see Johnson, Kemp & Kotz (2005) Univariate Discrete Distributions, 3rd ed., section 1.2
 * @example
 * discreteQuantile(0.5, "lower", { lowest: 0, highest: 3, mean: 1.5, standardDeviation: 1, tail: (side, k) => side === "lower" ? (k + 1) / 4 : (3 - k) / 4 }) // => 1
 */
export function discreteQuantile(
  probability: number,
  side: Side,
  distribution: DiscreteDistribution,
): number {
  const { lowest, highest, mean, standardDeviation, tail } = distribution;
  const byLower = (side === "lower") === probability <= 0.5;
  const target = probability <= 0.5 ? probability : 1 - probability;
  if (target === 0) return byLower ? lowest : highest;
  const slack = target * TOLERANCE + (probability > 0.5 ? Number.EPSILON : 0);
  const isEnough = (k: number) =>
    byLower ? tail("lower", k) >= target - slack : tail("upper", k) <= target + slack;
  const z = byLower ? normalQuantile(target) : -normalQuantile(target);
  const guess = Math.min(Math.max(Math.round(mean + z * standardDeviation), lowest), highest);
  return smallestFrom(guess, lowest, highest, isEnough);
}

/** Strides out from a guess until the number is enclosed, then halves; the highest is always enough. */
function smallestFrom(
  guess: number,
  lowest: number,
  highest: number,
  isEnough: (k: number) => boolean,
): number {
  let enough = highest;
  let tooLow = lowest - 1;
  let stride = 1;
  for (let k = guess; enough - tooLow > 1;) {
    if (isEnough(k)) enough = k;
    else tooLow = k;
    const outward = k === enough ? k - stride : k + stride;
    stride *= 2;
    k = outward > tooLow && outward < enough ? outward : Math.floor((tooLow + enough) / 2);
  }
  return enough;
}
