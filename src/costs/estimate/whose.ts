import type { PlanningAssumptions } from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";

/** Whose the quantities are, told apart from a Trust's own figures where it gives some. */
export function whoseQuantities(
  { overrides }: Pick<EstimateInputs, "overrides">,
  { whose }: Pick<PlanningAssumptions, "whose">,
): string {
  if (Object.keys(overrides).length === 0) return whose;
  return `own figures are the Trust's; all other ${whose}`;
}
