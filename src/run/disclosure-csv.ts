import type { Registered } from "../disclosure/register.js";
import { csvText } from "./csv-text.js";

/**
 * The register of what was decided about each computed result, as CSV: one a row, header first. Several results that one could
 * have given away stand in one cell, with semicolons between.
 */
export function disclosureCsv(register: readonly Registered[]): string {
  return csvText([
    ["result", "decision", "rule", "reason", "beside"],
    ...register.map(({ id, decision, rule, reason, beside }) => [
      id,
      decision,
      rule,
      reason,
      beside.join("; "),
    ]),
  ]);
}
