import { trustSlug } from "../core/result.js";
import { consentOfOthers } from "../disclosure/primary.js";
import type { Evaluation } from "../run/evaluate.js";
import { nameTrusts, trustCodes } from "../study/study.js";

/**
 * The Trusts whose own cost is held back although they agreed, and why: with more consents there may be less to see. No line
 * where there are none.
 */
export function printHiddenCosts({
  study,
  decisions,
  released,
}: Pick<Evaluation, "study" | "decisions" | "released">): readonly string[] {
  const held = new Set(decisions.flatMap(({ id, reason }) => (reason === consentOfOthers ? [id] : [])));
  const stem = `cost/per-img/${study.costing.headline}/with-supernumerary/`;
  const names = released.groups
    .filter((group) => held.has(`${stem}${trustSlug(group, trustCodes(study))}`))
    .map((group) => nameTrusts(study, group));
  if (names.length === 0) return [];
  return [
    `Costs held back although consent is recorded: ${names.join("; ")}. So few did not agree that their costs could be worked out from all the others. When every Trust agrees, none is held back for that.`,
  ];
}
