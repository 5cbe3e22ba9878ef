import type { SurveyFile } from "../../ingest/answers.js";
import { tellsPlace } from "../../study/place-names.js";
import type { Study } from "../../study/study.js";
import type { Variable, VariableType } from "../../study/variable.js";

/** One answer that its codebook row does not allow, with its table row. */
export interface InvalidAnswer {
  readonly survey: SurveyFile;
  readonly variable: Variable;
  readonly row: number;
  readonly expected: string;
}

/**
 * Every invalid answer to variables of these types, file by file, in codebook order; answers that tell a Trust or wave
 * have rules of their own.
 */
export function invalidAnswers(
  study: Study,
  files: readonly SurveyFile[],
  types: readonly VariableType[],
): readonly InvalidAnswer[] {
  const variables = study.variables.filter(
    (variable) => types.includes(variable.type) && !tellsPlace(variable),
  );
  const found: InvalidAnswer[] = [];
  for (const survey of files) {
    for (const variable of variables) {
      (survey.answers.get(variable.name) ?? []).forEach((answer, row) => {
        if (answer.kind === "invalid") found.push({ survey, variable, row, expected: answer.expected });
      });
    }
  }
  return found;
}
