import type { Subject } from "../core/result.js";
import type { Registered } from "../disclosure/register.js";
import { nameTrusts } from "../study/study.js";
import type { Study } from "../study/study.js";
import { csvText } from "./csv-text.js";

/** What the register needs of a study to name waves, Trusts and subgroups. */
export type NamesOfStudy = Pick<Study, "trusts" | "waves" | "variables">;

/**
 * The register of what was decided about each computed result, as CSV: one a row, header first. Each is named as a person would,
 * with its wave and whose it is, after its id. Several results that one could have given away stand in one cell, with
 * semicolons between.
 */
export function disclosureCsv(register: readonly Registered[], study: NamesOfStudy): string {
  return csvText([
    ["result", "label", "wave", "whose", "decision", "rule", "reason", "beside"],
    ...register.map(({ id, label, subject, decision, rule, reason, beside }) => [
      id,
      label,
      waveInWords(subject, study),
      whoseInWords(subject, study),
      decision,
      rule,
      reason,
      beside.join("; "),
    ]),
  ]);
}

/** "Month 3", or "Arrival to Month 3" of a comparison; nothing of what belongs to no wave. */
function waveInWords({ wave, versus }: Subject, study: NamesOfStudy): string {
  const labelOf = (id: string) => study.waves.find((one) => one.id === id)?.label ?? id;
  return [versus, wave].flatMap((id) => (id === undefined ? [] : [labelOf(id)])).join(" to ");
}

/** "Trusts A and B", or "all Trusts, Grade: Foundation level"; nothing of a published figure. */
function whoseInWords({ trusts, group }: Subject, study: NamesOfStudy): string {
  const named = trusts.length === 0 ? "" : nameTrusts(study, trusts);
  if (group === undefined) return named;
  const variable = study.variables.find(({ name }) => name === group.variable);
  return `${named}, ${variable?.label ?? group.variable}: ${group.level}`;
}
