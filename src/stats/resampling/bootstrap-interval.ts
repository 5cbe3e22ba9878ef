import type { Unavailable } from "../unavailable.js";
import type { DrawPlan } from "./blocks.js";
import type { ReplicateInterval } from "./replicate-intervals.js";

/** percentile: equal tails of the replicates; BCa: corrected for bias and skewness; t: studentised. */
export type BootstrapMethod = "percentile" | "BCa" | "t";

/** How a bootstrap is drawn and its interval read. */
export interface BootstrapOptions {
  /** The study's seed. */
  readonly seed: number;
  /** What is drawn, as "costs/all"; the same seed and family give the same replicates. */
  readonly family: string;
  /** Whole number, at least 1; 10,000 unless told. */
  readonly replicates?: number;
  /** BCa unless told. */
  readonly method?: BootstrapMethod;
  /** Strictly between 0 and 1; 0.95 unless told. */
  readonly level?: number;
  /** How BCa counts replicates equal to the estimate; half below unless told. */
  readonly ties?: "half below" | "not below";
}

/** An estimate with an interval from a seeded bootstrap. */
export interface BootstrapInterval extends Omit<ReplicateInterval, "kind"> {
  readonly kind: "bootstrapInterval";
  readonly estimate: number;
  /** Standard deviation of the replicates; for bootstrap-t, the statistic's own standard error. */
  readonly standardError: number;
  /** People, or rows, resampled. */
  readonly n: number;
  readonly seed: number;
  readonly family: string;
  /** BCa only: in standard deviations of a normal distribution. */
  readonly biasCorrection?: number;
  /** BCa only. */
  readonly acceleration?: number;
  /** In words a report can print; none as a rule. */
  readonly cautions: readonly string[];
}

const FEWEST_FOR_TRUST = 10;

/**
 * The draws that a bootstrap's options ask for.
 *
 * @param options seed, family and perhaps the number of replicates
 * @returns the plan, with 10,000 replicates unless told
 * @see drawBlock in blocks.ts
 * @example
 * planOf({ seed: 1, family: "demo" }) // => { seed: 1, family: "demo", replicates: 10000 }
 */
export function planOf({ seed, family, replicates = 10_000 }: BootstrapOptions): DrawPlan {
  return { seed, family, replicates };
}

/**
 * Puts an estimate, its sample size, its seed and the cautions it needs around limits read from replicates.
 *
 * @param interval from percentileInterval, bcaInterval or bootstrapTInterval
 * @param facts estimate, standard error and n of the data, and replicates dropped before the limits were read
 * @param plan seed and family the replicates came from
 * @returns the interval; an unavailable one is passed on
 * @see Hesterberg (2015) Am Stat 69:371-386 on bootstrap intervals of small samples
 * @example
 * bootstrapInterval(percentileInterval([1, 2, 3], 0.5), { estimate: 2, standardError: 1, n: 4, dropped: 0 }, { seed: 1, family: "demo", replicates: 3 }) // => { low: 1, high: 3, cautions: ["bootstrap unreliable below 10", "a limit is the outermost replicate: more replicates are needed"] }
 */
export function bootstrapInterval<Interval extends ReplicateInterval>(
  interval: Interval | Unavailable,
  facts: { estimate: number; standardError: number; n: number; dropped: number },
  { seed, family }: DrawPlan,
): BootstrapInterval | Unavailable {
  if (interval.kind === "unavailable") return interval;
  const dropped = interval.dropped + facts.dropped;
  const cautions: string[] = [];
  if (facts.n < FEWEST_FOR_TRUST && interval.method !== "bootstrap-t")
    cautions.push(`bootstrap unreliable below ${FEWEST_FOR_TRUST}`);
  if (interval.isExtreme) cautions.push("a limit is the outermost replicate: more replicates are needed");
  if (dropped > 0) cautions.push(`replicates without a value were dropped: ${dropped}`);
  return { ...interval, kind: "bootstrapInterval", ...facts, dropped, seed, family, cautions };
}
