import { invariant } from "../core/invariant.js";

/** One point of an acceptability curve. */
export interface Acceptability {
  /** What one point more of the outcome is taken to be worth, in GBP per IMG. */
  readonly worth: number;
  /** Share of draws in which the outcome is worth more than it costs. */
  readonly probability: number;
  /** Net benefit of each draw, in GBP per IMG: worth times change, less cost. */
  readonly netBenefit: Float64Array;
}

/**
 * How often the outcome is worth its cost, P(worth x change - cost > 0), for each worth that the study declares.
 *
 * Source: Fenwick, Claxton & Sculpher (2001) Health Economics 10:779-787.
 *
 * @param worths GBP per IMG for one point of the outcome
 * @param change draws of the change in the outcome
 * @param cost draws of the cost per IMG, as many
 * @example acceptability([10], Float64Array.of(1, 3), Float64Array.of(20, 20))[0].probability // => 0.5
 */
export function acceptability(
  worths: readonly number[],
  change: Float64Array,
  cost: Float64Array,
): readonly Acceptability[] {
  invariant(change.length === cost.length && cost.length > 0, "a change for each cost");
  return worths.map((worth) => {
    const netBenefit = change.map((one, draw) => worth * one - (cost[draw] as number));
    return {
      worth,
      probability: netBenefit.filter((benefit) => benefit > 0).length / cost.length,
      netBenefit,
    };
  });
}

/**
 * Equal steps from one worth to another, both ends included.
 *
 * @example worthsBetween({ from: 0, to: 100, steps: 5 }) // => [0, 25, 50, 75, 100]
 */
export function worthsBetween({
  from,
  to,
  steps,
}: {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}): readonly number[] {
  return Array.from({ length: steps }, (_, step) => from + ((to - from) * step) / (steps - 1));
}
