import type { PublicStudy } from "../study/public-study.js";

/** The pension rate that the headline is worked out with: the NHS as a whole always pays the full one. */
export function headlinePension({
  perspective,
  pension,
}: Pick<PublicStudy["costing"], "perspective" | "pension">): PublicStudy["costing"]["pension"] {
  return perspective === "nhs" ? "full" : pension;
}
