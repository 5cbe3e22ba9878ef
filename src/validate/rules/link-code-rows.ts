import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { variablesOf } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";

/** One respondent's row, with the code that ties waves together; null when left blank. */
export interface LinkRow {
  readonly survey: SurveyAnswers;
  readonly row: number;
  readonly code: string | null;
}

/** The variable that holds the link code at a wave; null when the wave has none. */
export function linkVariable(study: Study, wave: string): Variable | null {
  return variablesOf(study, "link").find((variable) => variable.waves.includes(wave)) ?? null;
}

/** Every respondent of one Trust at one wave, in file order. */
export function linkRows(
  study: Study,
  surveys: readonly SurveyAnswers[],
  trust: string,
  wave: string,
): readonly LinkRow[] {
  const variable = linkVariable(study, wave);
  return surveys
    .filter((survey) => survey.trust === trust && survey.wave === wave)
    .flatMap((survey) => {
      const answers = variable ? (survey.answers.get(variable.name) ?? []) : [];
      return survey.table.rows.map((_, row): LinkRow => {
        const answer = answers[row];
        return { survey, row, code: answer?.kind === "text" ? answer.value : null };
      });
    });
}

/** People behind rows: each code once, and each row without a code by itself. */
export function peopleIn(rows: readonly LinkRow[]): number {
  const codes = new Set<string>();
  let without = 0;
  for (const { code } of rows) {
    if (code === null) without += 1;
    else codes.add(code);
  }
  return codes.size + without;
}
