import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import type { QuantileType } from "../means/summary.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { totalOf } from "./counts.js";

/** An item in a few numbers, on the scale of its codes. */
export interface ItemSummary {
  readonly kind: "itemSummary";
  readonly n: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly quantileType: QuantileType;
  /** Takes the steps between categories as equal, which the median does not. */
  readonly mean: number;
  /** With n - 1 below the line; unavailable when one person answered. */
  readonly standardDeviation: number | Unavailable;
}

/** What the categories are called, and how a quantile is read between two of them. */
export interface CodeOptions {
  /** Code of the lowest category, any whole number; the others follow by ones. 1 unless told. */
  readonly lowest?: number;
  /** 7 unless told, as for `quantile`. */
  readonly quantileType?: QuantileType;
}

/**
 * Median, quartiles, mean and standard deviation of an item, from its counts alone.
 *
 * @param counts one a category, from lowest to highest, as countAnswers gives
 * @param options code of the lowest category, and the quantile type (6 is SPSS's, 7 is R's and Excel's)
 * @returns the summary; unavailable when nobody answered
 * @throws RangeError when there is no category, a count is not a whole number from 0, or lowest is not whole
 * @see Hyndman & Fan (1996) Am Stat 50:361-365, for the quantiles
 * @example
 * summariseCounts([1, 0, 0, 2, 1]) // => { n: 4, median: 4, lowerQuartile: 3.25, upperQuartile: 4.25, mean: 3.5 }
 */
export function summariseCounts(
  counts: readonly number[],
  { lowest = 1, quantileType = 7 }: CodeOptions = {},
): ItemSummary | Unavailable {
  const n = totalOf(counts, "summariseCounts");
  checkLowest(lowest, "summariseCounts");
  if (n === 0) return unavailable("nobody answered");
  const read = (p: number) => lowest + categoryAt(counts, n, p, quantileType);
  const category = sumOver(counts, (index) => index) / n;
  const squares = sumOver(counts, (index) => (index - category) ** 2);
  return {
    kind: "itemSummary",
    n,
    median: read(0.5),
    lowerQuartile: read(0.25),
    upperQuartile: read(0.75),
    quantileType,
    mean: lowest + category,
    standardDeviation: n > 1 ? Math.sqrt(squares / (n - 1)) : unavailable("one person answered"),
  };
}

/**
 * The code with a given share of the answers below it, from counts alone.
 *
 * @param counts one a category, from lowest to highest, as countAnswers gives
 * @param p share of the answers, 0 to 1
 * @param options code of the lowest category, and the quantile type (6 is SPSS's, 7 is R's and Excel's)
 * @returns a code, or a place between two; unavailable when nobody answered
 * @throws RangeError when p is not from 0 to 1, there is no category, a count is not a whole number from 0, or lowest
 * is not whole
 * @see Hyndman & Fan (1996) Am Stat 50:361-365, definitions 6 and 7
 * @example
 * quantileOfCounts([1, 0, 0, 2, 1], 0.25, { quantileType: 6 }) // => 1.75
 */
export function quantileOfCounts(
  counts: readonly number[],
  p: number,
  { lowest = 1, quantileType = 7 }: CodeOptions = {},
): number | Unavailable {
  const n = totalOf(counts, "quantileOfCounts");
  checkLowest(lowest, "quantileOfCounts");
  checkProbability(p, "quantileOfCounts: p");
  return n === 0 ? unavailable("nobody answered") : lowest + categoryAt(counts, n, p, quantileType);
}

/** The quantile on a scale where the lowest category is 0. */
function categoryAt(counts: readonly number[], n: number, p: number, type: QuantileType): number {
  const rank = type === 7 ? 1 + (n - 1) * p : Math.min(n, Math.max(1, (n + 1) * p));
  const below = Math.floor(rank);
  const [low, high] = [categoryOfRank(counts, below), categoryOfRank(counts, Math.ceil(rank))];
  return low + (rank - below) * (high - low);
}

/** The category of the answer with this rank, counted from 1, when all are put in order. */
function categoryOfRank(counts: readonly number[], rank: number): number {
  let reached = 0;
  return counts.findIndex((count) => (reached += count) >= rank);
}

function sumOver(counts: readonly number[], value: (index: number) => number): number {
  return counts.reduce((sum, count, index) => sum + count * value(index), 0);
}

function checkLowest(lowest: number, where: string): void {
  if (!Number.isInteger(lowest)) throw argumentError(`${where}: lowest`, "a whole number", lowest);
}
