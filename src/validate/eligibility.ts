import { readDay } from "../core/day.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { Study } from "../study/study.js";
import { variablesOf } from "../study/study.js";
import type { Variable } from "../study/variable.js";

/** Why a respondent does not belong to the evaluation, and the variable that says so. */
export interface NotEligible {
  readonly variable: Variable;
  readonly reason: string;
  /** What an eligible person answers. */
  readonly expected: string;
}

/**
 * Why a respondent is not eligible by what study.yaml declares: an answer other than those named, or a start outside the
 * study's period. Null for those who are, and for those whose answer is missing: nobody is left out for what is not known.
 */
export function whyNotEligible(study: Study, { answers }: SurveyAnswers, row: number): NotEligible | null {
  const { eligibility, period } = study;
  if (!eligibility) return null;
  for (const { variable: name, codes } of eligibility.answers) {
    const variable = study.variables.find((each) => each.name === name);
    const answer = answers.get(name)?.[row];
    if (!variable || answer?.kind !== "number" || codes.includes(answer.value)) continue;
    const labels = variable.categories.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
    return { variable, reason: `${variable.label}: another answer`, expected: labels.join(" or ") };
  }
  if (!eligibility.started_in_period) return null;
  const from = readDay(period.from, null) ?? Number.NEGATIVE_INFINITY;
  const to = readDay(period.to, null) ?? Number.POSITIVE_INFINITY;
  for (const variable of variablesOf(study, "start")) {
    const start = answers.get(variable.name)?.[row];
    if (start?.kind !== "day") continue;
    if (start.value >= from && start.value <= to) return null;
    const expected = `a day from ${period.from} to ${period.to}`;
    return { variable, reason: "started outside the period", expected };
  }
  return null;
}
