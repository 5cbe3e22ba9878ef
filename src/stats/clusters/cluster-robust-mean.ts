import { checkNumber } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { finiteResult } from "../finite-result.js";
import { studentTest } from "../means/student-test.js";
import type { StudentTest } from "../means/student-test.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { clusterRobustVariance } from "./cluster-robust-variance.js";
import type { ClusterCorrection } from "./cluster-robust-variance.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut } from "./observed-clusters.js";
import type { ClusterTestOptions } from "./t-test.js";

/** A mean over people, with an interval and a test that know people of one cluster are alike. */
export interface ClusterRobustMean extends StudentTest {
  readonly kind: "clusterRobustMean";
  /** Satterthwaite's for CR2, not whole; clusters less 1 for CR1. */
  readonly df: number;
  /** The mean that was tested. */
  readonly nullValue: number;
  /** Clusters. */
  readonly k: number;
  /** Values over all clusters. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly method: "CR2, Satterthwaite degrees of freedom" | "CR1, k - 1 degrees of freedom";
}

/**
 * The mean over all people with a variance from the sums of residuals by cluster.
 *
 * Each person counts once, so a large cluster weighs more. CR2 raises each cluster's residuals by what fitting the mean
 * took from them, and Satterthwaite's degrees of freedom fall as cluster sizes grow unequal; with few clusters it is
 * the one to use. CR1 multiplies the plain variance by k / (k - 1) and is here for comparison: its p-values are too
 * small when clusters are few and unequal.
 *
 * @param clusters values by cluster; observed values only; an empty cluster is left out and listed
 * @param options the mean tested, the confidence level, and the correction, CR2 unless told
 * @returns the mean, in the unit of the values; unavailable with fewer than 2 clusters or when their means are all equal
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Bell & McCaffrey (2002) Surv Methodol 28:169-181; Pustejovsky & Tipton (2018) J Bus Econ Stat 36:672-683
 * @example
 * clusterRobustMean([[1, 3], [2, 4, 6], [5]]) // => { estimate: 3.5, standardError: 0.75828754, df: 1.6666667, k: 3, n: 6 }
 */
export function clusterRobustMean(
  clusters: Clusters,
  {
    nullValue = 0,
    level = 0.95,
    correction = "CR2",
  }: ClusterTestOptions & { readonly correction?: ClusterCorrection } = {},
): ClusterRobustMean | Unavailable {
  checkNumber(nullValue, "clusterRobustMean: nullValue");
  probabilityBelowUpperLimit(level, "clusterRobustMean");
  const { observed, leftOut } = observedClusters(clusters, "clusterRobustMean");
  const k = observed.length;
  if (k < 2) return unavailable("fewer than 2 clusters");
  if (differOnlyByRounding(observed.map(({ values }) => mean(values)))) {
    return unavailable("every cluster has the same mean");
  }
  const all = observed.flatMap(({ values }) => values);
  const n = all.length;
  const estimate = mean(all);
  const sizes = observed.map(({ values }) => values.length);
  const residualSums = observed.map(({ values }) => values.reduce((sum, value) => sum + value - estimate, 0));
  const { variance, df } = clusterRobustVariance([{ sizes, residualSums, sign: 1 }], correction);
  return finiteResult({
    kind: "clusterRobustMean",
    ...studentTest(estimate, { standardError: Math.sqrt(variance), df }, { level, nullValue }),
    nullValue,
    k,
    n,
    leftOut,
    method: correction === "CR2" ? "CR2, Satterthwaite degrees of freedom" : "CR1, k - 1 degrees of freedom",
  });
}
