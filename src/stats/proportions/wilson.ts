import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkCount } from "./count.js";
import type { Count } from "./count.js";

/** A proportion with its interval. */
export interface ProportionInterval<Method extends string = string> extends Count {
  readonly kind: "proportion";
  /** 0 to 1, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: Method;
}

/**
 * A proportion with its Wilson score interval.
 *
 * @param successes whole number, 0 to n
 * @param n whole number; observed values only, the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1; unavailable when n is 0
 * @throws RangeError when a count or the level is outside its range
 * @see Wilson (1927) JASA 22:209-212; Newcombe (1998) Stat Med 17:857-872, method 3
 * @example
 * wilsonInterval(81, 263) // => { estimate: 0.30798479, low: 0.25528852, high: 0.36620958 }
 */
export function wilsonInterval(
  successes: number,
  n: number,
  level = 0.95,
): ProportionInterval<"Wilson score"> | Unavailable {
  checkCount({ successes, n }, "wilsonInterval");
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, "wilsonInterval"));
  if (n === 0) return unavailable("nobody was observed");
  const estimate = successes / n;
  const limits = wilsonLimits(estimate, n, multiplier);
  return { kind: "proportion", successes, n, estimate, ...limits, level, method: "Wilson score" };
}

/**
 * The two proportions that lie a given number of their own standard errors from the one observed.
 *
 * @param estimate proportion observed, 0 to 1
 * @param n how many it is of, more than 0; an effective number need not be whole
 * @param multiplier standard errors, 0 or more
 * @returns the limits; exactly 0 below none, exactly 1 above all
 * @see Wilson (1927) JASA 22:209-212; the low limit from the product of the two, so that it does not cancel
 * @example
 * wilsonLimits(0.5, 4, 2) // => { low: 0.14644661, high: 0.85355339 }
 */
export function wilsonLimits(estimate: number, n: number, multiplier: number): { low: number; high: number } {
  const square = multiplier ** 2;
  const centre = estimate + square / (2 * n);
  const margin = multiplier * Math.sqrt((estimate * (1 - estimate)) / n + square / (4 * n ** 2));
  return {
    low: estimate ** 2 / (centre + margin),
    high: estimate === 1 ? 1 : (centre + margin) / (1 + square / n),
  };
}
