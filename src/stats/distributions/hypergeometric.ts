import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { differenceOfProducts } from "../numeric/exact-product.js";
import { deviance, factorialRest } from "../numeric/gamma-function.js";
import { discreteQuantile } from "./discrete-quantile.js";
import type { Side } from "./tail.js";

/** What is drawn from, without putting back; whole numbers, 0 or more, together at most 1e10. */
export interface Urn {
  readonly successes: number;
  readonly failures: number;
  /** How many are drawn, at most successes + failures. */
  readonly draws: number;
}

/**
 * Probability of drawing exactly this many successes, without putting back.
 *
 * @param drawn successes drawn, whole number; one that cannot happen has probability 0
 * @param urn what is drawn from, and how many are drawn
 * @returns 0 to 1, with full relative precision
 * @throws RangeError when a number is outside its range
 * @see Loader (2000) Fast and accurate computation of binomial probabilities: its density, over the four cells
 * @example
 * hypergeometricProbability(3, { successes: 10, failures: 7, draws: 8 }) // => 0.10366104
 */
export function hypergeometricProbability(drawn: number, urn: Urn): number {
  checkArguments(drawn, urn, "hypergeometricProbability");
  return probabilityOf(drawn, urn);
}

/**
 * Probability of drawing at most this many successes, without putting back.
 *
 * @param drawn successes drawn, whole number; one below those possible gives 0
 * @param urn what is drawn from, and how many are drawn
 * @returns 0 to 1, with full relative precision in the lower tail
 * @throws RangeError when a number is outside its range
 * @see Johnson, Kemp & Kotz (2005) Univariate Discrete Distributions, 3rd ed., section 6.2
 * @example
 * hypergeometricCdf(3, { successes: 10, failures: 7, draws: 8 }) // => 0.11703003
 */
export function hypergeometricCdf(drawn: number, urn: Urn): number {
  checkArguments(drawn, urn, "hypergeometricCdf");
  return tailAt("lower", drawn, urn);
}

/**
 * Probability of drawing more than this many successes, without putting back.
 *
 * @param drawn successes drawn, whole number; one below those possible gives 1
 * @param urn what is drawn from, and how many are drawn
 * @returns 0 to 1, with full relative precision in the upper tail
 * @throws RangeError when a number is outside its range
 * @see {@link hypergeometricCdf}
 * @example
 * hypergeometricUpperTail(3, { successes: 10, failures: 7, draws: 8 }) // => 0.88296997
 */
export function hypergeometricUpperTail(drawn: number, urn: Urn): number {
  checkArguments(drawn, urn, "hypergeometricUpperTail");
  return tailAt("upper", drawn, urn);
}

/**
 * The smallest number of successes drawn with at least probability p at or below it.
 *
 * @param p probability, 0 to 1
 * @param urn what is drawn from, and how many are drawn
 * @returns whole number
 * @throws RangeError when a number is outside its range
 * @see {@link discreteQuantile}
 * @example
 * hypergeometricQuantile(0.5, { successes: 10, failures: 7, draws: 8 }) // => 5
 */
export function hypergeometricQuantile(p: number, urn: Urn): number {
  checkProbability(p, "hypergeometricQuantile: p");
  checkArguments(0, urn, "hypergeometricQuantile");
  return quantileAt("lower", p, urn);
}

/**
 * The smallest number of successes drawn with at most probability q above it: for q too small to be taken from 1.
 *
 * @param q probability, 0 to 1
 * @param urn what is drawn from, and how many are drawn
 * @returns whole number
 * @throws RangeError when a number is outside its range
 * @see {@link discreteQuantile}
 * @example
 * hypergeometricUpperQuantile(0.05, { successes: 10, failures: 7, draws: 8 }) // => 6
 */
export function hypergeometricUpperQuantile(q: number, urn: Urn): number {
  checkProbability(q, "hypergeometricUpperQuantile: q");
  checkArguments(0, urn, "hypergeometricUpperQuantile");
  return quantileAt("upper", q, urn);
}

