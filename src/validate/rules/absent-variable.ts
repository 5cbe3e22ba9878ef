import type { SurveyFile } from "../../ingest/answers.js";
import { isBlank } from "../../ingest/grid.js";
import { tellsPlace } from "../../study/place-names.js";
import { itemsOf } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import { variablesAsked } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Variables that a wave asks and a file does not hold; those a source declares as not asked are notes. */
export const absentVariable: Rule = {
  id: "absent-variable",
  severity: "error",
  looksAt: variablesAsked,
  label: "a variable that a file does not hold",
  check: ({ study, files }) =>
    files.flatMap((survey) => [
      ...survey.matching.absent
        .filter((variable) => !tellsPlace(variable))
        .map((variable) => absent(study, survey, variable)),
      ...askedAfterAll(study, survey),
    ]),
};

function absent(study: Study, survey: SurveyFile, variable: Variable): Finding {
  const { table, declared } = survey;
  const follows = whatFollows(study, survey, variable);
  const expected = declared.not_asked.includes(variable.name);
  return {
    rule: "absent-variable",
    code: expected ? "not-asked" : "absent-variable",
    severity: expected ? "note" : variable.required ? "error" : "warning",
    at: placeOf(table, null, null),
    message: expected
      ? `${variable.name}: not asked on this form, as declared${follows}`
      : `${variable.name}: no column holds this ${variable.required ? "required " : ""}variable${follows}`,
    expected: `a column "${variable.question}"`,
    found: "none",
    fix: expected
      ? "nothing to do"
      : "if the form did not ask it, list it under not_asked of this source; else add the form's heading to codebook.csv",
    ...(expected ? { harmless: true as const } : {}),
    ...sliceOf(survey),
  };
}

/** An item left out is not made up for: the scores of the form rest on the others. */
function whatFollows(study: Study, { declared, wave, matching }: SurveyFile, variable: Variable): string {
  if (variable.role !== "item" || variable.scale === null) return "";
  const items = itemsOf(study, variable.scale).filter((item) => wave === null || item.waves.includes(wave));
  const held = items.filter(
    (item) => matching.matched.has(item.name) && !declared.not_asked.includes(item.name),
  );
  return held.length === 0
    ? `; this form has no item of scale ${variable.scale}, and no score`
    : `; scores of ${variable.scale} on this form rest on ${held.length} of ${items.length} items`;
}

function askedAfterAll(study: Study, survey: SurveyFile): readonly Finding[] {
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
