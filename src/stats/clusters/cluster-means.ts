import { argumentError } from "../argument-error.js";
import { mean } from "../means/summary.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** The mean of one cluster and the variance of that mean. */
export interface ClusterMean {
  readonly estimate: number;
  /** Pooled within-cluster variance over n. */
  readonly variance: number;
  readonly n: number;
}

/** A mean for every cluster, with one variance within clusters shared by all. */
export interface ClusterMeans {
  readonly kind: "clusterMeans";
  /** In the order given. */
  readonly clusters: readonly ClusterMean[];
  /** Variance of single values within clusters. */
  readonly pooledVariance: number;
  /** Degrees of freedom of the pooled variance: values less clusters. */
  readonly df: number;
  /** Values over all clusters. */
  readonly n: number;
}

/**
 * The mean of each cluster, with a variance pooled over clusters so that tiny clusters can be weighed.
 *
 * A cluster of one value enters: its mean is that value, and the other clusters say how far it may be trusted.
 * For a paired change, pass the differences. The estimates and variances are what poolRandomEffects takes.
 *
 * @param clusters values by cluster, each with at least 1; observed values only, the caller drops and counts the
 * missing and leaves out and lists empty clusters
 * @returns the means, in the unit of the values; unavailable when no cluster shows how values vary
 * @throws RangeError when there are no clusters or one is empty
 * @see Searle, Casella & McCulloch (1992) Variance Components, section 3.6: the within-groups mean square
 * @example
 * clusterMeans([[1, 3], [2, 4, 6], [5]]) // => { kind: "clusterMeans", pooledVariance: 3.3333333, df: 3, n: 6 }
 */
export function clusterMeans(clusters: readonly (readonly number[])[]): ClusterMeans | Unavailable {
  if (clusters.length < 1) throw argumentError("clusterMeans: clusters", "at least 1", 0);
  clusters.forEach((values, index) => {
    if (values.length < 1) throw argumentError(`clusterMeans: clusters[${index}]`, "at least 1 value", 0);
  });
  const n = clusters.reduce((total, values) => total + values.length, 0);
  const df = n - clusters.length;
  if (df === 0) return unavailable("no cluster has more than one value, so the variance within is unknown");
  if (clusters.every(isConstant)) return unavailable("values do not differ within any cluster");
  const pooledVariance = clusters.reduce((sum, values) => sum + squaresWithin(values), 0) / df;
  return {
    kind: "clusterMeans",
    clusters: clusters.map((values) => ({
      estimate: mean(values),
      variance: pooledVariance / values.length,
      n: values.length,
    })),
    pooledVariance,
    df,
    n,
  };
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function squaresWithin(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
