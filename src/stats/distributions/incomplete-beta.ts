import { deviance, stirlingError } from "../numeric/gamma-function.js";
import { differenceOfProducts } from "../numeric/exact-product.js";
import { solveTail } from "./tail.js";
import type { Side, TailPoint } from "./tail.js";

/** Two parts of 1, and how far the first is from its mean under a beta distribution. */
export interface BetaValue {
  readonly x: number;
  /** 1 - x, to all its digits. */
  readonly y: number;
  /** a - (a + b) x, to all its digits. */
  readonly fromMean: number;
}

const MOST_TERMS = 10_000_000;
const POWER_LAW_BELOW = -40;

/**
 * The value x of a beta(a, b) variable with all the digits that its tails need.
 *
 * @param x 0 to 1
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns x, 1 - x, and a - (a + b) x without the rounding of 1 - x
 * @see {@link differenceOfProducts}
 * @example
 * betaValue(0.25, 2, 3) // => { x: 0.25, y: 0.75, fromMean: 0.75 }
 */
export function betaValue(x: number, a: number, b: number): BetaValue {
  const y = 1 - x;
  const rounding = 1 - y - x;
  return { x, y, fromMean: differenceOfProducts(a, y, b, x) + a * rounding };
}

/**
 * The beta(a, b) distribution at one value, on the scale of its log-odds: the regularised incomplete beta function.
 *
 * The density is Loader's, which keeps its digits at any shape; the tail on the far side of the mean is the density
 * times a continued fraction of positive terms.
 *
 * @param value more than 0 and less than 1
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns the density of the log-odds, and the tail on the side of the value away from the mean
 * @throws Error when the fraction does not settle, which only a bug can cause
 * @see Didonato & Morris (1992) ACM Trans Math Softw 18:360-373, equation 9 (fraction); Loader (2000) Fast and
 * accurate computation of binomial probabilities (density)
 * @example
 * incompleteBeta(betaValue(0.25, 1, 1), 1, 1) // => { side: "lower", tailOverDensity: 1.3333333 }
 */
export function incompleteBeta(value: BetaValue, a: number, b: number): TailPoint {
  return atValue(value, a, b, logConstant(a, b));
}

/**
 * The log-odds of the beta(a, b) value with a given probability on one side.
 *
 * @param probability 0 to 1
 * @param side which tail it is
 * @param a first shape, more than 0
 * @param b second shape, more than 0
 * @returns the log-odds; infinite where the probability is 0 or 1
 * @see {@link solveTail}; in its lower tail the log-odds are exponential, which gives the start
 * @example
 * betaLogOdds(0.25, "lower", 1, 1) // => -1.0986122886681098
 */
export function betaLogOdds(probability: number, side: Side, a: number, b: number): number {
  const isLower = (side === "lower") === probability <= 0.5;
  const tail = probability <= 0.5 ? probability : 1 - probability;
  return isLower ? lowerLogOdds(tail, a, b) : -lowerLogOdds(tail, b, a);
}

function lowerLogOdds(tail: number, a: number, b: number): number {
  const constant = logConstant(a, b);
  const logPower = constant + a * Math.log1p(b / a) + b * Math.log1p(a / b);
  const start = (Math.log(tail) + Math.log(a) - logPower) / a;
  if (start + Math.log(a + b) < POWER_LAW_BELOW) return start;
  const fromAbove = (Math.log1p(-tail) + Math.log(b) - logPower) / b;
  if (fromAbove + Math.log(a + b) < POWER_LAW_BELOW) return -fromAbove;
  return solveTail(tail, "lower", start, (logOdds) => {
    const [x, y] = [1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds))];
    return atValue({ x, y, fromMean: differenceOfProducts(a, y, b, x) }, a, b, constant);
  });
}

/** Log of the density of the log-odds at the mean. */
function logConstant(a: number, b: number): number {
  const correction = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
  return correction + Math.log(a / (2 * Math.PI * (1 + a / b))) / 2;
}

function atValue({ x, y, fromMean }: BetaValue, a: number, b: number, constant: number): TailPoint {
  const n = a + b;
  const logDensity = constant - deviance(a, n * x, fromMean) - deviance(b, n * y, -fromMean);
  return fromMean >= 0
    ? { side: "lower", logDensity, tailOverDensity: fraction(x, fromMean, a, b), slope: fromMean }
    : { side: "upper", logDensity, tailOverDensity: fraction(y, -fromMean, b, a), slope: fromMean };
}

/** By the modified Lentz method (Thompson & Barnett 1986 J Comput Phys 64:490-509). */
function fraction(x: number, fromMean: number, a: number, b: number): number {
  let value = (a / (a + 1)) * (fromMean + 1);
  let numerator = value;
  let denominator = 0;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const odd = a + 2 * term - 1;
    const shift = (term * (b - term) * x) / odd;
    const above = ((a + term - 1) / odd) * (a + b + term - 1) * x * shift;
    const below = term + shift + ((a + term) / (odd + 2)) * (fromMean + 1 + term * (2 - x));
    denominator = 1 / (below + above * denominator);
    numerator = below + above / numerator;
    const change = numerator * denominator;
    value *= change;
    if (!(Math.abs(change - 1) > Number.EPSILON)) return 1 / value;
  }
  throw new Error(`incompleteBeta: expected to settle in ${MOST_TERMS} terms at x ${x}, a ${a}, b ${b}`);
}
