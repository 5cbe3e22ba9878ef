import type { Computed, Grouping } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Gated } from "./gate.js";
import { grainShown } from "./grain-shown.js";
import { isShownSlice } from "./grain.js";
import type { Policy } from "./policy.js";
import { atReleasedPrecision } from "./precision.js";
import { approvalDays, releaseQuotations } from "./quotations.js";
import { chooseRungs, leftOutByLadders } from "./rungs.js";

/**
 * Everything that was computed for the groups that are shown, rounded only as far as it is printed: for a policy under which
 * nothing may be released. Of a ladder, the finest rung is taken.
 */
export function passUnprotected(computed: Computed, grouping: Grouping, study: Study, policy: Policy): Gated {
  const all = trustCodes(study);
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const isShown = (result: Result) => isShownSlice(result, grouping, all);
  const rungs = chooseRungs(computed.ladders, {
    byId,
    isAllowed: isShown,
    isSafe: () => true,
    allTrusts: all,
    width: policy.protection.people,
  });
  const otherRungs = leftOutByLadders(computed.ladders, rungs);
  const quotations = releaseQuotations(study);
  const approved = approvalDays(study);
  return {
    released: {
      results: computed.results
        .filter((result) => !otherRungs.has(result.id) && isShown(result))
        .map((result) => (result.kind === "estimate" ? atReleasedPrecision(result, policy, all) : result)),
      groups: grouping.groups,
      ...(grouping.levels === undefined ? {} : { levels: grouping.levels }),
      relations: [],
      ...(approved === undefined ? {} : { quotations, quotationsApproved: approved }),
    },
    summary: {
      profile: policy.profile,
      source: policy.source,
      release: policy.release,
      rules: policy.rules,
      ...grainShown(grouping, rungs, study),
      heldBack: 0,
    },
    decisions: [],
  };
}
