import { applicable } from "../costs/estimate/alternatives.js";
import type { TrustEstimate } from "../costs/estimate/estimate.js";
import { aboutPounds } from "./money.js";

/** Why IMGs' own pay counts as new money, how much it is, and the year without it; nothing where that does not arise. */
export function ownPayWords({ scenarios, inputs, totals }: TrustEstimate): readonly string[] {
  if (inputs.perspective !== "trust-cash" || !inputs.countSupernumerary) return [];
  const without = applicable(scenarios).find(({ id }) => id === "supernumerary-without");
  if (!without) return [];
  const rest = without.totalPence.central;
  return [
    `About ${aboutPounds(totals.central.totalPence - rest)} of it is IMGs' own pay. It counts as new money because those hours are paid without a place on the rota. Without it: about ${aboutPounds(rest)} a year.`,
  ];
}
