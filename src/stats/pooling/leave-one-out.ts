import { probabilityBelowUpperLimit } from "../confidence-level.js";
import type { Unavailable } from "../unavailable.js";
import { checkEstimates } from "./inverse-variance-mean.js";
import { poolRandomEffects } from "./random-effects.js";
import type { EstimatesToPool, PooledEstimate } from "./random-effects.js";

/** What is pooled when one estimate is left out. */
export interface PooledWithoutOne {
  /** Position, in the order given, of the estimate left out. */
  readonly leftOut: number;
  readonly pooled: PooledEstimate | Unavailable;
}

/**
 * Pools estimates once for each of them left out, to see whether the result hangs on one.
 *
 * For internal use only: the difference between this and the pooled estimate shows the one that was left out, so
 * neither the list nor any part of it may be released when the estimates are of Trusts.
 *
 * @param toPool as for poolRandomEffects
 * @returns as many as estimates, in their order; each unavailable when fewer than 2 are left
 * @throws RangeError as poolRandomEffects does
 * @see Viechtbauer & Cheung (2010) Res Synth Methods 1:112-125
 * @example
 * poolLeavingOneOut({ estimates: [1, 2, 4], variances: [1, 1, 1] })[2] // => { leftOut: 2, pooled: { estimate: 1.5, k: 2 } }
 */
export function poolLeavingOneOut(toPool: EstimatesToPool): readonly PooledWithoutOne[] {
  checkEstimates(toPool, "poolLeavingOneOut");
  probabilityBelowUpperLimit(toPool.level ?? 0.95, "poolLeavingOneOut");
  return toPool.estimates.map((_, leftOut) => {
    const others = (values: readonly number[]) => values.filter((_, index) => index !== leftOut);
    const pooled = poolRandomEffects({
      ...toPool,
      estimates: others(toPool.estimates),
      variances: others(toPool.variances),
    });
    return { leftOut, pooled };
  });
}
