import { trustCodes } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { ShownSlice } from "./shown-slices.js";
import { listWords } from "./wording.js";

/**
 * Why a cost of some Trusts is not shown. Consent is declared in the study and so may be told, unlike what protects
 * people: where it is recorded all the same, another Trust's cost could have been worked out.
 */
export function whyCostNotShown(trusts: readonly string[], study: PublicStudy): string {
  const consented = new Set(study.disclosure.trust_costs.map((consent) => consent.trust));
  if (trusts.every((trust) => consented.has(trust))) return "another cost could be worked out from it";
  const whole = trusts.length > 1 && trusts.length === trustCodes(study).length;
  return whole ? "consent not recorded for every Trust" : "consent not recorded";
}

/** What a chart of costs says about the groups of Trusts it leaves out; empty when it leaves out none. */
export function sayCostsLeftOut(groups: readonly ShownSlice[], study: PublicStudy): string {
  const reasons = [...new Set(groups.map((group) => whyCostNotShown(group.trusts, study)))];
  return reasons
    .map((reason) => {
      const names = groups.filter((group) => whyCostNotShown(group.trusts, study) === reason);
      return `Not shown, ${reason}: ${listWords(names.map((group) => group.name))}.`;
    })
    .join(" ");
}
