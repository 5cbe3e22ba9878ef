import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentTQuantile } from "../distributions/student-t.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { checkCount } from "./count.js";
import type { Count } from "./count.js";
import { wilsonLimits } from "./wilson.js";
import type { ProportionInterval } from "./wilson.js";

/** A proportion over clusters, with a Wilson interval widened for the likeness within clusters. */
export interface ClusteredProportionInterval extends ProportionInterval<
  "Wilson score, effective n and t over clusters" | "Wilson score, one cluster"
> {
  /** People the sample is worth when answers within a cluster are alike: n / designEffect. */
  readonly effectiveN: number;
  /** Variance over clusters as a multiple of the variance if everyone were independent, at least 1. */
  readonly designEffect: number;
  /** Degrees of freedom of the t multiplier, clusters less 1; null when the multiplier is normal. */
  readonly df: number | null;
  /** Clusters with at least one person. */
  readonly clusters: number;
}

/**
 * A proportion pooled over clusters (Trusts), with a Wilson interval on the effective sample size.
 *
 * The estimate is the ratio of the totals. Its variance is linearised over the clusters; the design effect is
 * that variance over the binomial one, never below 1, and taken as 1 when the proportion is 0 or 1. A t
 * quantile on clusters - 1 degrees of freedom stands in for z. One cluster gives the plain interval and says so.
 *
 * This is the one way proportions are pooled here. Averaging Freeman-Tukey double arcsines is not offered: its
 * back-transformation depends on one "typical" sample size, and with sizes as unlike as 5 and 35 it can land far
 * from every proportion observed; nor does it keep the plain reading, so many of so many.
 *
 * @param clusters whole counts; observed values only; a cluster with n 0 is passed over and not counted
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1, with the design effect behind it; unavailable when nobody was
 * observed
 * @throws RangeError when a count or the level is outside its range
 * @see Franco, Little, Louis & Slud (2019) J Surv Stat Methodol 7:334-364; Dean & Pagano (2015) J Surv Stat
 * Methodol 3:484-503; the variance is that of a ratio, Cochran (1977) Sampling Techniques, section 9A; against
 * double arcsines, Schwarzer, Chemaitelly, Abu-Raddad & Ruecker (2019) Res Synth Methods 10:476-483
 * @example
 * wilsonIntervalClustered([{ successes: 9, n: 12 }, { successes: 4, n: 11 }, { successes: 10, n: 13 }]) // => { estimate: 0.63888889, low: 0.19238191, high: 0.92928097, designEffect: 2.4952620 }
 */
export function wilsonIntervalClustered(
  clusters: readonly Count[],
  level = 0.95,
): ClusteredProportionInterval | Unavailable {
  clusters.forEach((cluster, index) => checkCount(cluster, `wilsonIntervalClustered: clusters[${index}]`));
  const probability = probabilityBelowUpperLimit(level, "wilsonIntervalClustered");
  const observed = clusters.filter((cluster) => cluster.n > 0);
  const successes = observed.reduce((total, cluster) => total + cluster.successes, 0);
  const n = observed.reduce((total, cluster) => total + cluster.n, 0);
  if (n === 0) return unavailable("nobody was observed");

  const isOne = observed.length === 1;
  const estimate = successes / n;
  const df = isOne ? null : observed.length - 1;
  const multiplier = df === null ? normalQuantile(probability) : studentTQuantile(probability, df);
  const designEffect = isOne ? 1 : designEffectOf(observed, estimate, n);
  const effectiveN = n / designEffect;
  return {
    kind: "proportion",
    successes,
    n,
    estimate,
    ...wilsonLimits(estimate, effectiveN, multiplier),
    level,
    effectiveN,
    designEffect,
    df,
    clusters: observed.length,
    method: isOne ? "Wilson score, one cluster" : "Wilson score, effective n and t over clusters",
  };
}

function designEffectOf(clusters: readonly Count[], estimate: number, n: number): number {
  const binomialVariance = (estimate * (1 - estimate)) / n;
  if (binomialVariance === 0) return 1;
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.successes - estimate * cluster.n) ** 2, 0);
  const clusterVariance = (clusters.length / (clusters.length - 1)) * (squares / n ** 2);
  return Math.max(1, clusterVariance / binomialVariance);
}
