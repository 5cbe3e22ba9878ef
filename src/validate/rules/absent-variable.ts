import type { SurveyAnswers } from "../../ingest/answers.js";
import { isBlank } from "../../ingest/grid.js";
import type { Study } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Variables that a wave asks and a file does not hold; those a source declares as not asked are notes. */
export const absentVariable: Rule = {
  id: "absent-variable",
  label: "a variable that a file does not hold",
  check: ({ study, surveys }) =>
    surveys.flatMap((survey) => [
      ...survey.matching.absent.map((variable) => absent(survey, variable)),
      ...askedAfterAll(study, survey),
    ]),
};

function absent(survey: SurveyAnswers, variable: Variable): Finding {
  const { table, declared } = survey;
  const expected = declared.not_asked.includes(variable.name);
  return {
    rule: "absent-variable",
    code: expected ? "not-asked" : "absent-variable",
    severity: expected ? "note" : variable.required ? "error" : "warning",
    at: placeOf(table, null, null),
    message: expected
      ? `${variable.name}: not asked on this form, as declared`
      : `${variable.name}: no column holds this ${variable.required ? "required " : ""}variable`,
    expected: `a column "${variable.question}"`,
    found: "none",
    fix: expected
      ? "nothing to do"
      : "if the form did not ask it, list it under not_asked of this source; else add the form's heading to codebook.csv",
    ...sliceOf(survey),
  };
}

function askedAfterAll(study: Study, survey: SurveyAnswers): readonly Finding[] {
  return survey.declared.not_asked.flatMap((name): readonly Finding[] => {
    const columns = survey.matching.matched.get(name);
    const variable = study.variables.find((each) => each.name === name);
    if (!columns || !variable) return [];
    const column = columns.kind === "one" ? columns.column : columns.parts[0]?.column;
    const filled = column?.values.filter((value) => !isBlank(value)).length ?? 0;
    if (filled === 0) return [];
    return [
      {
        rule: "absent-variable",
        code: "asked-after-all",
        severity: "warning",
        at: placeOf(survey.table, null, column ?? null),
        message: `${name}: declared as not asked, but ${filled} rows hold an answer; not read`,
        expected: "no answers",
        found: `${filled} answers`,
        fix: "take it out of not_asked of this source in study.yaml, or remove the column",
        ...sliceOf(survey),
      },
    ];
  });
}
