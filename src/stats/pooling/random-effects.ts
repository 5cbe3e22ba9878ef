import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { normalQuantile, normalUpperTail } from "../distributions/normal.js";
import { studentTQuantile, studentTUpperTail } from "../distributions/student-t.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { typicalVariance } from "./heterogeneity.js";
import { tauSquaredBy } from "./tau-squared.js";
import type { TauSquaredEstimator } from "./tau-squared.js";
import { arePoolable, checkEstimates, inverseVarianceMean } from "./inverse-variance-mean.js";
import type { EstimatesWithVariances, InverseVarianceMean } from "./inverse-variance-mean.js";

/** How the interval and the test of the pooled mean are made. */
export type PooledInterval = "modified Knapp-Hartung" | "Knapp-Hartung" | "normal";

/**
 * How wide a prediction interval is: with the quantile of the pooled mean's own interval, as metafor does, or with
 * t on k - 2 degrees of freedom.
 */
export type PredictionMethod = "as the interval" | "Higgins-Thompson-Spiegelhalter";

/** What to pool, and how; the choices left out are the ones of the report. */
export interface EstimatesToPool extends EstimatesWithVariances {
  /** Confidence level of all intervals, 0.95 unless told. */
  readonly level?: number;
  /** REML unless told. */
  readonly tauSquared?: TauSquaredEstimator;
  /** Modified Knapp-Hartung unless told. */
  readonly interval?: PooledInterval;
  /** As the interval unless told. */
  readonly prediction?: PredictionMethod;
}

/** A pooled estimate with its interval, its test, its prediction interval and the spread between studies. */
export interface PooledEstimate {
  readonly kind: "pooledEstimate";
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Confidence level of both intervals. */
  readonly level: number;
  /** Of the estimate, with the scale factor of the interval asked for. */
  readonly standardError: number;
  /** The estimate over its standard error: t, or z for the normal interval. */
  readonly statistic: number;
  /** Degrees of freedom of the interval and the test: k - 1; null for the normal interval. */
  readonly df: number | null;
  /** Two-sided, of the pooled mean being 0. */
  readonly pValue: number;
  /** How many estimates were pooled. */
  readonly k: number;
  /** Variance of the true values between studies. */
  readonly tauSquared: number;
  /** Where the true value of a new study is expected. */
  readonly predictionLow: number;
  readonly predictionHigh: number;
  /** Degrees of freedom of the prediction interval; null for a normal one. */
  readonly predictionDf: number | null;
  readonly predictionMethod: PredictionMethod;
  /** Cochran's Q, on k - 1 degrees of freedom. */
  readonly q: number;
  readonly qPValue: number;
  /** Share of the variance that is between studies, 0 to 1. */
  readonly iSquared: number;
  readonly iSquaredMethod: "tau-squared / (tau-squared + typical variance)" | "Higgins: (Q - df) / Q";
  /** One over what is left when the share between is taken away, 1 or more. */
  readonly hSquared: number;
  /** Share of each estimate in the pooled one, in the order given; they sum to 1. */
  readonly weights: readonly number[];
  readonly method: `random effects, ${TauSquaredEstimator}, ${PooledInterval}`;
}

/**
 * Pools estimates by a random-effects model.
 *
 * Tau-squared is the highest point of the restricted likelihood on 0 and above. The interval is Knapp and
 * Hartung's with their scale factor never below 1, so that agreement by chance cannot make it narrower than
 * the weights allow. The prediction interval adds tau-squared and keeps t on k - 1 degrees of freedom. These are
 * the choices of the report; the others are for comparison: the normal interval is too narrow with few studies, and
 * Knapp and Hartung's own can be narrower still. I-squared is tauSquared / (tauSquared + typical variance), which
 * for DerSimonian and Laird's tau-squared is Higgins' (Q - df) / Q.
 *
 * @param toPool estimates with variances above 0, in one unit; the caller leaves out and lists studies without an
 * estimate
 * @returns the pooled estimate, in the unit of the estimates, tauSquared in that unit squared; unavailable with fewer
 * than 2 estimates, with fewer than 3 for the Higgins-Thompson-Spiegelhalter interval, and when all estimates are
 * equal for the unmodified Knapp-Hartung interval
 * @throws RangeError when the lengths differ, a value is not finite, a variance is not above 0 or the level is
 * outside its range
 * @see Viechtbauer (2005) J Educ Behav Stat 30:261-293 (REML); Knapp & Hartung (2003) Stat Med 22:2693-2710;
 * Röver, Knapp & Friede (2015) BMC Med Res Methodol 15:99 (the factor of at least 1); Higgins & Thompson (2002)
 * Stat Med 21:1539-1558 (typical variance, I-squared); Higgins, Thompson & Spiegelhalter (2009) J R Stat Soc A
 * 172:137-159 (prediction); prediction interval and I-squared otherwise as in metafor
 * @example
 * poolRandomEffects({ estimates: [0.62, 0.95, 0.3, 1.1, 0.48, 0.75], variances: [0.0441, 0.09, 0.0324, 0.1764, 0.0625, 0.1225] }) // => { estimate: 0.59584040, low: 0.28972656, high: 0.90195424, tauSquared: 0.017357074 }
 */
