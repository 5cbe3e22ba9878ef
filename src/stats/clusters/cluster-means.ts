import { finiteResult } from "../finite-result.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut, ObservedCluster } from "./observed-clusters.js";

/**
 * Whose variance a cluster's mean is weighed by: one shared by all, so that a cluster of one value or of equal values
 * can enter; or each cluster's own, which leaves those out and lists them.
 */
export type VarianceWithin = "pooled over clusters" | "each cluster's own";

/** The mean of one cluster and the variance of that mean. */
export interface ClusterMean {
  /** Position of the cluster in the list given. */
  readonly index: number;
  readonly estimate: number;
  /** Variance within, over n. */
  readonly variance: number;
  readonly n: number;
}

/** A mean for every cluster that can be weighed, and a list of the others. */
export interface ClusterMeans {
  readonly kind: "clusterMeans";
  /** In the order given. */
  readonly clusters: readonly ClusterMean[];
  readonly leftOut: readonly LeftOut[];
  /** Variance of single values within clusters, one for all. */
  readonly pooledVariance: number;
  /** Degrees of freedom of the pooled variance: values less clusters. */
  readonly df: number;
  /** Values in the clusters that have a mean here. */
  readonly n: number;
  readonly variance: VarianceWithin;
}

/**
 * The mean of each cluster with its variance, ready for poolRandomEffects.
 *
 * With the variance pooled over clusters a cluster of one value enters: its mean is that value, and the other clusters
 * say how far it may be trusted; so does a cluster whose values are all equal. With each cluster's own variance both
 * are left out, since a variance of 0 would give them all the weight. An empty cluster is left out either way.
 * Whoever is left out is listed. For a paired change, pass the differences.
 *
 * @param clusters values by cluster; observed values only, the caller drops and counts the missing
 * @param variance pooled over clusters unless told
 * @returns the means, in the unit of the values; unavailable when no cluster shows how values vary
 * @throws RangeError when a value is not finite
 * @see Searle, Casella & McCulloch (1992) Variance Components, section 3.6: the within-groups mean square
 * @example
 * clusterMeans([[1, 3], [2, 4, 6], [5]]) // => { kind: "clusterMeans", pooledVariance: 3.3333333, df: 3, n: 6, leftOut: [] }
 */
export function clusterMeans(
  clusters: Clusters,
  variance: VarianceWithin = "pooled over clusters",
): ClusterMeans | Unavailable {
  const { observed, leftOut } = observedClusters(clusters, "clusterMeans");
  if (observed.length === 0) return unavailable("no cluster has a value");
  const n = observed.reduce((total, { values }) => total + values.length, 0);
  const df = n - observed.length;
  if (df === 0) return unavailable("no cluster has more than one value, so the variance within is unknown");
  if (observed.every(isConstant)) return unavailable("values do not differ within any cluster");
  const squares = observed.map(squaresWithin);
  const pooledVariance = sumOf(squares) / df;
  const ownIsUsed = variance === "each cluster's own";
  const entering = ownIsUsed ? observed.filter((cluster) => !isConstant(cluster)) : observed;
  const withoutOwn = ownIsUsed ? observed.filter(isConstant).map(noOwnVariance) : [];
  return finiteResult({
    kind: "clusterMeans",
    clusters: entering.map((cluster) => {
      const { index, values } = cluster;
      const within = ownIsUsed ? squaresWithin(cluster) / (values.length - 1) : pooledVariance;
      return { index, estimate: mean(values), variance: within / values.length, n: values.length };
    }),
    leftOut: [...leftOut, ...withoutOwn].sort((one, other) => one.index - other.index),
    pooledVariance,
    df,
    n: entering.reduce((total, { values }) => total + values.length, 0),
    variance,
  });
}

function noOwnVariance({ index, values }: ObservedCluster): LeftOut {
  return { index, reason: values.length === 1 ? "one value only" : "values do not differ" };
}

function isConstant({ values }: ObservedCluster): boolean {
  return differOnlyByRounding(values);
}

function squaresWithin({ values }: ObservedCluster): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
