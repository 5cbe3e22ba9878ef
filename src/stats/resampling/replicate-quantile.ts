import { argumentError } from "../argument-error.js";
import { checkProbability } from "../check-values.js";
import { normalQuantile } from "../distributions/normal.js";

/** A quantile of replicates, and whether there were too few to look that far out. */
export interface ReplicateQuantile {
  readonly value: number;
  /** The quantile lies at or beyond the smallest or largest replicate, which then stands for it. */
  readonly isExtreme: boolean;
}

/**
 * A quantile of bootstrap replicates, read between two of them on the normal scale.
 *
 * The replicate of rank k stands at probability k / (replicates + 1). Beyond the outermost replicates the outermost
 * are taken, and the answer says so.
 *
 * @param sorted replicates from smallest to largest, at least 1
 * @param probability 0 to 1
 * @returns the quantile, in the unit of the replicates
 * @throws RangeError when there are no replicates or the probability is out of range
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, equation 5.8; R boot norm.inter
 * @example
 * replicateQuantile([1, 2, 3, 4], 0.5) // => { value: 2.5, isExtreme: false }
 */
export function replicateQuantile(sorted: ArrayLike<number>, probability: number): ReplicateQuantile {
  const count = sorted.length;
  if (count < 1) throw argumentError("replicateQuantile: sorted", "at least 1", count);
  checkProbability(probability, "replicateQuantile: probability");
  const rank = (count + 1) * probability;
  const below = Math.trunc(rank);
  const isExtreme = rank <= 1 || rank >= count;
  if (below < 1) return { value: sorted[0] as number, isExtreme };
  if (below >= count) return { value: sorted[count - 1] as number, isExtreme };
  const value = sorted[below - 1] as number;
  if (below === rank) return { value, isExtreme };
  const from = normalQuantile(below / (count + 1));
  const to = normalQuantile((below + 1) / (count + 1));
  const share = (normalQuantile(probability) - from) / (to - from);
  return { value: value + share * ((sorted[below] as number) - value), isExtreme };
}
