import { readDay } from "../../core/day.js";
import type { Column } from "../../core/table.js";
import type { SurveyFile } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { variablesOf } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";

/** A platform's own column of times: `@started` or `@submitted`, under the heading that the file shows. */
export interface Times {
  readonly column: Column;
  /** By row: days since 1970-01-01; null where the export has none. */
  readonly days: readonly (number | null)[];
}

/** When forms were opened or sent, by row; null when the export does not tell. */
export function timesOf({ table }: SurveyFile, name: "@started" | "@submitted"): Times | null {
  const column = table.columns.find((each) => each.name === name);
  if (!column) return null;
  const days = column.values.map((value) => (typeof value === "string" ? readDay(value, "ymd") : null));
  return days.every((day) => day === null)
    ? null
    : { column: { ...column, name: column.aliases[0] ?? column.name }, days };
}

/** The day a respondent started in post, and the variable that holds it; null when not answered. */
export function startAt(
  study: Study,
  survey: SurveyFile,
  row: number,
): { readonly variable: Variable; readonly day: number } | null {
  for (const variable of variablesOf(study, "start")) {
    const answer = survey.answers.get(variable.name)?.[row];
    if (answer?.kind === "day") return { variable, day: answer.value };
  }
  return null;
}
