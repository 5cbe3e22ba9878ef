import { argumentError } from "../argument-error.js";
import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalCdf, normalQuantile } from "../distributions/normal.js";
import { finiteResult } from "../finite-result.js";
import { ROUNDING } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { replicateQuantile } from "./replicate-quantile.js";

/** Limits read from bootstrap replicates. */
export interface ReplicateInterval {
  readonly kind: "replicateInterval";
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Replicates the limits were read from. */
  readonly replicates: number;
  /** Replicates that could not be used. */
  readonly dropped: number;
  /** A limit is the smallest or largest replicate: there were too few to look further out. */
  readonly isExtreme: boolean;
  readonly method: "bootstrap percentile" | "bootstrap-t" | BcaMethod;
}

export type BcaMethod = "bootstrap BCa, ties half below" | "bootstrap BCa, ties not below";

/** BCa limits, with the two corrections. */
export interface BcaInterval extends ReplicateInterval {
  readonly method: BcaMethod;
  /** In standard deviations of a normal distribution; 0 when half of the replicates lie below the estimate. */
  readonly biasCorrection: number;
  readonly acceleration: number;
  /** Where among the replicates the limits were read, in place of (1 - level) / 2 and (1 + level) / 2. */
  readonly lowProbability: number;
  readonly highProbability: number;
}

/** What BCa limits need beside the replicates. */
export interface BcaOptions {
  /** The statistic on the data themselves. */
  readonly estimate: number;
  /** From jackknifeAcceleration, or accelerationOf. */
  readonly acceleration: number;
  /** Strictly between 0 and 1; 0.95 unless told. */
  readonly level?: number;
  /** How replicates equal to the estimate count in the bias correction; half below unless told. */
  readonly ties?: "half below" | "not below";
}

/** What bootstrap-t limits need beside the pivots. */
export interface BootstrapTOptions {
  /** The statistic on the data themselves. */
  readonly estimate: number;
  /** Its standard error on the data themselves, more than 0. */
  readonly standardError: number;
  /** Strictly between 0 and 1; 0.95 unless told. */
  readonly level?: number;
}

/**
 * Percentile limits: equal tails of the replicates.
 *
 * Too narrow in small samples, and not corrected for skewness: see {@link bcaInterval}, {@link bootstrapTInterval}.
 *
 * @param replicates at least 1, in the unit of the statistic
 * @param level confidence level, strictly between 0 and 1
 * @returns the limits, read on the normal scale between replicates
 * @throws RangeError when there are no replicates, one is not finite, or the level is out of range
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, section 5.3.1; R boot.ci type perc
 * @example
 * percentileInterval([4, 1, 3, 2, 5, 9, 7], 0.5) // => { low: 2, high: 7, replicates: 7 }
 */
export function percentileInterval(replicates: ArrayLike<number>, level = 0.95): ReplicateInterval {
  const above = probabilityBelowUpperLimit(level, "percentileInterval");
  const sorted = sortedReplicates(replicates, "percentileInterval");
  return { ...limits(sorted, (1 - level) / 2, above), level, dropped: 0, method: "bootstrap percentile" };
}

/**
 * BCa limits: percentile limits corrected for bias and for a spread that changes with the statistic.
 *
 * On scales of few steps many replicates equal the estimate. Half of them count as below it, so that a symmetric
 * distribution has no bias; R's boot.ci counts none ("not below"). Without ties the two agree. Equal means equal but
 * for rounding: within 1e-12 of the largest replicate.
 *
 * @param replicates at least 1, in the unit of the statistic
 * @param options estimate and acceleration of the data themselves, level, rule for ties
 * @returns the limits; unavailable when all replicates lie on one side of the estimate, or the acceleration is too strong
 * @throws RangeError when there are no replicates, a number is not finite, or the level is out of range
 * @see Efron (1987) JASA 82:171-185; Davison & Hinkley (1997), section 5.3.2; R boot.ci type bca
 * @example
 * bcaInterval([4, 1, 3, 2, 5, 9, 7], { estimate: 4, acceleration: 0.1, level: 0.5 }) // => { low: 2.119766716, high: 7.205035583, biasCorrection: 0 }
 */
