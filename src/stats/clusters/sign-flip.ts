import { checkNumber } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { mean } from "../means/summary.js";
import { differOnlyByRounding, ROUNDING } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { observedClusters } from "./observed-clusters.js";
import type { Clusters, LeftOut } from "./observed-clusters.js";
import type { ClusterTestOptions } from "./t-test.js";

/** Most clusters whose 2^k sign changes are gone through. */
const MOST_CLUSTERS = 20;

/** An exact test of cluster means, with the interval that belongs to it. */
export interface SignFlipTest {
  readonly kind: "signFlipTest";
  /** Mean of the cluster means: the test statistic, before the value tested is taken off. */
  readonly estimate: number;
  /** Two-sided, and exact. */
  readonly pValue: number;
  /** The smallest p-value that so many clusters can give: 2 / 2^k, with k the means that differ from the value tested. */
  readonly smallestPValue: number;
  /** Values the test does not reject; null when it can reject none at this level, however far off. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** The mean that was tested. */
  readonly nullValue: number;
  /** Cluster means equal to the value tested: a change of sign leaves them as they are. */
  readonly zeros: number;
  /** Clusters. */
  readonly k: number;
  /** Values over all clusters. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly method: "sign changes of cluster means, exact";
}

/**
 * Tests the mean of cluster means by changing their signs in every possible way.
 *
 * The p-value is the share of the 2^k sign changes whose mean is as far from the value tested as the one observed; no
 * distribution is assumed, only that a cluster's mean is as likely to be so far above the value as below. Means that
 * differ from a tie by less than 1e-12 of their sum in size are ties. Few clusters give coarse p-values: five cannot
 * come below 0.0625. The interval holds every value the test does not reject, so it covers at least at its level.
 *
 * @param clusters values by cluster; observed values only; an empty cluster is left out and listed
 * @param options the mean tested and the confidence level
 * @returns the test; unavailable with no clusters or with more than 20
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Fisher (1935) The Design of Experiments, section 21; Canay, Romano & Shaikh (2017) Econometrica 85:1013-1030
 * @example
 * signFlipTest([[1, 3], [2, 4, 6], [5], [2], [1], [3]]) // => { pValue: 0.03125, smallestPValue: 0.03125, low: 1, high: 5, k: 6 }
 */
export function signFlipTest(
  clusters: Clusters,
  { nullValue = 0, level = 0.95 }: ClusterTestOptions = {},
): SignFlipTest | Unavailable {
  checkNumber(nullValue, "signFlipTest: nullValue");
  probabilityBelowUpperLimit(level, "signFlipTest");
  const { observed, leftOut } = observedClusters(clusters, "signFlipTest");
  const k = observed.length;
  if (k < 1) return unavailable("no cluster has a value");
  if (k > MOST_CLUSTERS)
    return unavailable(`more than ${MOST_CLUSTERS} clusters, too many sign changes to go through`);
  const means = observed.map(({ values }) => mean(values));
  const distances = means.map((one) => (differOnlyByRounding([one, nullValue]) ? 0 : one - nullValue));
  const zeros = distances.filter((distance) => distance === 0).length;
  return {
    kind: "signFlipTest",
    estimate: mean(means),
    pValue: shareAsFar(distances),
    smallestPValue: Math.min(1, 2 / 2 ** (k - zeros)),
    ...limits(means, 1 - level),
    level,
    nullValue,
    zeros,
    k,
    n: observed.reduce((sum, { values }) => sum + values.length, 0),
    leftOut,
    method: "sign changes of cluster means, exact",
  };
}

/** A change and its opposite are as far, so the last sign stays as it is and half the changes are counted. */
function shareAsFar(distances: readonly number[]): number {
  const flipped = subsetSums(distances.slice(0, -1));
  const total = sumOf(distances);
  const size = distances.reduce((sum, distance) => sum + Math.abs(distance), 0);
  const far = Math.abs(total) - ROUNDING * size;
  const asFar = flipped.reduce((count, sum) => count + (Math.abs(total - 2 * sum) >= far ? 1 : 0), 0);
  return asFar / flipped.length;
}

/**
 * Changing the signs of some means takes the sum as far from a value, or further, when the value lies between the mean
 * of those and the mean of the others. So the p-value of a value is the share of such pairs that hold it between them.
 */
function limits(means: readonly number[], alpha: number): { low: number | null; high: number | null } {
  const flipped = means.slice(0, -1);
  const sums = subsetSums(flipped);
  const sizes = subsetSums(flipped.map(() => 1));
  const pairs = sums.length;
  // The pair that changes no sign holds every value; one pair more than this keeps p above alpha
  const needed = Math.min(pairs - 1, Math.floor(alpha * pairs * (1 + ROUNDING)));
  if (needed < 1) return { low: null, high: null };
  const total = sumOf(means);
  const lows = new Float64Array(pairs - 1);
  const highs = new Float64Array(pairs - 1);
  for (let pair = 1; pair < pairs; pair += 1) {
    const [sum, size] = [sums[pair] as number, sizes[pair] as number];
    const [one, other] = [sum / size, (total - sum) / (means.length - size)];
    lows[pair - 1] = Math.min(one, other);
    highs[pair - 1] = Math.max(one, other);
  }
  return { low: lows.sort()[needed - 1] as number, high: highs.sort()[pairs - 1 - needed] as number };
}

/** The sum of every subset; bit j of a position says whether value j is in it. */
function subsetSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** values.length);
  values.forEach((value, bit) => {
    const half = 2 ** bit;
    for (let subset = 0; subset < half; subset += 1) sums[half + subset] = (sums[subset] as number) + value;
  });
  return sums;
}
