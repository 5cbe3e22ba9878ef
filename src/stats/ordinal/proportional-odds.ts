import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { normalQuantile } from "../distributions/normal.js";
import { finiteResult } from "../finite-result.js";
import { largestSize } from "../numeric/range.js";
import { dot } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { devianceBetween, maximiseLikelihood, NotSettled } from "./maximum-likelihood.js";
import type { OrdinalFit } from "./maximum-likelihood.js";
import { ordinalRows } from "./ordinal-rows.js";
import type { OrdinalAnswers, OrdinalData } from "./ordinal-rows.js";
import { profileDeviance, profileLimit, startingThresholds } from "./profile-likelihood.js";

/** How one covariate moves the answers. */
export interface OrdinalCoefficient {
  readonly name: string;
  /** Log odds ratio of a higher answer for one unit more; "unbounded" when no finite value is best. */
  readonly estimate: number | "unbounded";
  readonly standardError: number | "unbounded";
  /** Profile likelihood limits. */
  readonly low: number | "unbounded";
  readonly high: number | "unbounded";
  /** Which limits the data set: one when the covariate separates the answers, none when others leave it no say. */
  readonly limits: "both" | "lower only" | "upper only" | "none";
  /** Likelihood ratio test of no effect, which the interval agrees with. */
  readonly pValue: number;
  readonly oddsRatio: number | "unbounded";
  readonly oddsRatioLow: number;
  readonly oddsRatioHigh: number | "unbounded";
}

/** Where one answer gives way to the next, on the logit scale when all covariates are 0. */
export interface OrdinalThreshold {
  readonly below: number;
  readonly above: number;
  readonly estimate: number;
  readonly standardError: number | "unbounded";
}

/** A proportional odds model. */
export interface ProportionalOdds {
  readonly kind: "proportionalOdds";
  /** In the order of the covariates. */
  readonly coefficients: readonly OrdinalCoefficient[];
  /** Absent under separation: they have no finite values then. */
  readonly thresholds?: readonly OrdinalThreshold[];
  readonly logLikelihood: number;
  /** Of the model in which no covariate matters. */
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: { readonly statistic: number; readonly df: number; readonly pValue: number };
  /** Names of the covariates that separate the answers. */
  readonly separatedBy: readonly string[];
  readonly level: number;
  readonly n: number;
  /** Answers that somebody gave, from lowest to highest. */
  readonly categories: readonly number[];
  /** Answers that could have been given and were not: they do not count. */
  readonly droppedCategories: readonly number[];
  readonly method: "proportional odds, maximum likelihood, profile intervals";
}

/** A covariate moves off to infinity when it does so by this share of the fastest one. */
const MOVES_OFF = 1e-3;

/**
 * Fits an ordinal logistic regression with proportional odds: logit P(Y ≤ j) = threshold j - Σ coefficient ×
 * covariate.
 *
 * A coefficient above 0 means higher answers. Intervals and p-values come from the profile likelihood, which is
 * more to be trusted than standard errors when few people answered. A covariate that separates the answers has no
 * finite estimate: it is "unbounded", the one finite limit is given, and `separatedBy` names it. The model takes it
 * that a covariate has the same odds ratio at every cut of the scale: {@link oddsRatiosByCut} shows whether it
 * does. It takes people as independent: people of one Trust are not.
 *
 * @param answers what each person answered, with their covariates; the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the model; unavailable when fewer than two answers were given, a covariate has one value or is a
 * combination of others, or the fit does not settle
 * @throws RangeError when a value is not finite, lengths differ, a count is not whole or the level is outside its
 * range
 * @see McCullagh (1980) J R Stat Soc B 42:109-142; Venzon & Moolgavkar (1988) Appl Stat 37:87-94 (profile limits);
 * Albert & Anderson (1984) Biometrika 71:1-10 (separation)
 * @example
 * proportionalOdds({ answers: [4, 5, 3, 4, 4, 5, 2, 5, 4, 3, 3, 2, 3, 4, 2, 1, 3, 4, 3, 2, 3], covariates: [{ name: "induction", values: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] }) // => { coefficients: [{ estimate: 2.3120751, standardError: 0.94545188, low: 0.57222562, high: 4.3475054 }], logLikelihood: -27.225657 }
 */
export function proportionalOdds(answers: OrdinalAnswers, level = 0.95): ProportionalOdds | Unavailable {
  const height = normalQuantile(probabilityBelowUpperLimit(level, "proportionalOdds")) ** 2;
  const data = ordinalRows(answers, "proportionalOdds");
  if ("kind" in data) return data;
  try {
    return fitOf(data, { height, level });
  } catch (error) {
    if (!(error instanceof NotSettled)) throw error;
    return unavailable("the fit does not settle: too few people for these covariates");
  }
}

