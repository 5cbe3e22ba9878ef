import type { Partition } from "../core/relation.js";
import { trustSlug } from "../core/result.js";
import type { Estimate, Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { trustCodes } from "../study/study.js";
import type { Policy } from "./policy.js";
import { derivable } from "./primary.js";
import { roundDown, roundTo } from "./rounding.js";
import { keepsWide } from "./within-range.js";
import type { CostedGroup } from "./within-range.js";

/**
 * The results with the lowest and the highest of the Trusts' costs per IMG, where these were held back because a Trust did
 * not agree to be shown: each rounded outwards to a coarse step, if no Trust's cost can then be told; see `keepsWide`.
 *
 * That they are shown tells nothing that they do not tell themselves, because the answer follows from what is shown. That
 * they are not tells little: it is so wherever one Trust lies far from most others, whichever it is and however far.
 * The mean, the median and the spread stay held back: each is an equation more, and who stands in the middle is one more
 * thing to guess. So does the range without IMGs' own pay, which beside this one would tell of that pay.
 *
 * @param results at the grain of the release, with their reasons
 * @param before the estimates as they came to the gate, by id
 */
export function showCostRange(
  results: readonly Result[],
  before: ReadonlyMap<string, Estimate>,
  policy: Policy,
  { groups }: Partition,
  study: Study,
): readonly Result[] {
  const all = trustCodes(study);
  const after = new Map(results.map((result) => [result.id, result]));
  const idOf = (trusts: readonly string[]) =>
    `cost/per-img/${study.costing.headline}/with-supernumerary/${trustSlug(trusts, all)}`;
  const ends = (["lowest", "highest"] as const).map(
    (end) => `cost/between-trusts/${end}/of-${groups.length}`,
  );
  const [lowest, highest] = ends.map((id) => before.get(id));
  const pooled = after.get(idOf(all));
  if (!lowest || !highest || pooled?.kind !== "estimate" || !ends.every((id) => isHeldBack(after.get(id))))
    return results;

  const { costPerImg } = policy.steps;
  const cost = roundTo(pooled.estimate, costPerImg);
  const step = stepOfRange(cost, policy.protection.money, costPerImg);
  const withCosts = groups.filter((trusts) => before.has(idOf(trusts)));
  const costedTrusts = new Set(withCosts.flat());
  const costed = withCosts.map((trusts): CostedGroup => {
    const own = before.get(idOf(trusts))!;
    const isShown = after.get(own.id)?.kind === "estimate";
    return { imgs: own.n, cost: isShown ? roundTo(own.estimate, costPerImg) : null };
  });
  // A group that spent but had no IMG has no cost per IMG: what it spent is in the pooled cost and nobody can take it off.
  const isWhole = Object.keys(pooled.contributions ?? {}).every((trust) => costedTrusts.has(trust));
  if (step === null || !isWhole) return results;
  const low = roundDown(lowest.estimate, step);
  const high = roundDown(highest.estimate, step) + step;
  const told = { low, high, step, pooled: cost, rounding: costPerImg / 2 };
  if (!keepsWide(costed, told, policy.protection.money)) return results;
  const [lowestId, highestId] = ends;
  return results.map((result) => {
    if (result.id === lowestId) return rounded(lowest, low, step, pooled);
    return result.id === highestId ? rounded(highest, high, step, pooled) : result;
  });
}

function isHeldBack(result: Result | undefined): boolean {
  return result?.kind === "suppressed" && result.reason === derivable;
}

/** What they tell of how far apart the Trusts are goes: cautions of the pooled cost stay. */
function rounded(result: Estimate, pounds: number, precision: number, pooled: Estimate): Estimate {
  return { ...result, estimate: pounds, precision, cautions: pooled.cautions };
}

/**
 * The step of a range of costs, in pounds of two figures: at least twice what the policy protects of the pooled cost, and
 * such that the pooled cost lies in the middle half of a step. Near an end of one, the Trusts might all have to lie at that
 * end. It depends on the released pooled cost and the policy alone.
 *
 * @param pooled as released, in pounds
 * @param proportion what is protected of a cost
 * @param finest pounds to which costs are rounded anyway
 * @returns null when there is none, because the pooled cost is next to nothing
 * @example stepOfRange(1510, 0.1, 10) // => 320
 */
export function stepOfRange(pooled: number, proportion: number, finest: number): number | null {
  const least = Math.max(2 * proportion * pooled, finest);
  const unit = Math.max(1, 10 ** (Math.floor(Math.log10(least)) - 1));
  for (let step = unit * Math.ceil(least / unit - 1e-9); step <= 4 * pooled; step += unit) {
    const place = (pooled / step) % 1;
    if (place >= 0.25 && place <= 0.75) return step;
  }
  return null;
}
