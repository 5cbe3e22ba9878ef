import type { SurveyFile } from "../../ingest/answers.js";
import { cellBehind } from "../../ingest/answers.js";
import { cellText } from "../../ingest/grid.js";
import { oneLine } from "../../ingest/lay-out.js";
import type { Answer } from "../../study/answer.js";
import { variablesOf } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import { counted } from "./counted.js";
import { pairRows } from "./pair-rows.js";

/**
 * What a survey file changes against an earlier one: respondents that are new, rows with another answer, rows that are
 * gone. A respondent is the same by the platform's response id, by the link code, or by giving the same answers; answers
 * are compared as read, so that another platform's export of the same ones changes nothing. No answer is told.
 */
export function surveyEffect(study: Study, earlier: SurveyFile, later: SurveyFile): string {
  // A number of one platform says nothing of a number of another.
  const sameIds = earlier.table.source.format === later.table.source.format;
  const { pairs, added, removed } = pairRows(rowsOf(study, earlier), rowsOf(study, later), [
    ({ id, code }) => (sameIds && id !== null ? JSON.stringify([id, code]) : null),
    ({ answers }) => answers,
    ({ code }) => code,
    ({ id }) => (sameIds ? id : null),
  ]);
  const changed = pairs.filter(([one, other]) => one.answers !== other.answers).length;
  if (added.length + changed + removed.length === 0) return "the same answers as before";
  return `+${counted(added.length, "respondent")}, ${counted(changed, "row")} changed, ${removed.length} removed`;
}

interface Respondent {
  /** The platform's own number of the response. */
  readonly id: string | null;
  readonly code: string | null;
  /** Every answer, the link code among them: equal when all are. */
  readonly answers: string;
}

function rowsOf(study: Study, survey: SurveyFile): readonly Respondent[] {
  const ids = survey.table.columns.find(({ name }) => name === "@id")?.values ?? [];
  const links = variablesOf(study, "link").map(({ name }) => survey.answers.get(name) ?? []);
  return survey.table.rows.map((_, row) => ({
    id: cellText(ids[row]).trim() || null,
    code: links.map((answers) => codeIn(answers[row])).find((code) => code !== null) ?? null,
    answers: JSON.stringify(study.variables.map((variable) => comparable(survey, variable, row))),
  }));
}

function codeIn(answer: Answer | undefined): string | null {
  return answer?.kind === "text" ? answer.value : null;
}

/** An answer by what it says: white space apart, and where it is none that the codebook allows, its cell. */
function comparable(survey: SurveyFile, variable: Study["variables"][number], row: number): unknown {
  const answer = survey.answers.get(variable.name)?.[row];
  if (answer?.kind === "text") return oneLine(answer.value);
  if (answer?.kind !== "invalid") return answer;
  return { kind: "invalid", cell: cellText(cellBehind(survey, variable, row)?.value) };
}
