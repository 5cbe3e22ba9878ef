import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { differenceOfProducts } from "../numeric/exact-product.js";
import { choose } from "../numeric/binomial-coefficients.js";
import { deviance, factorialRest } from "../numeric/gamma-function.js";
import { discreteQuantile } from "./discrete-quantile.js";
import { betaValue, incompleteBeta } from "./incomplete-beta.js";
import { tailProbability } from "./tail.js";
import type { Side } from "./tail.js";

/**
 * Probability of exactly this many successes in n independent trials.
 *
 * @param successes whole number; one that cannot happen has probability 0
 * @param n trials, whole number, 0 or more
 * @param probability of success in one trial, 0 to 1
 * @returns 0 to 1, with full relative precision
 * @throws RangeError when an argument is outside its range
 * @see Loader (2000) Fast and accurate computation of binomial probabilities
 * @example
 * binomialProbability(2, 10, 0.5) // => 0.0439453125
 */
export function binomialProbability(successes: number, n: number, probability: number): number {
  checkArguments(successes, n, probability, "binomialProbability");
  if (successes < 0 || successes > n) return 0;
  const failures = n - successes;
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1) return failures === 0 ? 1 : 0;
  const surplus = -differenceOfProducts(n, probability, successes, 1);
  const rest = factorialRest(n) - factorialRest(successes) - factorialRest(failures);
  const distance =
    deviance(successes, n * probability, surplus) + deviance(failures, n * (1 - probability), -surplus);
  return Math.exp(rest - distance);
}

/**
 * Probability of at most this many successes in n independent trials.
 *
 * @param successes whole number; below 0 gives 0
 * @param n trials, whole number, 0 or more
 * @param probability of success in one trial, 0 to 1
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when an argument is outside its range
 * @see DLMF 8.17.5: a beta probability, {@link incompleteBeta}
 * @example
 * binomialCdf(2, 10, 0.5) // => 0.0546875
 */
export function binomialCdf(successes: number, n: number, probability: number): number {
  checkArguments(successes, n, probability, "binomialCdf");
  return tailAt("lower", successes, n, probability);
}

/**
 * Probability of more than this many successes in n independent trials.
 *
 * @param successes whole number; below 0 gives 1
 * @param n trials, whole number, 0 or more
 * @param probability of success in one trial, 0 to 1
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when an argument is outside its range
 * @see {@link binomialCdf}
 * @example
 * binomialUpperTail(7, 10, 0.5) // => 0.0546875
 */
export function binomialUpperTail(successes: number, n: number, probability: number): number {
  checkArguments(successes, n, probability, "binomialUpperTail");
  return tailAt("upper", successes, n, probability);
}

/**
 * The smallest number of successes with at least probability p at or below it.
 *
 * @param p probability, 0 to 1
 * @param n trials, whole number, 0 or more
 * @param probability of success in one trial, 0 to 1
 * @returns whole number, 0 to n
 * @throws RangeError when an argument is outside its range
 * @see {@link discreteQuantile}
 * @example
 * binomialQuantile(0.05, 10, 0.5) // => 2
 */
export function binomialQuantile(p: number, n: number, probability: number): number {
  checkProbability(p, "binomialQuantile: p");
  checkArguments(0, n, probability, "binomialQuantile");
  return quantileAt("lower", p, n, probability);
}

/**
 * The smallest number of successes with at most probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param n trials, whole number, 0 or more
 * @param probability of success in one trial, 0 to 1
 * @returns whole number, 0 to n
 * @throws RangeError when an argument is outside its range
 * @see {@link discreteQuantile}
 * @example
 * binomialUpperQuantile(0.05, 10, 0.5) // => 8
 */
export function binomialUpperQuantile(q: number, n: number, probability: number): number {
  checkProbability(q, "binomialUpperQuantile: q");
  checkArguments(0, n, probability, "binomialUpperQuantile");
  return quantileAt("upper", q, n, probability);
}

/** Up to here every sum of binomial coefficients is a whole number that a double holds. */
const MOST_COUNTED = 50;

function tailAt(side: Side, successes: number, n: number, probability: number): number {
  if (successes < 0 || probability === 1) return successes >= n === (side === "lower") ? 1 : 0;
  if (successes >= n || probability === 0) return side === "lower" ? 1 : 0;
  if (probability === 0.5 && n <= MOST_COUNTED) {
    const most = side === "lower" ? successes : n - successes - 1;
    let ways = 0;
    for (let count = 0; count <= most; count += 1) ways += choose(n, count);
    return ways / 2 ** n;
  }
  const [a, b] = [successes + 1, n - successes];
  const point = incompleteBeta(betaValue(probability, a, b), a, b);
  return tailProbability(side === "lower" ? "upper" : "lower", point);
}

function quantileAt(side: Side, tail: number, n: number, probability: number): number {
  return discreteQuantile(tail, side, {
    lowest: 0,
    highest: n,
    mean: n * probability,
    standardDeviation: Math.sqrt(n * probability * (1 - probability)),
    tail: (which, successes) => tailAt(which, successes, n, probability),
  });
}

function checkArguments(successes: number, n: number, probability: number, where: string): void {
  if (!Number.isSafeInteger(successes))
    throw argumentError(`${where}: successes`, "a whole number", successes);
  if (!(Number.isSafeInteger(n) && n >= 0 && n <= 1e10)) {
    throw argumentError(`${where}: n`, "a whole number, 0 to 1e10", n);
  }
  checkProbability(probability, `${where}: probability`);
}
