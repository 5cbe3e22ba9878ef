import { writeDay } from "../../core/day.js";
import { nameTrusts } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { timesOf } from "./answer-day.js";

/**
 * Answers sent before the first doctor of their Trust started, by the HR extract: a test, or somebody who does not
 * belong to the cohort. The extract is used as the first day of a Trust only, and never set beside a person's answers.
 */
export const answeredBeforeIntake: Rule = {
  id: "answered-before-intake",
  label: "an answer sent before the first doctor of its Trust started",
  severity: "warning",
  looksAt: respondents,
  check({ study, surveys, hr }) {
    const first = new Map<string, number>();
    for (const { trust, start } of hr) first.set(trust, Math.min(start, first.get(trust) ?? start));
    const findings: Finding[] = [];
    for (const survey of surveys) {
      const day = first.get(survey.trust);
      const sent = timesOf(survey, "@submitted");
      if (day === undefined || !sent) continue;
      sent.days.forEach((answered, row) => {
        if (answered === null || answered >= day) return;
        findings.push({
          rule: "answered-before-intake",
          code: "answered-before-intake",
          severity: "warning",
          at: placeOf(survey.table, row, sent.column),
          message: `sent on ${writeDay(answered)}, before the first doctor of ${nameTrusts(study, [survey.trust])} started (${writeDay(day)} by the HR extract)`,
          expected: `a day from ${writeDay(day)} on`,
          found: writeDay(answered),
          fix: "if it was a test, take the row out; if people were asked before they started, nothing to do; else look at the dates of the HR extract",
          ...sliceOf(survey),
        });
      });
    }
    return findings;
  },
};
