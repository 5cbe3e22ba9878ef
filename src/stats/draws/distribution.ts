import { argumentError } from "../argument-error.js";
import { checkBetaShapes } from "./beta.js";
import { checkGammaShape } from "./gamma.js";

/**
 * How sure an input is, as people state it. Costs: gamma or lognormal, by mean and standard deviation. Shares: beta. What
 * an expert gives as lowest, most likely and highest: PERT or triangular. `fixed` is known.
 */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | {
      readonly kind: "normal" | "lognormal" | "gamma";
      readonly mean: number;
      readonly standardDeviation: number;
    }
  | { readonly kind: "beta"; readonly a: number; readonly b: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: "pert";
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      /** How much the mode weighs against the ends; 4 unless told. */
      readonly lambda?: number;
    };

/** A distribution by the numbers that draws are made from. */
export type Law =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "uniform"; readonly low: number; readonly width: number }
  | { readonly kind: "normal"; readonly mean: number; readonly standardDeviation: number }
  | { readonly kind: "lognormal"; readonly logMean: number; readonly logDeviation: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly scale: number }
  | {
      readonly kind: "beta";
      readonly a: number;
      readonly b: number;
      readonly low: number;
      readonly width: number;
    }
  | { readonly kind: "triangular"; readonly low: number; readonly width: number; readonly peak: number };

/** Sizes beyond this could leave the doubles in a sum or a product of draws. */
const LARGEST = 1e100;
/** From this shape on, a standard deviation of a hundred-thousandth of the mean, gamma draws are normal ones. */
const NORMAL_FROM = 1e10;
/** The most that a lognormal's standard deviation may be of its mean. */
const MOST_SPREAD = 1000;

/**
 * Turns a distribution as people state it into the numbers that draws are made from, and refuses what cannot be drawn.
 *
 * Gamma: shape m² / s², scale s² / m. Lognormal: log variance log(1 + s² / m²). PERT: a beta on the range, its shapes
 * 1 + λ (mode - low) / (high - low) and 1 + λ (high - mode) / (high - low). A standard deviation of 0, or a range without
 * width, is a fixed value; a gamma of shape above 1e10 is drawn as a normal, which it equals to five digits.
 *
 * @param distribution kind and parameters, in the unit of the input
 * @param where what it is of, as "input hours"
 * @returns the law
 * @throws RangeError naming the parameter that cannot be
 * @see Briggs, Claxton & Sculpher (2006) Decision Modelling for Health Economic Evaluation, chapter 4; Malcolm et al. (1959) Oper Res 7:646-669 for PERT
 * @example
 * lawOf({ kind: "gamma", mean: 1920, standardDeviation: 480 }, "input hours") // => { kind: "gamma", shape: 16, scale: 120 }
 */
export function lawOf(distribution: Distribution, where: string): Law {
  switch (distribution.kind) {
    case "fixed":
      return { kind: "fixed", value: checkSize(distribution.value, `${where}: value`) };
    case "uniform":
      return uniformLaw(distribution.low, distribution.high, where);
    case "normal":
    case "lognormal":
    case "gamma":
      return lawByMoments(distribution.kind, distribution.mean, distribution.standardDeviation, where);
    case "beta":
      checkBetaShapes(distribution.a, distribution.b, where);
      return { kind: "beta", a: distribution.a, b: distribution.b, low: 0, width: 1 };
    case "triangular":
    case "pert":
      return elicitedLaw(distribution, where);
  }
}

function uniformLaw(low: number, high: number, where: string): Law {
  const width = checkRange(low, high, where);
  return width === 0 ? { kind: "fixed", value: low } : { kind: "uniform", low, width };
}

function lawByMoments(
  kind: "normal" | "lognormal" | "gamma",
  mean: number,
  spread: number,
  where: string,
): Law {
  checkSize(mean, `${where}: mean`);
  if (!(spread >= 0 && spread <= LARGEST))
    throw argumentError(`${where}: standardDeviation`, `0 to ${LARGEST}`, spread);
  if (kind !== "normal" && !(mean > 0)) throw argumentError(`${where}: mean`, "more than 0", mean);
  if (spread === 0) return { kind: "fixed", value: mean };
  if (kind === "normal") return { kind, mean, standardDeviation: spread };
  const relative = spread / mean;
  if (kind === "gamma") {
    const shape = 1 / (relative * relative);
    if (shape > NORMAL_FROM) return { kind: "normal", mean, standardDeviation: spread };
    checkGammaShape(shape, `${where}: mean² / standardDeviation²`);
    return { kind, shape, scale: mean / shape };
  }
  if (relative > MOST_SPREAD)
    throw argumentError(`${where}: standardDeviation / mean`, `at most ${MOST_SPREAD}`, relative);
  const logVariance = Math.log1p(relative * relative);
  return { kind, logMean: Math.log(mean) - logVariance / 2, logDeviation: Math.sqrt(logVariance) };
}

function elicitedLaw(
  given: Extract<Distribution, { readonly kind: "triangular" | "pert" }>,
  where: string,
): Law {
  const { low, mode, high } = given;
  const width = checkRange(low, high, where);
  if (!(mode >= low && mode <= high)) throw argumentError(`${where}: mode`, `${low} to ${high}`, mode);
  if (width === 0) return { kind: "fixed", value: low };
  const peak = (mode - low) / width;
  if (given.kind === "triangular") return { kind: "triangular", low, width, peak };
  const lambda = given.lambda ?? 4;
  if (!(lambda > 0 && lambda <= 1000))
    throw argumentError(`${where}: lambda`, "more than 0, up to 1000", lambda);
  return { kind: "beta", a: 1 + lambda * peak, b: 1 + lambda * (1 - peak), low, width };
}

function checkRange(low: number, high: number, where: string): number {
  checkSize(low, `${where}: low`);
  checkSize(high, `${where}: high`);
  if (high < low) throw argumentError(`${where}: high`, `${low} or more`, high);
  return high - low;
}

function checkSize(value: number, where: string): number {
  if (!(Math.abs(value) <= LARGEST)) throw argumentError(where, `-${LARGEST} to ${LARGEST}`, value);
  return value;
}
