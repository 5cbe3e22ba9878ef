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

/** What anybody knows of the people behind a result from the policy and the released number of people. */
export function behindOf(result: Estimate, policy: Policy, allTrusts: readonly string[]): Behind {
  const pooled = isPooled(result, allTrusts);
  const { fewest, everyone, allButOne } = policy.shares[result.subject.sensitivity];
  const step = stepOfPeople(result, policy, !pooled);
  return {
    people: roundTo(result.n, step),
    step,
    minimum: policy.minimumPeople,
    fewest: Math.max(fewest[pooled ? "pooled" : "byTrust"], allButOne === "shown" ? 1 : 2),
    everyone: everyone === "shown",
  };
}
