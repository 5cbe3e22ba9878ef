import { argumentError } from "../argument-error.js";
import { checkNumber } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { finiteResult } from "../finite-result.js";
import { studentTest } from "../means/student-test.js";
import type { StudentTest } from "../means/student-test.js";
import { mean } from "../means/summary.js";
import { largestSize } from "../numeric/range.js";
import { ROUNDING } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { clusterRobustVariance } from "./cluster-robust-variance.js";
import type { ClusterCorrection, GroupInClusters } from "./cluster-robust-variance.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters } from "./observed-clusters.js";
import type { ClusterTestOptions } from "./t-test.js";

/** A difference of two means over people, with an interval and a test that know people of one cluster are alike. */
export interface ClusterRobustDifference extends StudentTest {
  readonly kind: "clusterRobustDifference";
  /** First mean less second. */
  readonly estimate: number;
  /** Satterthwaite's for CR2, not whole; clusters less 1 for CR1. */
  readonly df: number;
  /** The difference that was tested. */
  readonly nullValue: number;
  readonly firstMean: number;
  readonly secondMean: number;
  readonly firstN: number;
  readonly secondN: number;
  /** Clusters with a value in either group. */
  readonly k: number;
  readonly method: "CR2, Satterthwaite degrees of freedom" | "CR1, k - 1 degrees of freedom";
}

/**
 * The difference of two means over people of the same clusters: two waves whose people cannot be linked, say.
 *
 * Each person counts once. A cluster may have people in one group only. What a cluster adds to both means cancels as
 * far as its people are in both in like number. CR2 is the one to use with few clusters, CR1 is here for comparison.
 *
 * @param first values by cluster; observed values only
 * @param second as first, in the same unit and the same order of clusters; an empty list where a cluster has none
 * @param options the difference tested, the confidence level, and the correction, CR2 unless told
 * @returns first mean less second, in the unit of the values; unavailable when a group has values in fewer than 2
 * clusters, or when no cluster stands off from the means
 * @throws RangeError when the numbers of clusters differ, a value is not finite or the level is outside its range
 * @see Bell & McCaffrey (2002) Surv Methodol 28:169-181; Pustejovsky & Tipton (2018) J Bus Econ Stat 36:672-683
 * @example
 * clusterRobustDifference([[3, 4], [5], [2, 3]], [[1], [2, 4], [1, 2]]) // => { estimate: 1.4, standardError: 0.37893250, df: 1.9504768 }
 */
export function clusterRobustDifference(
  first: Clusters,
  second: Clusters,
  {
    nullValue = 0,
    level = 0.95,
    correction = "CR2",
  }: ClusterTestOptions & { readonly correction?: ClusterCorrection } = {},
): ClusterRobustDifference | Unavailable {
  if (second.length !== first.length) {
    throw argumentError(
      "clusterRobustDifference: second",
      `${first.length} clusters, as first`,
      second.length,
    );
  }
  checkNumber(nullValue, "clusterRobustDifference: nullValue");
  probabilityBelowUpperLimit(level, "clusterRobustDifference");
  const [one, other] = [first, second].map(
    (group) => observedClusters(group, "clusterRobustDifference").observed,
  );
  if (one!.length < 2 || other!.length < 2) return unavailable("a group has values in fewer than 2 clusters");
  const [firstAll, secondAll] = [first.flat(), second.flat()];
  const [firstMean, secondMean] = [mean(firstAll), mean(secondAll)];
  const groups = [inClusters(first, firstMean, 1), inClusters(second, secondMean, -1)];
  const { variance, df } = clusterRobustVariance(groups, correction);
  const standardError = Math.sqrt(variance);
  const size = Math.max(largestSize(firstAll), largestSize(secondAll));
  if (standardError <= ROUNDING * size) return unavailable("no cluster stands off from the means");
  return finiteResult({
    kind: "clusterRobustDifference",
    ...studentTest(firstMean - secondMean, { standardError, df }, { level, nullValue }),
    nullValue,
    firstMean,
    secondMean,
    firstN: firstAll.length,
    secondN: secondAll.length,
    k: first.filter((values, cluster) => values.length + second[cluster]!.length > 0).length,
    method: correction === "CR2" ? "CR2, Satterthwaite degrees of freedom" : "CR1, k - 1 degrees of freedom",
  });
}

function inClusters(clusters: Clusters, centre: number, sign: 1 | -1): GroupInClusters {
  return {
    sizes: clusters.map((values) => values.length),
    residualSums: clusters.map((values) => values.reduce((sum, value) => sum + value - centre, 0)),
    sign,
  };
}
