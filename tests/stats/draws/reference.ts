import { readFileSync } from "node:fs";
import type { Distribution } from "../../../src/stats/draws/distribution.js";

interface DrawsReference {
  readonly generator: readonly {
    readonly state: readonly number[];
    readonly words: readonly number[];
    readonly jumped: readonly number[];
    readonly wordsAfter: readonly number[];
  }[];
  readonly p: readonly number[];
  readonly z: readonly number[];
  readonly laws: readonly {
    readonly distribution: Distribution;
    readonly mean: number;
    readonly standardDeviation: number;
    readonly excessKurtosis: number;
    readonly quantiles: readonly number[];
    readonly atNormal: readonly number[];
  }[];
}

/** Made by tests/reference/draws.py. */
export const reference = JSON.parse(
  readFileSync(new URL("./reference.json", import.meta.url), "utf8"),
) as DrawsReference;

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index]!;
  return sum / values.length;
}

/** Mean of the products of what two lists lie away from their means. */
export function covariance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [a, b] = [meanOf(first), meanOf(second)];
  let sum = 0;
  for (let index = 0; index < first.length; index += 1) sum += (first[index]! - a) * (second[index]! - b);
  return sum / first.length;
}

export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return covariance(first, second) / Math.sqrt(covariance(first, first) * covariance(second, second));
}

/** Places of the values in their order: what a rank correlation is taken of. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  order.forEach((index, rank) => (ranks[index] = rank));
  return ranks;
}
