import { compareSizes } from "../core/relation.js";
import type { Partition } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";

/**
 * Whether a cost is one of those that may be shown together. By Trust, a cost per IMG is shown for one denominator only
 * and never beside its total, which would give the number of IMGs away. Mean and median are those of the groups of Trusts
 * that are shown, for the headline denominator only: three denominators of one Trust's cost would tell its IMGs.
 */
export function isShownCost(
  result: Result,
  study: Study,
  partition: Partition,
  all: readonly string[],
): boolean {
  const { headline } = study.costing;
  const { measure, item, level } = result.subject;
  if (measure !== "cost") return true;
  if (isOfTrusts(item)) {
    if (!result.id.endsWith(`/of-${partition.groups.length}`)) return false;
    return level === headline;
  }
  if (isPooled(result, all)) return true;
  return item !== "total" && (item !== "per-img" || level === headline);
}

/** Whether a cost is worked out from the Trusts' own costs, each counted once: an equation beside the pooled cost. */
export function isOfTrusts(item: string | undefined): boolean {
  return item === "mean-of-trusts" || item === "median-of-trusts" || item === "between-trusts";
}

/**
 * A mean of Trusts' costs without the prediction for a further Trust, which tells how far the Trusts' costs are apart:
 * beside mean and median, one equation more for those that are not shown.
 */
export function withoutCostPrediction(result: Estimate): Estimate {
  if (result.subject.measure !== "cost") return result;
  const { prediction: _prediction, ...rest } = result;
  return rest;
}

/**
 * The groups of Trusts whose own costs are held back: those without recorded consent and, when these are only one or
 * two, the smallest others, so that none of those hidden can work out another from the pooled cost and its own.
 *
 * @param sizes IMGs of each Trust, known to all
 */
export function hiddenCostGroups(
  partition: Partition,
  consented: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
  policy: Policy,
): readonly (readonly string[])[] {
  const sizeOf = (group: readonly string[]) => group.reduce((sum, trust) => sum + (sizes.get(trust) ?? 0), 0);
  const agreed = partition.groups.filter((group) => group.every((trust) => consented.has(trust)));
  const hidden = partition.groups.filter((group) => !agreed.includes(group));
  if (hidden.length === 0) return [];
  const smallestFirst = agreed.map((codes) => ({ codes, size: sizeOf(codes) })).sort(compareSizes);
  const others = smallestFirst.slice(0, Math.max(0, policy.minimumTrusts - hidden.length));
  return [...hidden, ...others.map(({ codes }) => codes)];
}