export function bcaInterval(
  replicates: ArrayLike<number>,
  { estimate, acceleration, level = 0.95, ties = "half below" }: BcaOptions,
): BcaInterval | Unavailable {
  const above = probabilityBelowUpperLimit(level, "bcaInterval");
  checkFinite([estimate, acceleration], "bcaInterval: estimate and acceleration");
  const sorted = sortedReplicates(replicates, "bcaInterval");
  const biasCorrection = normalQuantile(shareBelow(sorted, estimate, ties));
  if (!Number.isFinite(biasCorrection))
    return unavailable("every replicate lies on one side of the estimate");
  const corrected = [(1 - level) / 2, above].map((probability) => {
    const shifted = biasCorrection + normalQuantile(probability);
    const stretch = 1 - acceleration * shifted;
    return stretch > 0 ? normalCdf(biasCorrection + shifted / stretch) : NaN;
  });
  const [lowProbability, highProbability] = corrected as [number, number];
  if (!(lowProbability <= highProbability))
    return unavailable("the spread changes too strongly with the statistic for a BCa interval");
  return {
    ...limits(sorted, lowProbability, highProbability),
    level,
    dropped: 0,
    biasCorrection,
    acceleration,
    lowProbability,
    highProbability,
    method: `bootstrap BCa, ties ${ties}`,
  };
}

/**
 * Bootstrap-t limits: a Student interval whose table is the bootstrap's own.
 *
 * A pivot is a replicate's distance from the estimate in its own standard errors. A resample whose standard error is 0
 * has no pivot: it is dropped and counted, as R's boot.ci drops it. Many dropped mean a sample too small for this
 * method, whose limits then look more certain than they are.
 *
 * @param pivots (replicate - estimate) / standard error of the replicate; infinite or NaN where that error is 0
 * @param options estimate and standard error of the data themselves, level
 * @returns the limits, in the unit of the estimate; unavailable when every pivot was dropped
 * @throws RangeError when there are no pivots, or the estimate, standard error or level is out of range
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, section 12.5; Polansky (2000) Can J Stat 28:501-516
 * on resamples without spread; R boot.ci type stud
 * @example
 * bootstrapTInterval([-2, -1, 0, 1, 4, Infinity], { estimate: 10, standardError: 2, level: 0.5 }) // => { low: 5.274845669, high: 12.908384777, dropped: 1 }
 */
export function bootstrapTInterval(
  pivots: ArrayLike<number>,
  { estimate, standardError, level = 0.95 }: BootstrapTOptions,
): ReplicateInterval | Unavailable {
  const above = probabilityBelowUpperLimit(level, "bootstrapTInterval");
  checkFinite([estimate], "bootstrapTInterval: estimate");
  if (!(standardError > 0 && standardError < Infinity))
    throw argumentError("bootstrapTInterval: standardError", "more than 0", standardError);
  if (pivots.length < 1) throw argumentError("bootstrapTInterval: pivots", "at least 1", 0);
  const sorted = new Float64Array(pivots).filter(Number.isFinite).sort();
  if (sorted.length === 0) return unavailable("no resample has a standard error");
  const table = limits(sorted, (1 - level) / 2, above);
  return finiteResult<ReplicateInterval>({
    ...table,
    low: estimate - standardError * table.high,
    high: estimate - standardError * table.low,
    level,
    dropped: pivots.length - sorted.length,
    method: "bootstrap-t",
  });
}

function sortedReplicates(replicates: ArrayLike<number>, where: string): Float64Array {
  if (replicates.length < 1) throw argumentError(`${where}: replicates`, "at least 1", 0);
  return new Float64Array(checkFinite(replicates, `${where}: replicates`)).sort();
}

function limits(sorted: Float64Array, lowProbability: number, highProbability: number) {
  const low = replicateQuantile(sorted, lowProbability);
  const high = replicateQuantile(sorted, highProbability);
  return {
    kind: "replicateInterval" as const,
    low: low.value,
    high: high.value,
    replicates: sorted.length,
    isExtreme: low.isExtreme || high.isExtreme,
  };
}

function shareBelow(sorted: Float64Array, estimate: number, ties: "half below" | "not below"): number {
  const largest = Math.max(Math.abs(sorted[0] as number), Math.abs(sorted.at(-1) as number));
  const rounding = ROUNDING * largest;
  let below = 0;
  while (below < sorted.length && (sorted[below] as number) < estimate - rounding) below += 1;
  let notAbove = below;
  while (notAbove < sorted.length && (sorted[notAbove] as number) <= estimate + rounding) notAbove += 1;
  return (below + (ties === "half below" ? (notAbove - below) / 2 : 0)) / sorted.length;
}
