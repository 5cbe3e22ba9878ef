import type { CellValue, Column } from "../../core/table.js";
import type { SurveyFile } from "../../ingest/answers.js";
import { cellBehind } from "../../ingest/answers.js";
import type { Answer } from "../../study/answer.js";
import { tellsPlace } from "../../study/place-names.js";
import type { Study } from "../../study/study.js";
import type { Variable, VariableType } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import { placeOf, sliceOf } from "../rule.js";

/** An answer that its codebook row does not allow. */
export interface InvalidAnswer {
  readonly survey: SurveyFile;
  readonly variable: Variable;
  readonly expected: string;
  /** The cell that is wrong; null when no column holds the variable. */
  readonly cell: { readonly column: Column; readonly value: CellValue } | null;
}

/** What is said of an invalid answer, wherever it stands. */
export type Said = Pick<Finding, "message" | "expected" | "found" | "fix">;

/**
 * A finding for every invalid answer to variables of these types, file by file, in codebook order; answers that tell a
 * Trust or wave have rules of their own. Rows whose cells are equal share one answer, and what is said of it is made once.
 *
 * @param say null when nothing is to be said of the answer here
 */
export function tellInvalid(
  rule: string,
  types: readonly VariableType[],
  { study, files }: { readonly study: Study; readonly files: readonly SurveyFile[] },
  say: (invalid: InvalidAnswer) => Said | null,
): readonly Finding[] {
  const variables = study.variables.filter(
    (variable) => types.includes(variable.type) && !tellsPlace(variable),
  );
  const findings: Finding[] = [];
  for (const survey of files) {
    for (const variable of variables) {
      const known = new Map<Answer, { readonly column: Column | null; readonly finding: Finding | null }>();
      (survey.answers.get(variable.name) ?? []).forEach((answer, row) => {
        if (answer.kind !== "invalid") return;
        let told = known.get(answer);
        if (!told) {
          const cell = cellBehind(survey, variable, row);
          const column = cell?.column ?? null;
          const said = say({ survey, variable, expected: answer.expected, cell });
          const at = placeOf(survey.table, row, column);
          told = {
            column,
            finding: said && { rule, code: rule, severity: "error", at, ...said, ...sliceOf(survey) },
          };
          known.set(answer, told);
        }
        if (told.finding) findings.push({ ...told.finding, at: placeOf(survey.table, row, told.column) });
      });
    }
  }
  return findings;
}
