import { argumentError } from "../argument-error.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentTQuantile } from "../distributions/student-t.js";

/** How many of how many: people in one group, or in one cluster. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/** A proportion with its Wilson score interval. */
export interface ProportionInterval extends Count {
  /** 0 to 1, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly method: "Wilson score";
}

/** A proportion over clusters, with a Wilson interval widened for the likeness within clusters. */
export interface ClusteredProportionInterval extends Count {
  /** 0 to 1, as are low and high. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** People the sample is worth when answers within a cluster are alike: n / designEffect. */
  readonly effectiveN: number;
  /** Variance over clusters as a multiple of the variance if everyone were independent, at least 1. */
  readonly designEffect: number;
  /** Degrees of freedom of the t multiplier, clusters less 1; Infinity when the multiplier is normal. */
  readonly df: number;
  /** Clusters with at least one person. */
  readonly clusters: number;
  readonly method: "Wilson score, effective n and t over clusters" | "Wilson score, one cluster";
}

/**
 * A proportion with its Wilson score interval.
 *
 * @param successes whole number, 0 to n
 * @param n whole number, at least 1; observed values only, the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1
 * @throws RangeError when a count or the level is outside its range
 * @see Wilson (1927) JASA 22:209-212; Newcombe (1998) Stat Med 17:857-872, method 3
 * @example
 * wilsonInterval(81, 263) // => { estimate: 0.30798479, low: 0.25528852, high: 0.36620958 }
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): ProportionInterval {
  checkCount({ successes, n }, "wilsonInterval", 1);
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, "wilsonInterval"));
  const estimate = successes / n;
  return { successes, n, estimate, ...wilsonLimits(estimate, n, multiplier), method: "Wilson score" };
}

/**
 * A proportion pooled over clusters, with a Wilson interval on the effective sample size.
 *
 * The estimate is the ratio of the totals. Its variance is linearised over the clusters; the design effect is
 * that variance over the binomial one, never below 1, and taken as 1 when the proportion is 0 or 1. A t
 * quantile on clusters - 1 degrees of freedom stands in for z. One cluster gives the plain interval and says so.
 *
 * @param clusters whole counts; observed values only; a cluster with n 0 is passed over and not counted
 * @param level confidence level, strictly between 0 and 1
 * @returns the proportion and its interval, 0 to 1, with the design effect behind it
 * @throws RangeError when a count or the level is outside its range, or nobody was observed
 * @see Franco, Little, Louis & Slud (2019) J Surv Stat Methodol 7:334-364; Dean & Pagano (2015) J Surv Stat
 * Methodol 3:484-503; the variance is that of a ratio, Cochran (1977) Sampling Techniques, section 9A
 * @example
 * wilsonIntervalClustered([{ successes: 9, n: 12 }, { successes: 4, n: 11 }, { successes: 10, n: 13 }]) // => { estimate: 0.63888889, low: 0.19238191, high: 0.92928097, designEffect: 2.4952620 }
 */
export function wilsonIntervalClustered(
  clusters: readonly Count[],
  level = 0.95,
): ClusteredProportionInterval {
  clusters.forEach((cluster, index) => checkCount(cluster, `wilsonIntervalClustered: clusters[${index}]`, 0));
  const probability = probabilityBelowUpperLimit(level, "wilsonIntervalClustered");
  const observed = clusters.filter((cluster) => cluster.n > 0);
  const successes = observed.reduce((total, cluster) => total + cluster.successes, 0);
  const n = observed.reduce((total, cluster) => total + cluster.n, 0);
  checkCount({ successes, n }, "wilsonIntervalClustered", 1);

  const isOne = observed.length === 1;
  const estimate = successes / n;
  const df = isOne ? Infinity : observed.length - 1;
  const multiplier = isOne ? normalQuantile(probability) : studentTQuantile(probability, df);
  const designEffect = isOne ? 1 : designEffectOf(observed, estimate, n);
  const effectiveN = n / designEffect;
  return {
    successes,
    n,
    estimate,
    ...wilsonLimits(estimate, effectiveN, multiplier),
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

/**
 * The limits of Wilson's score interval for a number of people that need not be whole.
 *
 * @param estimate the proportion, 0 to 1
 * @param n people, or the people a sample is worth; more than 0
 * @param multiplier standard errors to each side, as 1.96
 * @returns low and high, 0 to 1; exactly 0 where the estimate is 0 and exactly 1 where it is 1
 * @see Wilson (1927) JASA 22:209-212
 * @example
 * wilsonLimits(0.75, 12, 1.959963984540054) // => { low: 0.46769467, high: 0.91105833 }
 */
export function wilsonLimits(estimate: number, n: number, multiplier: number): { low: number; high: number } {
  const square = multiplier ** 2;
  const centre = estimate + square / (2 * n);
  const margin = multiplier * Math.sqrt((estimate * (1 - estimate)) / n + square / (4 * n ** 2));
  const scale = 1 + square / n;
  return {
    low: estimate === 0 ? 0 : (centre - margin) / scale,
    high: estimate === 1 ? 1 : (centre + margin) / scale,
  };
}

function checkCount({ successes, n }: Count, where: string, least: 0 | 1): void {
  if (!Number.isInteger(n)) throw argumentError(`${where}: n`, "a whole number", n);
  if (n < least) throw argumentError(`${where}: n`, `at least ${least}`, n);
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= n)) {
    throw argumentError(`${where}: successes`, `a whole number, 0 to ${n}`, successes);
  }
}
