import { sumOf } from "../numeric/sum.js";

/** The small-sample correction of a cluster-robust variance. */
export type ClusterCorrection = "CR2" | "CR1";

/** One group of people whose mean enters an estimate, as far as each cluster is concerned. */
export interface GroupInClusters {
  /** People of the group in each cluster, clusters in one order for all groups; at least 2 clusters have any. */
  readonly sizes: readonly number[];
  /** Sum of their distances from the mean of the group, in each cluster. */
  readonly residualSums: readonly number[];
  /** By what the mean of the group is multiplied in the estimate. */
  readonly sign: 1 | -1;
}

/**
 * The variance of a mean, or of a difference of two means, from sums of residuals by cluster.
 *
 * For group means by least squares the corrections need nothing but each cluster's share of each group: CR2 divides a
 * cluster's residuals by the square root of 1 less its share. Satterthwaite's degrees of freedom are twice the square of
 * the mean of that variance over its own variance, were people independent.
 *
 * @param groups one for a mean, two with opposite signs for a difference
 * @param correction CR2, or CR1 for comparison
 * @returns the variance and its degrees of freedom: Satterthwaite's for CR2, clusters less 1 for CR1
 * @see Bell & McCaffrey (2002) Surv Methodol 28:169-181; Pustejovsky & Tipton (2018) J Bus Econ Stat 36:672-683
 * @example
 * clusterRobustVariance([{ sizes: [2, 2], residualSums: [3, -3], sign: 1 }], "CR2") // => { variance: 2.25, df: 1 }
 */
export function clusterRobustVariance(
  groups: readonly GroupInClusters[],
  correction: ClusterCorrection,
): { readonly variance: number; readonly df: number } {
  const parts = groups.map(({ sizes, residualSums, sign }) => {
    const n = sumOf(sizes);
    return { n, sizes, residualSums, sign, raised: sizes.map((size) => Math.sqrt(1 / (1 - size / n))) };
  });
  const present = groups[0]!.sizes
    .map((_, cluster) => cluster)
    .filter((cluster) => groups.some(({ sizes }) => sizes[cluster]! > 0));
  const isCR2 = correction === "CR2";
  const squares = present.map((cluster) => {
    const share = parts.map(
      ({ n, residualSums, sign, raised }) =>
        (sign * residualSums[cluster]! * (isCR2 ? raised[cluster]! : 1)) / n,
    );
    return sumOf(share) ** 2;
  });
  const k = present.length;
  if (!isCR2) return { variance: (sumOf(squares) * k) / (k - 1), df: k - 1 };
  const own = present.map((cluster) => sumOf(parts.map(({ n, sizes }) => sizes[cluster]! / n ** 2)));
  const shared = (one: number, other: number) =>
    sumOf(
      parts.map(
        ({ n, sizes, raised }) => (raised[one]! * raised[other]! * sizes[one]! * sizes[other]!) / n ** 3,
      ),
    );
  const spread = present.map((one, index) =>
    sumOf(present.map((other, at) => (at === index ? own[index]! : shared(one, other)) ** 2)),
  );
  return { variance: sumOf(squares), df: sumOf(own) ** 2 / sumOf(spread) };
}
