import { checkNumber } from "../check-values.js";
import { beyondDoubles } from "../finite-result.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut } from "./observed-clusters.js";

/** By what the residuals of a cluster are multiplied: 1 or -1, or one of Webb's six. */
export type WildWeights = "Webb six-point" | "Rademacher";

/** A wild cluster bootstrap test of a mean. */
export interface WildClusterBootstrapTest {
  readonly kind: "wildClusterBootstrapTest";
  readonly estimate: number;
  /** Student t of the estimate less the value tested, with the CR1 standard error. */
  readonly statistic: number;
  /** Two-sided: the share of all draws whose statistic is as large in size. */
  readonly pValue: number;
  /** The smallest p-value these draws can give, and so how coarse it is. */
  readonly smallestPValue: number;
  /** Every combination of weights, each gone through once. */
  readonly draws: number;
  /** The mean that was tested. */
  readonly nullValue: number;
  /** Clusters. */
  readonly k: number;
  /** Values over all clusters. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly method: `wild cluster bootstrap, ${WildWeights}, null imposed, all draws`;
}

const WEIGHTS: Readonly<
  Record<WildWeights, { readonly positive: readonly number[]; readonly mostClusters: number }>
> = {
  "Webb six-point": { positive: [Math.sqrt(0.5), 1, Math.sqrt(1.5)], mostClusters: 8 },
  Rademacher: { positive: [1], mostClusters: 20 },
};

/** Squared statistics closer than this, as a share, are ties. */
const TIES = 1e-10;

/**
 * Tests a mean over people by multiplying each cluster's distances from the value tested by a weight drawn for it.
 *
 * The null is imposed, the statistic is studentised, and every combination of weights is gone through, so there is no
 * random number in it. Statistics whose squares are within 1e-10 of each other, as a share, are ties and count as as
 * large; so does a draw whose cluster means are all equal. P-values are granular: with Rademacher weights six clusters
 * give multiples of 1/32 and nothing between; Webb's weights fill the gaps.
 *
 * @param clusters values by cluster; observed values only; an empty cluster is left out and listed
 * @param options the mean tested, 0 unless told, and the weights, Webb's unless told
 * @returns the test; unavailable with fewer than 2 clusters, when their means are all equal, and when clusters are too
 * many for all draws to be gone through: more than 8 with Webb's weights, 20 with Rademacher's
 * @throws RangeError when a value is not finite
 * @see Cameron, Gelbach & Miller (2008) Rev Econ Stat 90:414-427; Webb (2023) Can J Econ 56:839-858
 * @example
 * wildClusterBootstrapTest([[1, 3], [2, 4, 6], [5], [2]]) // => { statistic: 5.0117111, pValue: 0.047839506, draws: 1296, k: 4, n: 7 }
 */
export function wildClusterBootstrapTest(
  clusters: Clusters,
  {
    nullValue = 0,
    weights = "Webb six-point",
  }: { readonly nullValue?: number; readonly weights?: WildWeights } = {},
): WildClusterBootstrapTest | Unavailable {
  checkNumber(nullValue, "wildClusterBootstrapTest: nullValue");
  const { observed, leftOut } = observedClusters(clusters, "wildClusterBootstrapTest");
  const { positive, mostClusters } = WEIGHTS[weights];
  const k = observed.length;
  if (k < 2) return unavailable("fewer than 2 clusters");
  if (k > mostClusters)
    return unavailable(`more than ${mostClusters} clusters, too many draws to go through`);
  if (differOnlyByRounding(observed.map(({ values }) => mean(values)))) {
    return unavailable("every cluster has the same mean");
  }
  const sizes = observed.map(({ values }) => values.length);
  const sums = observed.map(({ values }) => values.reduce((sum, value) => sum + (value - nullValue), 0));
  const { square, spread } = squaredStatistic(sums, sizes);
  const statistic = Math.sign(sumOf(sums)) * Math.sqrt(((k - 1) / k) * (square / spread));
  // the draws compare products of two squares
  if (!Number.isFinite(statistic) || !Number.isFinite(square * spread)) return beyondDoubles;
  const draws = (2 * positive.length) ** k;
  return {
    kind: "wildClusterBootstrapTest",
    estimate: mean(observed.flatMap(({ values }) => values)),
    statistic,
    pValue: shareAsLarge(sums, sizes, positive),
    smallestPValue: (2 * positive.length) / draws,
    draws,
    nullValue,
    k,
    n: sumOf(sizes),
    leftOut,
    method: `wild cluster bootstrap, ${weights}, null imposed, all draws`,
  };
}

/** The square of t is square / spread, but for a factor that all draws share. */
function squaredStatistic(
  sums: ArrayLike<number>,
  sizes: readonly number[],
): { square: number; spread: number } {
  let [total, n] = [0, 0];
  for (let cluster = 0; cluster < sizes.length; cluster += 1) {
    total += sums[cluster] as number;
    n += sizes[cluster] as number;
  }
  const centre = total / n;
  let spread = 0;
  for (let cluster = 0; cluster < sizes.length; cluster += 1) {
    spread += ((sums[cluster] as number) - (sizes[cluster] as number) * centre) ** 2;
  }
  return { square: total ** 2, spread };
}

/** All weights of a draw may change sign together and t stays as large, so the last cluster's are the positive ones. */
function shareAsLarge(
  sums: readonly number[],
  sizes: readonly number[],
  positive: readonly number[],
): number {
  const observed = squaredStatistic(sums, sizes);
  const both = [...positive, ...positive.map((weight) => -weight)];
  const drawn = new Float64Array(sums.length);
  const asLargeFrom = (cluster: number): number => {
    if (cluster === sums.length) {
      const { square, spread } = squaredStatistic(drawn, sizes);
      return square * observed.spread >= observed.square * spread * (1 - TIES) ? 1 : 0;
    }
    let count = 0;
    for (const weight of cluster === sums.length - 1 ? positive : both) {
      drawn[cluster] = weight * (sums[cluster] as number);
      count += asLargeFrom(cluster + 1);
    }
    return count;
  };
  return asLargeFrom(0) / (both.length ** (sums.length - 1) * positive.length);
}
