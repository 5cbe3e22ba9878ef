import { argumentError } from "../argument-error.js";
import { mean } from "../means/summary.js";
import { greatestCommonDivisor } from "../numeric/greatest-common-divisor.js";
import { logChoose } from "../numeric/log-factorial.js";
import { rangeOf } from "../numeric/range.js";
import { ROUNDING } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { largestSum, sumProbabilities, visitChoices } from "./arrangements.js";
import { drawBlocks } from "./blocks.js";
import type { DrawPlan } from "./blocks.js";
import { monteCarloPValue } from "./monte-carlo.js";
import { pickToFront, shuffleSums } from "./shuffles.js";

/** How far apart two groups are; 0 for no difference, its sign for the direction. */
export type TwoGroupStatistic = (first: ArrayLike<number>, second: ArrayLike<number>) => number;

/** Shares of arrangements whose statistic is at least as far from 0, as high, and at most as high as that observed. */
export interface Shares {
  readonly far: number;
  readonly high: number;
  readonly low: number;
}

/** Two groups whose people can be rearranged, and what it costs to count every arrangement. */
export interface Permutations {
  readonly estimate: number;
  /** Additions, or for any other statistic than the mean the values looked at. */
  readonly cost: number;
  countAll(): Shares;
  /** The arrangement observed is one of those drawn, so that no share is 0. */
  draw(plan: DrawPlan): Shares;
}

/**
 * The rearrangements of two groups by the difference of their means, which is as good as the sum of the smaller group.
 *
 * @param first values, at least 1, not all equal to each other and to the second's
 * @param second as first
 * @returns the difference of means, and its rearrangements
 * @see Edgington & Onghena (2007) Randomization Tests, 4th ed., on equivalent test statistics
 * @example
 * permutationsOfMeans([1, 2], [3]).countAll() // => { far: 0.66666667, high: 1, low: 0.33333333 }
 */
export function permutationsOfMeans(first: readonly number[], second: readonly number[]): Permutations {
  const isFirst = first.length <= second.length;
  const smaller = isFirst ? first : second;
  const pooled = [...smaller, ...(isFirst ? second : first)];
  const size = smaller.length;
  const turned = (shares: Shares) => (isFirst ? shares : { ...shares, high: shares.low, low: shares.high });

  const centre = mean(pooled);
  const away = pooled.map((value) => value - centre);
  const observed = sumOf(away.slice(0, size));
  const rounding = ROUNDING * away.reduce((sum, value) => sum + Math.abs(value), 0);
  const steps = wholeSteps(pooled);
  const sumCost = steps === null ? Infinity : pooled.length * size * (largestSum(steps, size) + 1);
  const choiceCost = size * Math.exp(logChoose(pooled.length, size));
  return {
    estimate: mean(first) - mean(second),
    cost: Math.min(sumCost, choiceCost),
    countAll: () =>
      turned(
        steps !== null && sumCost < choiceCost
          ? sharesOfSums(steps, size)
          : sharesOfChoices(pooled.length, size, observed, rounding, (picked) => {
              let sum = 0;
              for (let place = 0; place < size; place += 1) sum += away[picked[place] as number] as number;
              return sum;
            }),
      ),
    draw: (plan) => turned(sharesOfDraws(drawBlocks(plan, shuffleSums(away, size)), observed, rounding)),
  };
}

/**
 * The rearrangements of two groups by any statistic.
 *
 * @param first values, at least 1
 * @param second as first
 * @param statistic given the values of each group in no particular order
 * @returns the statistic, and its rearrangements
 * @throws RangeError when the statistic is not finite on some arrangement
 * @see {@link permutationsOfMeans}
 * @example
 * permutationsOf([1, 2], [3], (first, second) => first[0] - second[0]).cost // => 9
 */
export function permutationsOf(
  first: readonly number[],
  second: readonly number[],
  statistic: TwoGroupStatistic,
): Permutations {
  const size = first.length;
  const pooled = [...first, ...second];
  const n = pooled.length;
  const estimate = finite(statistic(first, second));
  const rounding = ROUNDING * Math.abs(estimate);
  return {
    estimate,
    cost: n * Math.exp(logChoose(n, size)),
    countAll: () =>
      sharesOfChoices(n, size, estimate, rounding, (picked) => {
        const isPicked = new Set(picked);
        return finite(
          statistic(
            pooled.filter((_, place) => isPicked.has(place)),
            pooled.filter((_, place) => !isPicked.has(place)),
          ),
        );
      }),
    draw: (plan) => {
      const replicates = drawBlocks(plan, () => {
        const shuffled = new Float64Array(pooled);
        return (generator) => {
          pickToFront(generator, shuffled, size);
          return finite(statistic(shuffled.subarray(0, size), shuffled.subarray(size)));
        };
      });
      return sharesOfDraws(replicates, estimate, rounding);
    },
  };
}

/** The values as whole steps above the smallest; null when they are not all whole. */
function wholeSteps(values: readonly number[]): readonly number[] | null {
  if (!values.every(Number.isSafeInteger)) return null;
  const [least] = rangeOf(values);
  const above = values.map((value) => value - least);
  const step = above.reduce(greatestCommonDivisor, 0);
  return above.map((value) => value / step);
}

function sharesOfSums(steps: readonly number[], size: number): Shares {
  const total = sumOf(steps);
  const observed = sumOf(steps.slice(0, size));
  const distance = (sum: number) => Math.abs(sum * steps.length - total * size);
  const shares = { far: 0, high: 0, low: 0 };
  sumProbabilities(steps, size).forEach((probability, sum) => {
    if (distance(sum) >= distance(observed)) shares.far += probability;
    if (sum >= observed) shares.high += probability;
    if (sum <= observed) shares.low += probability;
  });
  return { far: Math.min(1, shares.far), high: Math.min(1, shares.high), low: Math.min(1, shares.low) };
}

function sharesOfChoices(
  n: number,
  size: number,
  observed: number,
  rounding: number,
  statisticOf: (picked: Int32Array) => number,
): Shares {
  const counts = { far: 0, high: 0, low: 0 };
  const ways = visitChoices(n, size, (picked) => count(counts, statisticOf(picked), observed, rounding));
  return { far: counts.far / ways, high: counts.high / ways, low: counts.low / ways };
}

function sharesOfDraws(replicates: Float64Array, observed: number, rounding: number): Shares {
  const counts = { far: 0, high: 0, low: 0 };
  for (const replicate of replicates) count(counts, replicate, observed, rounding);
  const share = (draws: number) => monteCarloPValue(draws, replicates.length);
  return { far: share(counts.far), high: share(counts.high), low: share(counts.low) };
}

function count(
  counts: { far: number; high: number; low: number },
  statistic: number,
  observed: number,
  rounding: number,
): void {
  if (Math.abs(statistic) >= Math.abs(observed) - rounding) counts.far += 1;
  if (statistic >= observed - rounding) counts.high += 1;
  if (statistic <= observed + rounding) counts.low += 1;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw argumentError("permutationTest: statistic", "a finite number for every arrangement", value);
}
