import type { Estimate } from "../core/result.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";
import { roundTo } from "./rounding.js";
import type { Behind } from "./steps.js";

/** What the number of people behind a result is rounded to. Those behind a cost are those of the flow, as is the flow itself. */
export function stepOfPeople(result: Estimate, policy: Policy, byTrust: boolean): number {
  const { flow, n } = policy.steps;
  const ofFlow = ["flow", "cost"].includes(result.subject.measure);
  return ofFlow ? flow[byTrust ? "byTrust" : "pooled"] : n;
}

/** What anybody will know of the people behind a result, from the policy and the number of people that will be released. */
export function behindOf(result: Estimate, policy: Policy, allTrusts: readonly string[]): Behind {
  const step = stepOfPeople(result, policy, !isPooled(result, allTrusts));
  return behindReleased({ ...result, n: roundTo(result.n, step), nPrecision: step }, policy, allTrusts);
}

/** What anybody knows of the people behind a released result, from the policy and the number of people it gives. */
export function behindReleased(
  result: Estimate,
  { minimumPeople, shares }: Policy,
  allTrusts: readonly string[],
): Behind {
  const { fewest, everyone, allButOne } = shares[result.subject.sensitivity];
  return {
    people: result.n,
    step: result.nPrecision ?? 1,
    minimum: minimumPeople,
    fewest: Math.max(
      fewest[isPooled(result, allTrusts) ? "pooled" : "byTrust"],
      allButOne === "shown" ? 1 : 2,
    ),
    everyone: everyone === "shown",
  };
}
