import { checkFinite } from "../check-values.js";

/** Values by cluster, in one unit. */
export type Clusters = readonly (readonly number[])[];

/** A cluster that could not enter, and why. */
export interface LeftOut {
  /** Position in the list given. */
  readonly index: number;
  readonly reason: string;
}

/** A cluster that has values. */
export interface ObservedCluster {
  /** Position in the list given. */
  readonly index: number;
  readonly values: readonly number[];
}

/**
 * The clusters that have values, and a list of those that have none.
 *
 * @param clusters values by cluster; observed values only
 * @param where the function asking, for the error message
 * @returns the clusters with values, each with its position, and the ones left out
 * @throws RangeError naming the first value that is not finite
 * @example
 * observedClusters([[1, 2], []], "clusterMeans").leftOut // => [{ index: 1, reason: "no values" }]
 */
export function observedClusters(
  clusters: Clusters,
  where: string,
): { readonly observed: readonly ObservedCluster[]; readonly leftOut: readonly LeftOut[] } {
  clusters.forEach((values, index) => checkFinite(values, `${where}: clusters[${index}]`));
  const all = clusters.map((values, index) => ({ index, values }));
  return {
    observed: all.filter(({ values }) => values.length > 0),
    leftOut: all
      .filter(({ values }) => values.length === 0)
      .map(({ index }) => ({ index, reason: "no values" })),
  };
}
