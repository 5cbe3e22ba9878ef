import { readDay } from "../../core/day.js";
import { cellBehind } from "../../ingest/answers.js";
import { variablesOf } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/**
 * Days of starting in post that lie outside the study's period. Where the study declares that only those who started
 * within it are eligible, the rule not-eligible tells them. The day itself is not shown: it may be a date of birth, and
 * even its year would be one's age; the cell is named, and there it stands.
 */
export const dateOutOfPeriod: Rule = {
  id: "date-out-of-period",
  severity: "warning",
  looksAt: answersTo("date"),
  label: "a start in post outside the study's period",
  check({ study, surveys }) {
    if (study.eligibility?.started_in_period) return [];
    const from = readDay(study.period.from, null) ?? Number.NEGATIVE_INFINITY;
    const to = readDay(study.period.to, null) ?? Number.POSITIVE_INFINITY;
    const starts = variablesOf(study, "start").filter((variable) => variable.type === "date");
    return surveys.flatMap((survey) =>
      starts.flatMap((variable) =>
        (survey.answers.get(variable.name) ?? []).flatMap((answer, row): readonly Finding[] => {
          if (answer.kind !== "day" || (answer.value >= from && answer.value <= to)) return [];
          const found = answer.value < from ? "a day before it" : "a day after it";
          return [
            {
              rule: "date-out-of-period",
              code: "date-out-of-period",
              severity: "warning",
              at: placeOf(survey.table, row, cellBehind(survey, variable, row)?.column ?? null),
              message: `${variable.name}: expected a day from ${study.period.from} to ${study.period.to}, found ${found}`,
              expected: `a day from ${study.period.from} to ${study.period.to}`,
              found,
              fix: "correct the date if it is a slip; someone who started outside the period may not belong to the cohort",
              ...sliceOf(survey),
            },
          ];
        }),
      ),
    );
  },
};
