import { checkNumber } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { finiteResult } from "../finite-result.js";
import { studentTest } from "../means/student-test.js";
import type { StudentTest } from "../means/student-test.js";
import { tInterval } from "../means/t-interval.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut } from "./observed-clusters.js";

/** The plain mean of cluster means, with its t interval and test. */
export interface ClusterMeansTest extends StudentTest {
  readonly kind: "clusterMeansTest";
  /** Clusters less 1. */
  readonly df: number;
  /** The mean that was tested. */
  readonly nullValue: number;
  /** Clusters. */
  readonly k: number;
  /** Values over all clusters. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly method: "Student t of cluster means, unweighted";
}

/** The mean tested and the level of the interval. */
export interface ClusterTestOptions {
  /** 0 unless told. */
  readonly nullValue?: number;
  /** 0.95 unless told. */
  readonly level?: number;
}

/**
 * Student's t test on one mean a cluster: the simplest analysis that respects the clusters.
 *
 * Each cluster counts once, whatever its size, so the answer is about the average cluster and not the average person.
 * It is right when cluster means are about normal with about the same variance; with clusters of 5 and of 35 people it
 * still holds its level, at the price of some width.
 *
 * @param clusters values by cluster; observed values only; an empty cluster is left out and listed
 * @param options the mean tested and the confidence level
 * @returns the mean of the means, in the unit of the values; unavailable with fewer than 2 clusters or when their
 * means are all equal
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Donald & Lang (2007) Rev Econ Stat 89:221-233; Student (1908) Biometrika 6:1-25
 * @example
 * tTestOfClusterMeans([[1, 3], [2, 4, 6], [5]]) // => { estimate: 3.6666667, statistic: 4.1576092, df: 2, pValue: 0.053270744, k: 3 }
 */
export function tTestOfClusterMeans(
  clusters: Clusters,
  { nullValue = 0, level = 0.95 }: ClusterTestOptions = {},
): ClusterMeansTest | Unavailable {
  checkNumber(nullValue, "tTestOfClusterMeans: nullValue");
  probabilityBelowUpperLimit(level, "tTestOfClusterMeans");
  const { observed, leftOut } = observedClusters(clusters, "tTestOfClusterMeans");
  const k = observed.length;
  const means = observed.map(({ values }) => mean(values));
  if (k < 2) return unavailable("fewer than 2 clusters");
  if (differOnlyByRounding(means)) return unavailable("every cluster has the same mean");
  const interval = tInterval(means, level);
  if (interval.kind === "unavailable") return interval;
  return finiteResult({
    kind: "clusterMeansTest",
    ...studentTest(interval.estimate, interval, { level, nullValue }),
    nullValue,
    k,
    n: observed.reduce((sum, { values }) => sum + values.length, 0),
    leftOut,
    method: "Student t of cluster means, unweighted",
  });
}