function fitOf(
  data: OrdinalData,
  { height, level }: { readonly height: number; readonly level: number },
): ProportionalOdds | Unavailable {
  const { rows, names, categories, droppedCategories, n } = data;
  const thresholds = categories.length - 1;
  const nullThresholds = startingThresholds(rows, thresholds);
  const fit = maximiseLikelihood(rows, [...nullThresholds, ...names.map(() => 0)], thresholds);
  const apart = names.map((_, covariate) => movesOff(data, fit, covariate));
  const coefficients = names.map((_, covariate) =>
    coefficientOf(data, fit, covariate, { height, separation: apart[covariate]! }),
  );
  const nullLogLikelihood = logLikelihoodOfShares(data);
  const statistic = devianceBetween(fit.logLikelihood, nullLogLikelihood);
  return finiteResult({
    kind: "proportionalOdds",
    coefficients,
    ...(fit.runsOff === null && { thresholds: thresholdsOf(data, fit) }),
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood,
    likelihoodRatio: { statistic, df: names.length, pValue: chiSquaredUpperTail(statistic, names.length) },
    separatedBy: names.filter((_, covariate) => apart[covariate] !== 0),
    level,
    n,
    categories,
    droppedCategories,
    method: "proportional odds, maximum likelihood, profile intervals",
  });
}

/** 1 or -1 when the coefficient runs off upwards or downwards, otherwise 0. */
function movesOff({ categories }: OrdinalData, fit: OrdinalFit, covariate: number): number {
  if (fit.runsOff === null) return 0;
  const moves = fit.runsOff.slice(categories.length - 1);
  const isMoving = Math.abs(moves[covariate]!) > MOVES_OFF * largestSize(moves);
  return isMoving ? Math.sign(moves[covariate]!) : 0;
}

function coefficientOf(
  { rows, names, categories, scales }: OrdinalData,
  fit: OrdinalFit,
  covariate: number,
  { height, separation }: { readonly height: number; readonly separation: number },
): OrdinalCoefficient {
  const thresholds = categories.length - 1;
  const place = thresholds + covariate;
  const profiled = { rows, thresholds, fit, covariate };
  const scale = scales[covariate]!;
  const inUnits = (value: number | "unbounded") => (value === "unbounded" ? value : value / scale);
  const variance = fit.covariance?.[place]?.[place];
  const fitted = fit.parameters[place]!;
  const from = separation === 0 ? fitted : 0;
  const step = separation === 0 && variance !== undefined ? Math.sqrt(variance * height) : 1;
  const low = inUnits(separation < 0 ? "unbounded" : profileLimit(profiled, height, from, -step));
  const high = inUnits(separation > 0 ? "unbounded" : profileLimit(profiled, height, from, step));
  const limits = limitsOf(low, high);
  const estimate = limits === "both" ? fitted / scale : "unbounded";
  return {
    name: names[covariate]!,
    estimate,
    standardError: limits === "both" && variance !== undefined ? Math.sqrt(variance) / scale : "unbounded",
    low,
    high,
    limits,
    pValue: chiSquaredUpperTail(profileDeviance(profiled, 0).value, 1),
    oddsRatio: estimate !== "unbounded" ? Math.exp(estimate) : limits === "upper only" ? 0 : "unbounded",
    oddsRatioLow: low === "unbounded" ? 0 : Math.exp(low),
    oddsRatioHigh: high === "unbounded" ? "unbounded" : Math.exp(high),
  };
}

function limitsOf(low: number | "unbounded", high: number | "unbounded"): OrdinalCoefficient["limits"] {
  if (low === "unbounded") return high === "unbounded" ? "none" : "upper only";
  return high === "unbounded" ? "lower only" : "both";
}

/** Thresholds where all covariates are 0, not at their centres as in the fit. */
function thresholdsOf({ categories, centres, scales }: OrdinalData, fit: OrdinalFit): OrdinalThreshold[] {
  const shifts = centres.map((centre, k) => centre / scales[k]!);
  return categories.slice(1).map((above, edge) => {
    const weights = [...categories.slice(1).map((_, other) => (other === edge ? 1 : 0)), ...shifts];
    const variance =
      fit.covariance &&
      dot(
        weights,
        fit.covariance.map((row) => dot(weights, row)),
      );
    return {
      below: categories[edge]!,
      above,
      estimate: dot(weights, fit.parameters),
      standardError: variance === null ? "unbounded" : Math.sqrt(variance),
    };
  });
}

function logLikelihoodOfShares({ rows, categories, n }: OrdinalData): number {
  return categories.reduce((sum, _, place) => {
    const count = rows.reduce((total, row) => total + (row.category === place ? row.count : 0), 0);
    return sum + count * Math.log(count / n);
  }, 0);
}
