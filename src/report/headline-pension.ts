import type { Study } from "../study/study.js";

/** The pension rate that the headline is worked out with: the NHS as a whole always pays the full one. */
export function headlinePension({
  perspective,
  pension,
}: Pick<Study["costing"], "perspective" | "pension">): Study["costing"]["pension"] {
  return perspective === "nhs" ? "full" : pension;
}
