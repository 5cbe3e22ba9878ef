import { argumentError } from "../argument-error.js";
import { probabilityAboveUpperLimit } from "../confidence-level.js";
import { betaQuantile, betaUpperQuantile } from "../distributions/beta.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkCount } from "./count.js";
import type { ProportionInterval } from "./wilson.js";

/** The quantiles of the beta distribution are kept to shapes not far above this. */
const MOST_PEOPLE = 1e9;

/**
 * A proportion with its exact interval after Clopper and Pearson.
 *
 * Each limit is the proportion at which so many successes, or more extreme, would have half the error probability.
 * The interval holds the true proportion at least as often as its level says, and is mostly wider than Wilson's for it.
 * Below none and above all the limit is 0 or 1, and the other one is that of a one-sided statement at half the error.
 *
 * @param successes whole number, 0 to n
 * @param n whole number; observed values only, the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1; unavailable when n is 0
 * @throws RangeError when a count or the level is outside its range
 * @see Clopper & Pearson (1934) Biometrika 26:404-413; Newcombe (1998) Stat Med 17:857-872, method 5
 * @example
 * clopperPearsonInterval(0, 10) // => { estimate: 0, low: 0, high: 0.30849711 }
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  level = 0.95,
): ProportionInterval<"Clopper-Pearson, exact"> | Unavailable {
  checkCount({ successes, n }, "clopperPearsonInterval");
  if (n > MOST_PEOPLE) throw argumentError("clopperPearsonInterval: n", "at most 1e9", n);
  const outside = probabilityAboveUpperLimit(level, "clopperPearsonInterval");
  if (n === 0) return unavailable("nobody was observed");
  const failures = n - successes;
  return {
    kind: "proportion",
    successes,
    n,
    estimate: successes / n,
    low: successes === 0 ? 0 : betaQuantile(outside, successes, failures + 1),
    high: failures === 0 ? 1 : betaUpperQuantile(outside, successes + 1, failures),
    level,
    method: "Clopper-Pearson, exact",
  };
}
