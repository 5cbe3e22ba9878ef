import type { LedgerLine } from "../ledger.js";
import type { DrawnFactors } from "./draw-factors.js";

/** Draws of each Trust's total, in GBP, by its code. Draw 7 of one way to count belongs with draw 7 of another. */
export type SimulatedCosts = ReadonlyMap<string, Float64Array>;

/**
 * Each Trust's total in every draw: its lines, each times its factor. The amounts may be those of any way to count, the
 * factors are the same: common random numbers.
 *
 * @param lines of all Trusts, priced in one way
 * @param draws how many
 */
export function simulatedCosts(
  lines: readonly LedgerLine[],
  trusts: readonly string[],
  factors: DrawnFactors,
  draws: number,
): SimulatedCosts {
  const totals = new Map(trusts.map((trust) => [trust, new Float64Array(draws)]));
  for (const { id, trust, amountPence } of lines) {
    const total = totals.get(trust);
    if (total === undefined) continue;
    const pounds = amountPence / 100;
    const factor = factors.get(id);
    if (factor === undefined) for (let draw = 0; draw < draws; draw += 1) total[draw]! += pounds;
    else for (let draw = 0; draw < draws; draw += 1) total[draw]! += pounds * (factor[draw] as number);
  }
  return totals;
}

/**
 * The cost per IMG of some Trusts in every draw: total over total.
 *
 * @param imgs of these Trusts together, above 0
 */
export function simulatedPerImg(
  costs: SimulatedCosts,
  trusts: readonly string[],
  imgs: number,
): Float64Array {
  const all = trusts.flatMap((trust) => costs.get(trust) ?? []);
  const perImg = new Float64Array(all[0]?.length ?? 0);
  for (const one of all)
    for (let draw = 0; draw < perImg.length; draw += 1) perImg[draw]! += (one[draw] as number) / imgs;
  return perImg;
}

/** Draw by draw, how much more the first is than the second. */
export function differences(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, draw) => value - (second[draw] as number));
}
