import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/**
 * What the size of a cluster is taken to be when sizes differ: the plain average, or the average a person sees, in
 * which a cluster counts as often as it has people. The second is right for a mean over people, and is the larger.
 */
export type ClusterSize = "plain average" | "average over people";

/** By how much clusters raise the variance of a mean. */
export interface DesignEffect {
  readonly kind: "designEffect";
  /** 1 or more. */
  readonly estimate: number;
  /** People that would know as much if they were independent. */
  readonly effectiveN: number;
  /** The size of a cluster that was used. */
  readonly clusterSize: number;
  /** The correlation that was used: 0 when the one given is negative. */
  readonly correlation: number;
  /** Clusters that have people. */
  readonly k: number;
  readonly n: number;
  readonly method: `1 + (size - 1) × correlation, ${ClusterSize}`;
}

/**
 * Kish's design effect: how many times larger the variance of a mean is because people come in clusters.
 *
 * A negative correlation counts as 0, so that clusters never make a sample seem worth more than it is.
 *
 * @param clusters the intraclass correlation, -1 to 1; the number of people in each cluster; and which average of
 * those is the size, the plain one unless told
 * @returns the design effect and the number of people it leaves; unavailable when nobody is in any cluster
 * @throws RangeError when the correlation is outside its range or a size is not a whole number, 0 or more
 * @see Kish (1965) Survey Sampling; Eldridge, Ashby & Kerry (2006) Int J Epidemiol 35:1292-1300 (unequal sizes)
 * @example
 * designEffect({ correlation: 0.25, sizes: [5, 4, 6, 3, 4, 5] }) // => { estimate: 1.875, effectiveN: 14.4, clusterSize: 4.5 }
 */
export function designEffect({
  correlation,
  sizes,
  size = "plain average",
}: {
  readonly correlation: number;
  readonly sizes: readonly number[];
  readonly size?: ClusterSize;
}): DesignEffect | Unavailable {
  if (!(correlation >= -1 && correlation <= 1)) {
    throw argumentError("designEffect: correlation", "-1 to 1", correlation);
  }
  const n = sumOf(checkCounts(sizes, "designEffect: sizes"));
  if (n === 0) return unavailable("no cluster has a value");
  const k = sizes.filter((one) => one > 0).length;
  const squares = sizes.reduce((sum, one) => sum + one ** 2, 0);
  const clusterSize = size === "plain average" ? n / k : squares / n;
  const used = Math.max(0, correlation);
  const estimate = 1 + (clusterSize - 1) * used;
  return {
    kind: "designEffect",
    estimate,
    effectiveN: n / estimate,
    clusterSize,
    correlation: used,
    k,
    n,
    method: `1 + (size - 1) × correlation, ${size}`,
  };
}
