import { argumentError } from "../argument-error.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { stirlingError } from "../numeric/gamma-function.js";
import { findRoot } from "../numeric/root.js";
import { normalCdf } from "./normal.js";

/** A term of the sum is left out when it is this small beside the largest. */
const NEGLIGIBLE = 1e-20;
const WIDEST_STEP = 0.08;
const STEPS_PER_SPREAD = 3;
/** Digits of a limit below this share of 1 + |t| are rounding. */
const LIMIT_RESOLUTION = 1e-14;
/** How far t may be from 0, in roots of df. */
const MOST_PER_ROOT_DF = 1000;
/** Places of the three sums that are taken together. */
const [LOWER, UPPER, DENSITY] = [0, 1, 2] as const;

/**
 * Probability that a noncentral t value is at or below t.
 *
 * The value is (Z + noncentrality) / S with Z standard normal and S the root of a chi-squared over its df. The probability
 * given S is averaged over log S by the trapezoid rule, which gains digits with every step narrower because all derivatives
 * vanish at both ends. No terms cancel.
 *
 * @param t from -1000 √df to 1000 √df
 * @param df degrees of freedom, 0.5 to 1e10, not necessarily whole
 * @param noncentrality any finite number; 0 gives Student's t
 * @returns 0 to 1, with relative precision of about 1e-12 down to 1e-100
 * @throws RangeError when t, df or noncentrality is outside its range
 * @see Johnson, Kotz & Balakrishnan (1995) Continuous Univariate Distributions, volume 2, 2nd ed., chapter 31
 * @example
 * noncentralTCdf(2, 3, 1) // => 0.74362987
 */
export function noncentralTCdf(t: number, df: number, noncentrality: number): number {
  return noncentralT(t, df, noncentrality, "noncentralTCdf").lower;
}

/**
 * The noncentralities with which an observed t is just not surprising: the interval behind a standardised mean difference.
 *
 * @param t observed, from -1000 √df to 1000 √df
 * @param df degrees of freedom, 0.5 to 1e10, not necessarily whole
 * @param level confidence level, strictly between 0 and 1
 * @returns the noncentrality that leaves (1 - level) / 2 above t, and the one that leaves as much below it
 * @throws RangeError when t, df or the level is outside its range
 * @see Steiger & Fouladi (1997) in Harlow, Mulaik & Steiger (eds) What If There Were No Significance Tests?; Cumming &
 * Finch (2001) Educ Psychol Meas 61:532-574
 * @example
 * noncentralTLimits(2, 9, 0.95) // => { low: -0.20585474, high: 4.1162101 }
 */
export function noncentralTLimits(t: number, df: number, level: number): { low: number; high: number } {
  const tail = 1 - probabilityBelowUpperLimit(level, "noncentralTLimits");
  const solve = (side: "lower" | "upper") => {
    const sign = side === "upper" ? 1 : -1;
    const at = (noncentrality: number) => {
      const found = noncentralT(t, df, noncentrality, "noncentralTLimits");
      return { value: sign * Math.log(found[side] / tail), slope: found.density / found[side] };
    };
    let width = 1 + Math.abs(t) / Math.sqrt(df);
    while (at(t - width).value > 0 || at(t + width).value < 0) width *= 2;
    return findRoot(at, t - width, t + width, LIMIT_RESOLUTION * (1 + Math.abs(t)));
  };
  return { low: solve("upper"), high: solve("lower") };
}

/**
 * Whether a t is near enough to 0 for the noncentral t: the work grows with it, and an effect of a thousand standard
 * deviations is a mistake in the data.
 *
 * @param t observed
 * @param df degrees of freedom, 0.5 or more
 * @returns false past 1000 √df, and for NaN
 * @see {@link noncentralTLimits}
 * @example
 * isNoncentralT(5001, 25) // => false
 */
export function isNoncentralT(t: number, df: number): boolean {
  return Math.abs(t) <= MOST_PER_ROOT_DF * Math.sqrt(df);
}

/** Both tails at t, and how fast probability crosses t as the noncentrality grows. */
function noncentralT(t: number, df: number, noncentrality: number, where: string) {
  if (!(df >= 0.5 && df <= 1e10)) throw argumentError(`${where}: df`, "0.5 to 1e10", df);
  if (!isNoncentralT(t, df))
    throw argumentError(`${where}: t`, `a finite number within ${MOST_PER_ROOT_DF} √df of 0`, t);
  if (!Number.isFinite(noncentrality))
    throw argumentError(`${where}: noncentrality`, "a finite number", noncentrality);
  const half = df / 2;
  const step = Math.min(WIDEST_STEP, 1 / (STEPS_PER_SPREAD * Math.sqrt(df + (t * t) / 2)));
  const scale = 2 * Math.sqrt(half / (2 * Math.PI)) * Math.exp(-stirlingError(half)) * step;
  const weigh = (place: number, terms: Float64Array) => {
    const log = place * step;
    const weight = scale * Math.exp(-half * (Math.expm1(2 * log) - 2 * log));
    const z = t * Math.exp(log) - noncentrality;
    const smaller = normalCdf(-Math.abs(z));
    terms[LOWER] = weight * (z < 0 ? smaller : 1 - smaller);
    terms[UPPER] = weight * (z < 0 ? 1 - smaller : smaller);
    terms[DENSITY] = (weight * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    return terms;
  };
  const sums = weigh(0, new Float64Array(3));
  const middle = Float64Array.from(sums);
  const terms = new Float64Array(3);
  for (const direction of [-1, 1]) {
    const last = Float64Array.from(middle);
    const largest = Float64Array.from(middle);
    for (let place = direction, isOver = false; !isOver; place += direction) {
      weigh(place, terms);
      isOver = true;
      for (let part = 0; part < 3; part += 1) {
        const term = terms[part]!;
        sums[part]! += term;
        if (term > largest[part]!) largest[part] = term;
        if (term > NEGLIGIBLE * largest[part]! || term > last[part]!) isOver = false;
        last[part] = term;
      }
    }
  }
  return { lower: sums[LOWER]!, upper: sums[UPPER]!, density: sums[DENSITY]! };
}
