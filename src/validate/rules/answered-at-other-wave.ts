import type { SurveyFile } from "../../ingest/answers.js";
import type { Finding } from "../finding.js";
import { listRows } from "../list-rows.js";
import { answersTo } from "../looked-at.js";
import { variableTypes } from "../../study/variable.js";
import type { Variable } from "../../study/variable.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Answers in an export of several waves, in rows of a wave at which the codebook does not ask the question. */
export const answeredAtOtherWave: Rule = {
  id: "answered-at-other-wave",
  severity: "warning",
  looksAt: answersTo(...variableTypes),
  label: "answers to a question that their wave does not ask",
  check: ({ study, files }) =>
    files
      .filter(({ wave }) => wave === null)
      .flatMap((survey) =>
        study.waves.flatMap(({ id }) =>
          study.variables
            .filter(({ waves }) => !waves.includes(id))
            .flatMap((variable) => answered(survey, variable, id)),
        ),
      ),
};

function answered(survey: SurveyFile, variable: Variable, wave: string): readonly Finding[] {
  const { table, declared, answers, matching } = survey;
  const waves = answers.get(declared.wave_question ?? "") ?? [];
  const given = answers.get(variable.name) ?? [];
  const rows = table.rows.filter((_, row) => {
    const at = waves[row];
    const answer = given[row];
    return at?.kind === "text" && at.value === wave && answer !== undefined && answer.kind !== "missing";
  });
  if (rows.length === 0) return [];
  const columns = matching.matched.get(variable.name);
  return [
    {
      rule: "answered-at-other-wave",
      code: "answered-at-other-wave",
      severity: "warning",
      at: placeOf(table, null, columns?.kind === "one" ? columns.column : null),
      message: `${variable.name}: ${rows.length === 1 ? "an answer" : `${rows.length} answers`} at wave ${wave}, at which the codebook does not ask it (${listRows(rows)}); not read`,
      expected: `no answers at wave ${wave}`,
      found: `${rows.length} answered`,
      fix: `add ${wave} to waves of ${variable.name} in codebook.csv, if it was asked there`,
      count: rows.length,
      ...sliceOf({ ...survey, wave }),
    },
  ];
}
