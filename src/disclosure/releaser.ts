import { onceEach } from "../core/once.js";
import type { Grouping, Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { coarserBeside } from "./coarser-beside.js";
import { rangesInOrder } from "./order.js";
import type { Policy } from "./policy.js";
import { atReleasedPrecision } from "./precision.js";
import { forEarlierRelease, heldBack, setsApart, suppress } from "./primary.js";
import { publicRelations } from "./public-relations.js";
import type { Released } from "./released.js";

/**
 * What would be released of full numbers, some of them held back: each rounded as its kind and its number of people ask, those
 * that stand beside what is held back and those named more coarsely, and no reason told but for an earlier release.
 */
export function releaserOf(
  relations: readonly Relation[],
  { groups, levels }: Grouping,
  policy: Policy,
  allTrusts: readonly string[],
): (results: readonly Result[], coarser: ReadonlySet<string>) => Released {
  const safeOf = (isCoarse: boolean) =>
    onceEach((result: Result): Result => {
      if (result.kind === "estimate") return atReleasedPrecision(result, policy, allTrusts, isCoarse);
      if (result.kind !== "suppressed") return result;
      return suppress(result, result.reason === setsApart ? forEarlierRelease : heldBack);
    });
  const [fine, coarse] = [safeOf(false), safeOf(true)];
  return (results, coarser) => {
    const beside = coarserBeside(results, relations, allTrusts);
    const isCoarse = ({ id }: Result) => beside.has(id) || coarser.has(id);
    const safe = rangesInOrder(results.map((result) => (isCoarse(result) ? coarse(result) : fine(result))));
    return {
      results: safe,
      groups,
      ...(levels === undefined ? {} : { levels }),
      relations: publicRelations(relations, safe),
    };
  };
}
