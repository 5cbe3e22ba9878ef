import type { Interval } from "../core/result.js";
import { wilsonLimits } from "../stats/proportions/wilson.js";
import { roundDown, roundUp, roundWithin } from "./rounding.js";
import { pairsLike } from "./steps.js";
import type { Behind } from "./steps.js";

/**
 * The limits of a released share: the lowest and the highest of those of every count that the rounded share may stand for,
 * rounded outwards. So they hold the share's own limits, and an interval that follows from a share's count alone says nothing
 * that the rounded share and the number of people do not. Of an interval that allows for how the Trusts differ they say by how
 * much, and no more. Limits of other methods are rounded outwards.
 *
 * @param share the share, 0 to 1, and its interval at full precision
 * @param step what the share is rounded to
 */
export function widestLimits(
  { estimate, n, interval }: { readonly estimate: number; readonly n: number; readonly interval: Interval },
  behind: Behind,
  step: number,
): Interval {
  const { coverage: _coverage, ...open } = interval;
  const multiplier = isWilson(interval) ? Math.sqrt(widthOf(estimate, interval) * n) : null;
  const limits =
    multiplier === null
      ? []
      : pairsLike(behind, step, roundWithin(estimate, step)).map((pair) =>
          wilsonLimits(pair.count / pair.n, pair.n, multiplier),
        );
  const low = Math.min(interval.low, ...limits.map((one) => one.low));
  const high = Math.max(interval.high, ...limits.map((one) => one.high));
  const limitStep = Math.min(step, stepOfLimits);
  return {
    ...open,
    low: Math.max(0, roundDown(low, limitStep)),
    high: Math.min(1, roundUp(high, limitStep)),
  };
}

/** Limits are rounded to 5% where the share is rounded to more: they tell nothing finer for it. */
const stepOfLimits = 0.05;

function isWilson({ method }: Interval): boolean {
  return method.startsWith("Wilson");
}

/**
 * The square of a Wilson interval's multiplier over the number of people it is worth, from its limits: their product is the
 * square of the share over one more than this.
 */
function widthOf(estimate: number, { low, high }: Interval): number {
  const [share, product] = estimate >= 0.5 ? [estimate, low * high] : [1 - estimate, (1 - low) * (1 - high)];
  return share ** 2 / product - 1;
}
