import type { SurveyFile } from "../../ingest/answers.js";
import { cellText, isBlank } from "../../ingest/grid.js";
import { itemsOf } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { scales } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Scales declared as reversed on a form whose answers are words: only numbers are turned, so nothing was. */
export const reversedWithoutEffect: Rule = {
  id: "reversed-without-effect",
  severity: "warning",
  looksAt: scales,
  label: "a scale declared as reversed whose answers are words",
  check: ({ study, files }) =>
    files.flatMap((survey) =>
      survey.declared.reversed
        .filter((scale) => !holdsNumbers(study, survey, scale))
        .map((scale): Finding => ({
          rule: "reversed-without-effect",
          code: "reversed-without-effect",
          severity: "warning",
          at: placeOf(survey.table, null, null),
          message: `${scale}: declared as reversed, but this file holds words for answers; nothing was turned`,
          expected: "numbers for answers",
          found: "words",
          fix: "take it out of reversed of this source, if the words mean what they say",
          ...sliceOf(survey),
        })),
    ),
};

function holdsNumbers(study: Study, survey: SurveyFile, scale: string): boolean {
  return itemsOf(study, scale).some((item) => {
    const columns = survey.matching.matched.get(item.name);
    if (columns?.kind !== "one") return false;
    return columns.column.values.some(
      (value) => !isBlank(value) && /^\s*-?\d+(?:\.0+)?\s*$/.test(cellText(value)),
    );
  });
}
