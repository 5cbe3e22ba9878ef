import { sumOf } from "../numeric/sum.js";
import { nextBinomial } from "../resampling/binomial.js";
import type { GeneratorState } from "../draws/xoshiro.js";

/** People who moved between two categories, either way. */
export interface Moves {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** The net gain of each category, and how probable it is. */
export interface NetGains {
  readonly gains: readonly number[];
  readonly probability: number;
}

/** More additions than this, and the exact distribution is given up for a random sample of it. */
const MOST_STEPS = 3_000_000;

/**
 * Every net gain of the categories, when each person who moved is as likely to have moved the other way.
 *
 * @param moves people by the two categories between which they moved
 * @param categories how many there are
 * @returns the gains and their probabilities, which sum to 1; null when they are too many to go through
 * @see the distribution is a product of binomials, one for each two categories, added up one at a time
 * @example
 * swapDistribution([{ from: 0, to: 1, n: 1 }], 2) // => [{ gains: [1, -1], probability: 0.5 }, { gains: [-1, 1], probability: 0.5 }]
 */
export function swapDistribution(moves: readonly Moves[], categories: number): readonly NetGains[] | null {
  const largest = Array.from({ length: categories }, (_, category) =>
    moves.reduce((sum, { from, to, n }) => (from === category || to === category ? sum + n : sum), 0),
  );
  const places = largest.map((_, category) =>
    largest.slice(0, category).reduce((place, most) => place * (2 * most + 1), 1),
  );
  const keys = largest.reduce((product, most) => product * (2 * most + 1), 1);
  if (keys > Number.MAX_SAFE_INTEGER) return null;
  let steps = 0;
  let reached = new Map([[0, 1]]);
  for (const { from, to, n } of moves) {
    steps += reached.size * (n + 1);
    if (steps > MOST_STEPS) return null;
    const step = (places[from] as number) - (places[to] as number);
    const next = new Map<number, number>();
    halfBinomial(n).forEach((probability, back) => {
      for (const [key, before] of reached) {
        const moved = key + (n - 2 * back) * step;
        next.set(moved, (next.get(moved) ?? 0) + before * probability);
      }
    });
    reached = next;
  }
  return [...reached].map(([key, probability]) => ({ gains: gainsOf(key, largest), probability }));
}

/**
 * One random net gain of the categories: each person who moved does so either way, as a coin falls.
 *
 * @param moves people by the two categories between which they moved
 * @param categories how many there are
 * @param generator a seeded state, moved on by the draw
 * @returns the gain of each category; they sum to 0
 * @see {@link swapDistribution}, of which this is a draw
 * @example
 * drawSwap([{ from: 0, to: 1, n: 3 }], 2, generatorFor(1, "demo")).reduce((sum, gain) => sum + gain) // => 0
 */
export function drawSwap(
  moves: readonly Moves[],
  categories: number,
  generator: GeneratorState,
): readonly number[] {
  const gains = new Array<number>(categories).fill(0);
  for (const { from, to, n } of moves) {
    const net = 2 * nextBinomial(generator, n, 0.5) - n;
    gains[from]! += net;
    gains[to]! -= net;
  }
  return gains;
}

/** Probabilities of 0 to n heads in fair tosses, from the most probable outwards so that none is lost to underflow. */
function halfBinomial(n: number): readonly number[] {
  const weights = new Array<number>(n + 1);
  const middle = Math.floor(n / 2);
  weights[middle] = 1;
  for (let heads = middle; heads < n; heads += 1)
    weights[heads + 1] = ((weights[heads] as number) * (n - heads)) / (heads + 1);
  for (let heads = middle; heads > 0; heads -= 1)
    weights[heads - 1] = ((weights[heads] as number) * heads) / (n - heads + 1);
  const total = sumOf(weights);
  return weights.map((weight) => weight / total);
}

/** A key holds the gains as digits, each from -largest to largest. */
function gainsOf(key: number, largest: readonly number[]): readonly number[] {
  let rest = key;
  return largest.map((most) => {
    const base = 2 * most + 1;
    const digit = ((((rest + most) % base) + base) % base) - most;
    rest = (rest - digit) / base;
    return digit;
  });
}
