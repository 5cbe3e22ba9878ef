import { readDay, writeDay } from "../../core/day.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { timesOf } from "./answer-day.js";

/** Answers sent on a day on which their wave was not open, as study.yaml declares it. */
export const submittedOutsideWave: Rule = {
  id: "submitted-outside-wave",
  label: "an answer sent outside the days of its wave",
  severity: "warning",
  looksAt: respondents,
  check({ study, surveys }) {
    const findings: Finding[] = [];
    for (const survey of surveys) {
      const wave = study.waves.find((each) => each.id === survey.wave);
      const sent = timesOf(survey, "@submitted");
      const from = wave ? readDay(wave.from, null) : null;
      const to = wave ? readDay(wave.to, null) : null;
      if (!wave || !sent || from === null || to === null) continue;
      sent.days.forEach((day, row) => {
        if (day === null || (day >= from && day <= to)) return;
        findings.push({
          rule: "submitted-outside-wave",
          code: "submitted-outside-wave",
          severity: "warning",
          at: placeOf(survey.table, row, sent.column),
          message: `sent on ${writeDay(day)}: expected a day of wave ${wave.id}, ${wave.from} to ${wave.to}`,
          expected: `a day from ${wave.from} to ${wave.to}`,
          found: writeDay(day),
          fix: "if the survey was open then, correct the days of the wave in study.yaml; if not, look for a test, another wave's answer or a wrong date order",
          ...sliceOf(survey),
        });
      });
    }
    return findings;
  },
};
