import { forEarlierRelease } from "../disclosure/primary.js";
import type { Released } from "../disclosure/released.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { ShownSlice } from "./shown-slices.js";
import { listWords } from "./wording.js";

/**
 * Why a cost of some Trusts is not shown. Consent is declared in the study and so may be told, unlike what protects
 * people: where it is recorded all the same, another Trust's cost could have been worked out. So may be told that an earlier
 * release is the cause, but of a Trust's own cost that was never agreed to.
 */
export function whyCostNotShown(
  trusts: readonly string[],
  study: PublicStudy,
  isForEarlier: boolean,
): string {
  const consented = new Set(study.disclosure.trust_costs.map((consent) => consent.trust));
  const agreed = trusts.every((trust) => consented.has(trust));
  const whole = trusts.length > 1 && trusts.length === trustCodes(study).length;
  if (isForEarlier && (agreed || whole)) return forEarlierRelease;
  if (agreed) return "another cost could be worked out from it";
  if (whole) return "consent not recorded for every Trust";
  const missing = trusts.filter((trust) => !consented.has(trust));
  return missing.length < trusts.length
    ? `consent not recorded for ${nameTrusts(study, missing)}`
    : "consent not recorded";
}

/** Whether costs of these Trusts are held back for the sake of an earlier release. */
export function areForEarlier(trusts: readonly string[], { results }: Released): boolean {
  return results.some(
    (one) =>
      one.kind === "suppressed" &&
      one.reason === forEarlierRelease &&
      one.subject.measure === "cost" &&
      one.subject.trusts.join() === trusts.join(),
  );
}

/** What a chart of costs says about the groups of Trusts it leaves out; empty when it leaves out none. */
export function sayCostsLeftOut(
  groups: readonly ShownSlice[],
  study: PublicStudy,
  released: Released,
): string {
  const whyNot = ({ trusts }: ShownSlice) => whyCostNotShown(trusts, study, areForEarlier(trusts, released));
  const reasons = [...new Set(groups.map(whyNot))];
  return reasons
    .map((reason) => {
      const names = groups.filter((group) => whyNot(group) === reason);
      return `Not shown, ${reason}: ${listWords(names.map((group) => group.name))}.`;
    })
    .join(" ");
}
