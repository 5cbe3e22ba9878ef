import type { Unavailable } from "../unavailable.js";
import { drawBlocks } from "./blocks.js";
import type { Draw } from "./blocks.js";
import { bootstrapInterval, planOf } from "./bootstrap-interval.js";
import type { BootstrapInterval, BootstrapOptions } from "./bootstrap-interval.js";
import { bcaInterval, bootstrapTInterval, percentileInterval } from "./replicate-intervals.js";
import { spreadOf } from "./spread.js";

/** A mean, and how its resamples are drawn. */
export interface MeanToResample {
  readonly estimate: number;
  /** Of the data themselves, above 0. */
  readonly standardError: number;
  readonly n: number;
  /** Draws means of resamples. */
  readonly means: () => Draw;
  /** Draws pivots: (mean of the resample - mean) / standard error of the resample. */
  readonly pivots: () => Draw;
  /** For BCa alone. */
  readonly acceleration: () => number;
}

/**
 * The bootstrap interval of a mean by the method asked for, however its resamples are drawn.
 *
 * @param data the mean and its draws
 * @param options seed, family, replicates, method, level
 * @returns estimate and interval; unavailable where the method has none
 * @throws RangeError when replicates or level is out of range
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, chapter 5
 * @example
 * bootstrapOfMean({ estimate: 4, standardError: 1, n: 20, means: () => (state) => 3 + 2 * nextUniform(state), pivots: () => nextUniform, acceleration: () => 0 }, { seed: 1, family: "demo", replicates: 999 }) // => { kind: "bootstrapInterval", estimate: 4, n: 20, replicates: 999 }
 */
export function bootstrapOfMean(
  { estimate, standardError, n, means, pivots, acceleration }: MeanToResample,
  options: BootstrapOptions,
): BootstrapInterval | Unavailable {
  const plan = planOf(options);
  if (options.method === "t") {
    const interval = bootstrapTInterval(drawBlocks(plan, pivots), {
      estimate,
      standardError,
      level: options.level,
    });
    return bootstrapInterval(interval, { estimate, standardError, n, dropped: 0 }, plan);
  }
  const replicates = drawBlocks(plan, means);
  const facts = { estimate, standardError: spreadOf(replicates), n, dropped: 0 };
  const interval =
    options.method === "percentile"
      ? percentileInterval(replicates, options.level)
      : bcaInterval(replicates, { ...options, estimate, acceleration: acceleration() });
  return bootstrapInterval(interval, facts, plan);
}
