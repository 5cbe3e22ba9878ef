import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { binomialCdf, binomialProbability, binomialUpperTail } from "../distributions/binomial.js";
import { EQUALLY_LIKELY } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkCount } from "./count.js";
import type { Count } from "./count.js";

/** As many as the binomial distribution takes. */
const MOST_TRIALS = 1e10;

/** An exact test of a proportion. */
export interface BinomialTest extends Count {
  readonly kind: "binomialTest";
  readonly estimate: number;
  /** The proportion tested. */
  readonly probability: number;
  readonly pValue: number;
  readonly method: "exact binomial, two-sided by least likelihood";
}

/**
 * The exact binomial test of a proportion, two-sided.
 *
 * The p-value adds the probabilities of all counts that are no more likely than the one observed. Twice the smaller
 * tail, which other programs give, is the same where the proportion tested is one half, and larger or smaller elsewhere.
 *
 * @param successes whole number, 0 to n
 * @param n whole number; observed values only, the caller drops and counts the missing
 * @param probability the proportion tested, 0 to 1
 * @returns the p-value, with full relative precision; unavailable when n is 0
 * @throws RangeError when an argument is outside its range
 * @see Hollander, Wolfe & Chicken (2014) Nonparametric Statistical Methods, 3rd ed., section 2.1; R's binom.test
 * @example
 * binomialTest(9, 12, 0.5) // => { estimate: 0.75, pValue: 0.14599609375 }
 */
export function binomialTest(successes: number, n: number, probability = 0.5): BinomialTest | Unavailable {
  checkCount({ successes, n }, "binomialTest");
  if (n > MOST_TRIALS) throw argumentError("binomialTest: n", "at most 1e10", n);
  checkProbability(probability, "binomialTest: probability");
  if (n === 0) return unavailable("nobody was observed");
  return {
    kind: "binomialTest",
    successes,
    n,
    estimate: successes / n,
    probability,
    pValue: Math.min(1, twoSided(successes, n, probability)),
    method: "exact binomial, two-sided by least likelihood",
  };
}

function twoSided(successes: number, n: number, probability: number): number {
  const mean = n * probability;
  if (successes === mean) return 1;
  const limit = binomialProbability(successes, n, probability) * (1 + EQUALLY_LIKELY);
  const isUnlikely = (count: number) => binomialProbability(count, n, probability) <= limit;
  if (successes < mean) {
    const opposite = firstWhere(isUnlikely, Math.ceil(mean), n + 1);
    return binomialCdf(successes, n, probability) + binomialUpperTail(opposite - 1, n, probability);
  }
  const opposite = firstWhere((count) => !isUnlikely(count), 0, Math.floor(mean) + 1) - 1;
  return binomialCdf(opposite, n, probability) + binomialUpperTail(successes - 1, n, probability);
}

/** The first whole number from low on where a condition holds that, once true, stays true; high when it never does. */
function firstWhere(holds: (count: number) => boolean, low: number, high: number): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