export function poolRandomEffects({
  estimates,
  variances,
  level = 0.95,
  tauSquared: estimator = "REML",
  interval = "modified Knapp-Hartung",
  prediction = "as the interval",
}: EstimatesToPool): PooledEstimate | Unavailable {
  const k = checkEstimates({ estimates, variances }, "poolRandomEffects");
  const probability = probabilityBelowUpperLimit(level, "poolRandomEffects");
  const reason = whyNot(estimates, interval, prediction);
  if (reason !== null) return unavailable(reason);
  if (!arePoolable({ estimates, variances })) return beyondDoubles;
  const tauSquared = tauSquaredBy(estimates, variances, estimator);
  const pooled = inverseVarianceMean(estimates, variances, tauSquared);
  const fixed = inverseVarianceMean(estimates, variances, 0);
  const standardError = Math.sqrt(scaleFactor(pooled, interval, k) / pooled.totalWeight);
  const statistic = pooled.mean / standardError;
  const df = interval === "normal" ? null : k - 1;
  const predictionDf = prediction === "as the interval" ? df : k - 2;
  const margin = quantile(probability, df) * standardError;
  const predictionMargin =
    quantile(probability, predictionDf) * Math.hypot(Math.sqrt(tauSquared), standardError);
  const typical = typicalVariance(variances);
  return finiteResult({
    kind: "pooledEstimate",
    estimate: pooled.mean,
    low: pooled.mean - margin,
    high: pooled.mean + margin,
    level,
    standardError,
    statistic,
    df,
    pValue: twoSided(statistic, df),
    k,
    tauSquared,
    predictionLow: pooled.mean - predictionMargin,
    predictionHigh: pooled.mean + predictionMargin,
    predictionDf,
    predictionMethod: prediction,
    q: fixed.weightedSquares,
    qPValue: chiSquaredUpperTail(fixed.weightedSquares, k - 1),
    iSquared: tauSquared / (tauSquared + typical),
    iSquaredMethod:
      estimator === "DerSimonian-Laird"
        ? "Higgins: (Q - df) / Q"
        : "tau-squared / (tau-squared + typical variance)",
    hSquared: tauSquared / typical + 1,
    weights: pooled.weights.map((weight) => weight / pooled.totalWeight),
    method: `random effects, ${estimator}, ${interval}`,
  });
}

function whyNot(
  estimates: readonly number[],
  interval: PooledInterval,
  prediction: PredictionMethod,
): string | null {
  if (estimates.length < 2) return "fewer than 2 estimates";
  if (prediction === "Higgins-Thompson-Spiegelhalter" && estimates.length < 3) {
    return "fewer than 3 estimates, and the prediction interval needs t on k - 2 degrees of freedom";
  }
  if (interval === "Knapp-Hartung" && differOnlyByRounding(estimates)) {
    return "all estimates are equal, so the Knapp-Hartung interval has no width";
  }
  return null;
}

function scaleFactor({ weightedSquares }: InverseVarianceMean, interval: PooledInterval, k: number): number {
  if (interval === "normal") return 1;
  const scale = weightedSquares / (k - 1);
  return interval === "Knapp-Hartung" ? scale : Math.max(1, scale);
}

function quantile(probability: number, df: number | null): number {
  return df === null ? normalQuantile(probability) : studentTQuantile(probability, df);
}

function twoSided(statistic: number, df: number | null): number {
  const above = Math.abs(statistic);
  return 2 * (df === null ? normalUpperTail(above) : studentTUpperTail(above, df));
}