function probabilityOf(drawn: number, urn: Urn): number {
  const { successes, failures, draws } = urn;
  const all = successes + failures;
  if (drawn < lowestOf(urn) || drawn > highestOf(urn)) return 0;
  if (all === 0) return 1;
  const left = all - draws;
  const surplus = differenceOfProducts(drawn, all, successes, draws) / all;
  const cells = [
    { count: drawn, expected: (successes / all) * draws, surplus },
    { count: successes - drawn, expected: (successes / all) * left, surplus: -surplus },
    { count: draws - drawn, expected: (failures / all) * draws, surplus: -surplus },
    { count: failures - draws + drawn, expected: (failures / all) * left, surplus },
  ];
  const margins = [successes, failures, draws, left].reduce((sum, margin) => sum + factorialRest(margin), 0);
  const inside = cells.reduce(
    (sum, cell) => sum + factorialRest(cell.count) + deviance(cell.count, cell.expected, cell.surplus),
    factorialRest(all),
  );
  return Math.exp(margins - inside);
}

/** The tail away from the mean is summed; the other is what is left of 1. */
function tailAt(side: Side, drawn: number, urn: Urn): number {
  const { successes, failures, draws } = urn;
  if (drawn < lowestOf(urn)) return side === "lower" ? 0 : 1;
  if (drawn >= highestOf(urn)) return side === "lower" ? 1 : 0;
  const isBelowMean = drawn < (successes / (successes + failures)) * draws;
  const tail = isBelowMean ? sumDown(drawn, urn) : sumUp(drawn + 1, urn);
  return isBelowMean === (side === "lower") ? tail : 1 - tail;
}

function sumDown(from: number, urn: Urn): number {
  const { successes, failures, draws } = urn;
  let ratio = 1;
  let sum = 0;
  for (let k = from; ratio > (sum * Number.EPSILON) / 4; k -= 1) {
    sum += ratio;
    ratio *= ((k / (successes - k + 1)) * (failures - draws + k)) / (draws - k + 1);
  }
  return probabilityOf(from, urn) * sum;
}

function sumUp(from: number, urn: Urn): number {
  const { successes, failures, draws } = urn;
  let ratio = 1;
  let sum = 0;
  for (let k = from; ratio > (sum * Number.EPSILON) / 4; k += 1) {
    sum += ratio;
    ratio *= (((successes - k) / (k + 1)) * (draws - k)) / (failures - draws + k + 1);
  }
  return probabilityOf(from, urn) * sum;
}

function quantileAt(side: Side, tail: number, urn: Urn): number {
  const { successes, failures, draws } = urn;
  const all = successes + failures;
  const mean = all === 0 ? 0 : (successes / all) * draws;
  const variance = all < 2 ? 0 : mean * (failures / all) * ((all - draws) / (all - 1));
  return discreteQuantile(tail, side, {
    lowest: lowestOf(urn),
    highest: highestOf(urn),
    mean,
    standardDeviation: Math.sqrt(variance),
    tail: (which, drawn) => tailAt(which, drawn, urn),
  });
}

function lowestOf({ failures, draws }: Urn): number {
  return Math.max(0, draws - failures);
}

function highestOf({ successes, draws }: Urn): number {
  return Math.min(successes, draws);
}

function checkArguments(drawn: number, { successes, failures, draws }: Urn, where: string): void {
  if (!Number.isSafeInteger(drawn)) throw argumentError(`${where}: drawn`, "a whole number", drawn);
  checkCount(successes, `${where}: successes`, 1e10);
  checkCount(failures, `${where}: failures`, 1e10 - successes);
  checkCount(draws, `${where}: draws`, successes + failures);
}

function checkCount(count: number, where: string, most: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0 && count <= most)) {
    throw argumentError(where, `a whole number, 0 to ${most}`, count);
  }
}
