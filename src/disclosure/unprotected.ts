import type { Computed, Partition } from "../core/relation.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Gated } from "./gate.js";
import { heldBackByLadder, isShownSlice } from "./grain.js";
import type { Policy } from "./policy.js";
import { atReleasedPrecision } from "./precision.js";
import { approvalDays, releaseQuotations } from "./quotations.js";

/**
 * Everything that was computed for the groups that are shown, rounded only as far as it is printed: for a policy under which
 * nothing may be released. Of a ladder, the rung that the report has words for is taken, as at the gate.
 */
export function passUnprotected(
  computed: Computed,
  partition: Partition,
  study: Study,
  policy: Policy,
): Gated {
  const all = trustCodes(study);
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const otherRungs = new Set(computed.ladders.flatMap((ladder) => heldBackByLadder(ladder, byId)));
  const quotations = releaseQuotations(study);
  const approved = approvalDays(study);
  return {
    released: {
      results: computed.results
        .filter((result) => !otherRungs.has(result.id) && isShownSlice(result, partition, all))
        .map((result) => (result.kind === "estimate" ? atReleasedPrecision(result, policy, all) : result)),
      groups: partition.groups,
      relations: [],
      ...(approved === undefined ? {} : { quotations, quotationsApproved: approved }),
    },
    summary: {
      profile: policy.profile,
      source: policy.source,
      release: policy.release,
      rules: policy.rules,
      joined: partition.groups.filter((group) => group.length > 1).map((group) => nameTrusts(study, group)),
      heldBack: 0,
    },
    decisions: [],
  };
}
