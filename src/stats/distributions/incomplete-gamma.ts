import { deviance, stirlingError } from "../numeric/gamma-function.js";
import { solveTail } from "./tail.js";
import type { Side, TailPoint } from "./tail.js";

const MOST_TERMS = 10_000_000;
const POWER_LAW_BELOW = -40;
const LONGEST_STEP_UP = 2;

/**
 * The gamma distribution of scale 1 at one value, on the scale of its log: the regularised incomplete gamma function.
 *
 * @param value more than 0, finite
 * @param shape more than 0
 * @param fromMean shape less value, where the caller knows it to more digits than the two have
 * @returns the density of the log of the value, and the tail on the side of the value away from the mean
 * @throws Error when the fraction does not settle, which only a bug can cause
 * @see DLMF 8.11.4 (series) and 8.9.2 (continued fraction); Loader (2000) Fast and accurate computation of binomial
 * probabilities (density)
 * @example
 * incompleteGamma(0.5, 1) // => { side: "lower", tailOverDensity: 1.2974425414002562 }
 */
export function incompleteGamma(value: number, shape: number, fromMean = shape - value): TailPoint {
  return atValue(value, shape, fromMean, logConstant(shape));
}

/**
 * The log of the gamma value, of scale 1, with a given probability on one side.
 *
 * @param probability 0 to 1
 * @param side which tail it is
 * @param shape more than 0
 * @returns the log of the value; infinite where the probability is 0 or 1
 * @see {@link solveTail}; Wilson & Hilferty (1931) PNAS 17:684-688 for the start where the shape is 1 or more
 * @example
 * gammaLogQuantile(0.25, "upper", 1) // => 0.32663425997828094
 */
export function gammaLogQuantile(probability: number, side: Side, shape: number): number {
  const isLower = (side === "lower") === probability <= 0.5;
  const tail = probability <= 0.5 ? probability : 1 - probability;
  if (tail === 0) return isLower ? -Infinity : Infinity;
  const constant = logConstant(shape);
  const logFactorial = (shape + 1) * Math.log(shape) - shape - constant;
  const powerLaw = ((isLower ? Math.log(tail) : Math.log1p(-tail)) + logFactorial) / shape;
  if (powerLaw < POWER_LAW_BELOW) return powerLaw;
  const start = Math.max(powerLaw, wilsonHilferty(tail, isLower, shape));
  const at = (log: number) => {
    const value = Math.exp(log);
    return atValue(value, shape, shape - value, constant);
  };
  return solveTail(tail, isLower ? "lower" : "upper", start, at, LONGEST_STEP_UP);
}

function wilsonHilferty(tail: number, isLower: boolean, shape: number): number {
  const z = isLower ? -roughNormal(tail) : roughNormal(tail);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return shape >= 1 && root > 0 ? Math.log(shape) + 3 * Math.log(root) : -Infinity;
}

/** The standard normal value with this tail above it, to three decimals: Abramowitz & Stegun 26.2.23. */
function roughNormal(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}

/** Log of the density of the log at the mean. */
function logConstant(shape: number): number {
  return Math.log(shape / (2 * Math.PI)) / 2 - stirlingError(shape);
}

function atValue(value: number, shape: number, fromMean: number, constant: number): TailPoint {
  const logDensity = constant - deviance(shape, value, fromMean);
  return fromMean > -1
    ? { side: "lower", logDensity, tailOverDensity: lowerSeries(value, shape), slope: fromMean }
    : { side: "upper", logDensity, tailOverDensity: upperFraction(fromMean, shape), slope: fromMean };
}

function lowerSeries(value: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let divisor = shape + 1; term > sum * (Number.EPSILON / 4); divisor += 1) {
    term *= value / divisor;
    sum += term;
  }
  return sum / shape;
}

/** By the modified Lentz method (Thompson & Barnett 1986 J Comput Phys 64:490-509). */
function upperFraction(fromMean: number, shape: number): number {
  let base = 1 - fromMean;
  let numerator = Infinity;
  let denominator = 1 / base;
  let fraction = denominator;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const coefficient = term * (shape - term);
    base += 2;
    denominator = 1 / (base + coefficient * denominator);
    numerator = base + coefficient / numerator;
    const change = numerator * denominator;
    fraction *= change;
    if (!(Math.abs(change - 1) > Number.EPSILON)) return fraction;
  }
  throw new Error(`incompleteGamma: expected to settle in ${MOST_TERMS} terms at ${fromMean}, ${shape}`);
}
