import { writeDay } from "../../core/day.js";
import { cellBehind } from "../../ingest/answers.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { startAt, timesOf } from "./answer-day.js";

/**
 * Days of one person that cannot follow each other: an answer sent before the day they say they started, or before the
 * form was opened. Without the time of sending nothing can be told.
 */
export const answeredBeforeStart: Rule = {
  id: "answered-before-start",
  label: "an answer sent before its person started",
  severity: "warning",
  looksAt: respondents,
  check({ study, surveys }) {
    const findings: Finding[] = [];
    for (const survey of surveys) {
      const sent = timesOf(survey, "@submitted");
      if (!sent) continue;
      const opened = timesOf(survey, "@started");
      sent.days.forEach((day, row) => {
        if (day === null) return;
        const start = startAt(study, survey, row);
        if (start && start.day > day) {
          findings.push({
            rule: "answered-before-start",
            code: "answered-before-start",
            severity: "warning",
            at: placeOf(survey.table, row, cellBehind(survey, start.variable, row)?.column ?? null),
            message: `${start.variable.name}: ${writeDay(start.day)} is after the answer was sent, ${writeDay(day)}`,
            expected: `a day up to ${writeDay(day)}`,
            found: writeDay(start.day),
            fix: "look for day and month the wrong way round, or a wrong year; if people were asked before they started, nothing to do",
            ...sliceOf(survey),
          });
        }
        const open = opened?.days[row] ?? null;
        if (opened && open !== null && open > day) {
          findings.push({
            rule: "answered-before-start",
            code: "sent-before-opened",
            severity: "warning",
            at: placeOf(survey.table, row, opened.column),
            message: `form opened on ${writeDay(open)}, after it was sent, ${writeDay(day)}`,
            expected: `a day up to ${writeDay(day)}`,
            found: writeDay(open),
            fix: "the export's two times contradict each other: export the file again",
            ...sliceOf(survey),
          });
        }
      });
    }
    return findings;
  },
};
