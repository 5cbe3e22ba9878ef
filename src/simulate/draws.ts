import type { RandomStream } from "../core/random.js";
import { normalQuantile } from "../stats/distributions/normal.js";

/** True with the given chance. Always takes one number from the stream. */
export function chance(random: RandomStream, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: RandomStream, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of a list, each as likely. */
export function pick<T>(random: RandomStream, list: readonly T[]): T {
  return list[whole(random, 0, list.length - 1)]!;
}

/** Position in a list of weights that add up to one. */
export function weighted(random: RandomStream, weights: readonly number[]): number {
  let left = random();
  const position = weights.findIndex((weight) => (left -= weight) < 0);
  return position === -1 ? weights.length - 1 : position;
}

/** A normal value. */
export function normal(random: RandomStream, mean: number, deviation: number): number {
  return mean + deviation * normalQuantile((random() * 4503599627370496 + 0.5) / 4503599627370497);
}

/** The list in random order (Fisher and Yates). */
export function shuffle<T>(random: RandomStream, list: readonly T[]): readonly T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = whole(random, 0, last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
