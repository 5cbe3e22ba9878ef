import { trustSlug } from "../core/result.js";
import { consentOfOthers, noConsent } from "../disclosure/primary.js";
import type { Evaluation } from "../run/evaluate.js";
import { nameTrusts, trustCodes } from "../study/study.js";

/**
 * The Trusts whose own cost is held back although they agreed, and why: they are shown together with one that did not, or with
 * more consents there would be less to see. No line where there are none.
 */
export function printHiddenCosts({
  study,
  decisions,
  released,
}: Pick<Evaluation, "study" | "decisions" | "released">): readonly string[] {
  const consented = new Set(study.disclosure.trust_costs.map(({ trust }) => trust));
  const stem = `cost/per-img/${study.costing.headline}/with-supernumerary/`;
  const reasons = new Map(decisions.map(({ id, reason }) => [id, reason]));
  const reasonOf = (group: readonly string[]) => reasons.get(`${stem}${trustSlug(group, trustCodes(study))}`);
  const names = released.groups.flatMap((group) => {
    const reason = reasonOf(group);
    if (reason === consentOfOthers) return [nameTrusts(study, group)];
    const agreed = group.filter((trust) => consented.has(trust));
    if (reason !== noConsent || agreed.length === 0) return [];
    const others = group.filter((trust) => !consented.has(trust));
    return [
      `${nameTrusts(study, agreed)} (shown together with ${nameTrusts(study, others)}, without recorded consent)`,
    ];
  });
  if (names.length === 0) return [];
  return [
    [
      `Costs held back although consent is recorded: ${names.join("; ")}.`,
      ...(released.groups.some((group) => reasonOf(group) === consentOfOthers)
        ? ["So few did not agree that their costs could be worked out from all the others."]
        : []),
      "When every Trust agrees, none is held back for that.",
    ].join(" "),
  ];
}
