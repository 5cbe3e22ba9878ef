import type { Estimate, Result } from "../core/result.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";
import { stemOf } from "./slices-of.js";
import { smallRest, smallStep, suppress } from "./primary.js";

/**
 * The results without those of a group or a level of a subgroup that is nearly everybody: the number over all Trusts less
 * that of the group would tell of fewer people than the minimum.
 */
export function holdBackNearlyAll(
  results: readonly Result[],
  policy: Policy,
  allTrusts: readonly string[],
): readonly Result[] {
  const whole = new Map<string, number>();
  for (const result of results) {
    const stem = stemOf(result, allTrusts);
    const isWhole = isPooled(result, allTrusts) && result.subject.group === undefined;
    if (stem !== null && isWhole && result.kind === "estimate") whole.set(stem, result.n);
  }
  return results.map((result) => {
    if (result.kind !== "estimate" || ["flow", "cost"].includes(result.subject.measure)) return result;
    const stem = stemOf(result, allTrusts);
    const rest = stem === null ? 0 : (whole.get(stem) ?? result.n) - result.n;
    return rest > 0 && rest < policy.minimumPeople ? suppress(result, smallRest) : result;
  });
}

/**
 * The results without those counts of the flow that lie nearer to another than the fewest people who may be told of a share
 * over all Trusts, where both would be shown exactly: 148 invited and 146 recruited tell of two people. Of two such counts the
 * smaller goes. The flow is what the Trusts did (service).
 */
export function holdBackNearCounts(
  results: readonly Result[],
  policy: Policy,
  allTrusts: readonly string[],
): readonly Result[] {
  const fewest = policy.shares.service.fewest.pooled;
  if (policy.steps.flow.pooled > 1 || fewest <= 1) return results;
  const flow = results
    .filter(
      (one): one is Estimate =>
        one.kind === "estimate" && one.subject.measure === "flow" && isPooled(one, allTrusts),
    )
    .sort((a, b) => b.estimate - a.estimate);
  const near = new Set<string>();
  let above: Estimate | undefined;
  for (const one of flow) {
    const difference = above === undefined ? 0 : above.estimate - one.estimate;
    if (difference > 0 && difference < fewest) near.add(one.id);
    else above = one;
  }
  return results.map((result) => (near.has(result.id) ? suppress(result, smallStep) : result));
}
