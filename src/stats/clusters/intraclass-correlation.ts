import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { fQuantile, fUpperTail } from "../distributions/f-distribution.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut } from "./observed-clusters.js";

/** How alike the values of one cluster are. */
export interface IntraclassCorrelation {
  readonly kind: "intraclassCorrelation";
  /** As computed; below 0 when clusters differ less than chance alone would make them. */
  readonly estimate: number;
  /** The estimate, or 0 when it is below 0. */
  readonly truncated: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** The size of equal clusters that would give the same mean square between. */
  readonly n0: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  /** F of all clusters having one mean. */
  readonly statistic: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly pValue: number;
  /** Clusters. */
  readonly k: number;
  /** Values over all clusters. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly method:
    "one-way ANOVA, exact F interval" | "one-way ANOVA, F interval approximate for unequal sizes";
}

/**
 * The intraclass correlation: the share of the variance of single values that is between clusters.
 *
 * Six clusters say little about it: the interval is wide and belongs beside the estimate. A negative estimate is kept
 * as it is, with 0 beside it; cutting it off unseen would make the average of many estimates too high.
 *
 * @param clusters values by cluster; observed values only; an empty cluster is left out and listed
 * @param level confidence level, strictly between 0 and 1
 * @returns the correlation; unavailable with fewer than 2 clusters, when no cluster has more than one value, and when
 * values do not differ within any cluster
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Donner (1986) Int Stat Rev 54:67-82 (estimator and n0); Searle (1971) Linear Models, chapter 9 (interval);
 * Shrout & Fleiss (1979) Psychol Bull 86:420-428: their ICC(1, 1)
 * @example
 * intraclassCorrelation([[1, 2], [4, 6], [3, 3]]) // => { estimate: 0.76190476, low: -0.36871128, high: 0.99312300, n0: 2, statistic: 7.4 }
 */
export function intraclassCorrelation(clusters: Clusters, level = 0.95): IntraclassCorrelation | Unavailable {
  const probability = probabilityBelowUpperLimit(level, "intraclassCorrelation");
  const { observed, leftOut } = observedClusters(clusters, "intraclassCorrelation");
  const k = observed.length;
  if (k < 2) return unavailable("fewer than 2 clusters");
  const sizes = observed.map(({ values }) => values.length);
  const n = sumOf(sizes);
  if (n === k) return unavailable("no cluster has more than one value, so the variance within is unknown");
  if (observed.every(({ values }) => differOnlyByRounding(values))) {
    return unavailable("values do not differ within any cluster");
  }
  const [dfBetween, dfWithin] = [k - 1, n - k];
  const { between, within } = sumsOfSquares(observed.map(({ values }) => values));
  const [meanSquareBetween, meanSquareWithin] = [between / dfBetween, within / dfWithin];
  const n0 = (n - sizes.reduce((sum, size) => sum + size ** 2, 0) / n) / dfBetween;
  const statistic = meanSquareBetween / meanSquareWithin;
  if (!Number.isFinite(statistic)) return beyondDoubles;
  const correlation = (ratio: number) => (ratio - 1) / (ratio + n0 - 1);
  const isBalanced = sizes.every((size) => size === sizes[0]);
  return finiteResult({
    kind: "intraclassCorrelation",
    estimate: correlation(statistic),
    truncated: Math.max(0, correlation(statistic)),
    low: correlation(statistic / fQuantile(probability, dfBetween, dfWithin)),
    high: correlation(statistic * fQuantile(probability, dfWithin, dfBetween)),
    level,
    n0,
    meanSquareBetween,
    meanSquareWithin,
    statistic,
    dfBetween,
    dfWithin,
    pValue: fUpperTail(statistic, dfBetween, dfWithin),
    k,
    n,
    leftOut,
    method: isBalanced
      ? "one-way ANOVA, exact F interval"
      : "one-way ANOVA, F interval approximate for unequal sizes",
  });
}

function sumsOfSquares(clusters: Clusters): { between: number; within: number } {
  const grand = mean(clusters.flat());
  return {
    between: sumOf(clusters.map((values) => values.length * (mean(values) - grand) ** 2)),
    within: sumOf(clusters.map((values) => sumOf(values.map((value) => (value - mean(values)) ** 2)))),
  };
}
