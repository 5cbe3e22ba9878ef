import { argumentError } from "../argument-error.js";
import { deviance, stirlingError } from "../numeric/gamma-function.js";
import { findRoot } from "../numeric/root.js";

const MOST_TERMS = 100_000;
const TINY = 1e-300;

/**
 * Probability that a beta(a, b) value is at or below x: the regularised incomplete beta function.
 *
 * @param x 0 to 1
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns 0 to 1
 * @throws RangeError when x, a or b is outside its range
 * @see DLMF 8.17.22 for the continued fraction; Loader (2000) for the density in front of it
 * @example
 * betaCdf(0.5, 2, 3) // => 0.6875
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw argumentError("betaCdf: x", "0 to 1", x);
  checkShapes(a, b, "betaCdf");
  if (x === 0 || x === 1) return x;
  return betaTails(x, 1 - x, a, b).lower;
}

/**
 * The beta(a, b) value with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns 0 to 1
 * @throws RangeError when p, a or b is outside its range
 * @see {@link betaCdf}, inverted on the log-odds of the value
 * @example
 * betaQuantile(0.6875, 2, 3) // => 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + 1 / betaOddsQuantile(p, a, b));
}

/**
 * The odds x / (1 - x) of the beta(a, b) value x with probability p below it.
 *
 * @param p probability, 0 to 1
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns 0 to Infinity
 * @throws RangeError when p, a or b is outside its range
 * @see {@link betaQuantile}; the odds keep their digits where the value itself rounds to 1
 * @example
 * betaOddsQuantile(0.6875, 2, 3) // => 1
 */
export function betaOddsQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw argumentError("betaQuantile: p", "0 to 1", p);
  checkShapes(a, b, "betaQuantile");
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const side = p <= 0.5 ? "lower" : "upper";
  const target = p <= 0.5 ? p : 1 - p;
  const atLogOdds = (logOdds: number) => {
    const tails = betaTails(1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds)), a, b);
    const sign = side === "lower" ? 1 : -1;
    return { value: sign * Math.log(tails[side] / target), slope: tails.logOddsDensity / tails[side] };
  };
  const middle = Math.log(a / b);
  let width = 1;
  while (atLogOdds(middle - width).value > 0 || atLogOdds(middle + width).value < 0) width *= 2;
  return Math.exp(findRoot(atLogOdds, middle - width, middle + width));
}

/**
 * The continued fraction of the incomplete beta function, by the modified Lentz method.
 *
 * @param x 0 to 1; converges quickly below (a + 1) / (a + b + 2)
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns the factor that turns x^a (1 - x)^b / (a B(a, b)) into the probability below x
 * @throws Error when the fraction does not settle, which only a bug can cause
 * @see DLMF 8.17.22; Thompson & Barnett (1986) J Comput Phys 64:490-509
 * @example
 * betaFraction(0, 2, 3) // => 1
 */
export function betaFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 0;
  let fraction = 1;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const coefficient = fractionCoefficient(term, x, a, b);
    denominator = 1 / nonZero(1 + coefficient * denominator);
    numerator = nonZero(1 + coefficient / numerator);
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return 1 / fraction;
  }
  throw new Error(`betaFraction: expected to settle in ${MOST_TERMS} terms at x ${x}, a ${a}, b ${b}`);
}

function fractionCoefficient(term: number, x: number, a: number, b: number): number {
  const half = Math.floor(term / 2);
  return term % 2 === 0
    ? (half * (b - half) * x) / ((a + term - 1) * (a + term))
    : (-(a + half) * (a + b + half) * x) / ((a + term - 1) * (a + term));
}

function nonZero(value: number): number {
  return value === 0 ? TINY : value;
}

function betaTails(x: number, y: number, a: number, b: number) {
  const logOddsDensity = densityOfLogOdds(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (logOddsDensity / a) * betaFraction(x, a, b);
    return { lower, upper: 1 - lower, logOddsDensity };
  }
  const upper = (logOddsDensity / b) * betaFraction(y, b, a);
  return { lower: 1 - upper, upper, logOddsDensity };
}

function densityOfLogOdds(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const distance = deviance(a, n * x) + deviance(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(correction - distance);
}

function checkShapes(a: number, b: number, where: string): void {
  if (!(a > 0 && a < Infinity)) throw argumentError(`${where}: a`, "a finite number more than 0", a);
  if (!(b > 0 && b < Infinity)) throw argumentError(`${where}: b`, "a finite number more than 0", b);
}
