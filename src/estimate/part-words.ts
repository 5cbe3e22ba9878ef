import { programmeComponent } from "../costs/estimate/assumptions.js";
import type { EstimateReport } from "./estimate-report.js";

/** Which part of an induction an estimate counts, where it is not the whole; null when it is. */
export function partWords({ estimate: { inputs }, data }: EstimateReport): string | null {
  const all = data.components.length;
  const counted = data.components.filter(({ id }) => inputs.components.includes(id)).length;
  const programme = inputs.components.includes(programmeComponent);
  if (counted === all)
    return programme ? null : `all ${all} parts of the induction, without running the programme`;
  return `${counted} of ${all} parts of the induction${programme ? ", with running the programme" : ""}`;
}
