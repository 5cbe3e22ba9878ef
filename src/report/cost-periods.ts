import { writeSpan } from "../charts/wording.js";
import { nameTrusts } from "../study/study.js";
import type { ReportInput } from "./report-input.js";

/**
 * The days that the cost returns cover, in words: one span when all cover the same, else each span with its Trusts, in
 * the study's order; empty without returns.
 */
export function sayCostPeriods({ study, costPeriods }: Pick<ReportInput, "study" | "costPeriods">): string {
  const spans = new Map<string, string[]>();
  for (const { code } of study.trusts) {
    for (const period of costPeriods.filter(({ trust }) => trust === code)) {
      const span = writeSpan(period);
      spans.set(span, [...(spans.get(span) ?? []), code]);
    }
  }
  if (spans.size === 1) return [...spans.keys()].join("");
  return [...spans].map(([span, trusts]) => `${span} (${nameTrusts(study, trusts)})`).join("; ");
}
