import { argumentError } from "../argument-error.js";
import type { ProportionInterval } from "../proportions/wilson.js";
import { wilsonInterval } from "../proportions/wilson.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { totalOf } from "./counts.js";

/** The share of answers in the highest categories. */
export interface TopBoxShare extends Omit<ProportionInterval, "kind"> {
  readonly kind: "topBoxShare";
  /** How many of the highest categories are joined. */
  readonly boxes: number;
}

/** Which categories are joined, and how sure the interval is to be. */
export interface BoxOptions {
  /** Categories joined at an end; at most half of them, so that top and bottom share none. 2 unless told. */
  readonly boxes?: number;
  /** Confidence level, strictly between 0 and 1. */
  readonly level?: number;
}

/** How many answers fell at each end of a scale. */
export interface Ends {
  readonly top: number;
  readonly bottom: number;
  /** All answers, those in the middle included. */
  readonly n: number;
}

/**
 * The share of answers in the highest categories (the top two unless told), with its Wilson interval.
 *
 * @param counts one a category, from lowest to highest, as countAnswers gives
 * @param options how many categories are the top, and the confidence level
 * @returns the share and its interval, 0 to 1; unavailable when nobody answered
 * @throws RangeError when more than half of the categories would be the top, or a count or the level is outside its range
 * @see {@link wilsonInterval}
 * @example
 * topBoxShare([1, 0, 0, 2, 1]) // => { successes: 3, n: 4, estimate: 0.75, low: 0.30064184, high: 0.95441273 }
 */
export function topBoxShare(
  counts: readonly number[],
  { boxes = 2, level = 0.95 }: BoxOptions = {},
): TopBoxShare | Unavailable {
  const { top, n } = countEnds(counts, boxes, "topBoxShare");
  const share = wilsonInterval(top, n, level);
  if (share.kind === "unavailable") return unavailable("nobody answered");
  return { ...share, kind: "topBoxShare", boxes };
}

/**
 * Counts the answers at both ends of a scale.
 *
 * @param counts one a category, from lowest to highest
 * @param boxes categories joined at each end, at least 1 and at most half of them
 * @param where the function asking, for the error message
 * @returns answers at the top, at the bottom and in all
 * @throws RangeError when the ends would overlap, or a count is not a whole number from 0
 * @see {@link topBoxShare}
 * @example
 * countEnds([1, 0, 0, 2, 1], 2, "netScore") // => { top: 3, bottom: 1, n: 4 }
 */
export function countEnds(counts: readonly number[], boxes: number, where: string): Ends {
  const most = Math.floor(counts.length / 2);
  if (!(Number.isInteger(boxes) && boxes >= 1 && boxes <= most))
    throw argumentError(
      `${where}: boxes`,
      `a whole number, 1 to half of the ${counts.length} categories`,
      boxes,
    );
  return {
    top: totalOf(counts.slice(-boxes), where),
    bottom: totalOf(counts.slice(0, boxes), where),
    n: totalOf(counts, where),
  };
}
