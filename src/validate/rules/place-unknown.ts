import { expectedPlaces } from "../../ingest/place-answer.js";
import { nearest } from "../../study/nearest.js";
import { trustNames, trustOf, waveNames } from "../../study/place-names.js";
import { nameTrusts } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { listRows } from "../list-rows.js";
import { rowsOfFile } from "../looked-at.js";
import type { PlaceQuestion, SameAnswer } from "../place-questions.js";
import { placeQuestions, sameAnswers, showTyped } from "../place-questions.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/**
 * Answers that should tell a person's Trust or wave and name none of the study's, one finding a distinct answer; and a
 * file without the question by which it is to be sorted. The nearest name is suggested, never assumed.
 */
export const placeUnknown: Rule = {
  id: "place-unknown",
  severity: "error",
  protects: "all",
  looksAt: rowsOfFile,
  label: "an answer that names no Trust or wave of the study",
  check: ({ study, files }) =>
    placeQuestions(study, files).flatMap((question): readonly Finding[] => {
      const { survey, column, answers } = question;
      if (column === null) return [withoutQuestion(question)];
      return sameAnswers(survey.table, column, (row) => answers[row]?.kind === "invalid").map((same) =>
        unknown(study, question, same),
      );
    }),
};

function unknown(study: Study, question: PlaceQuestion, { text, positions, rows }: SameAnswer): Finding {
  const { survey, variable, column, what } = question;
  const found = showTyped(study, text);
  return {
    rule: "place-unknown",
    code: "place-unknown",
    severity: "error",
    at: placeOf(survey.table, positions[0]!, column),
    message: `${variable.name}: ${found} names no ${what} of the study (${listRows(rows)})`,
    expected: expectedPlaces(study, variable),
    found,
    fix: `${meant(study, question, text)}; for people of no ${what} of this study, list the words under not_applicable of ${variable.name} in codebook.csv: they are left out and counted`,
    count: rows.length,
    ...sliceOf(survey),
  };
}

function meant(study: Study, { what }: PlaceQuestion, text: string): string {
  if (what === "wave") {
    const near = nearest(text, waveNames(study));
    return near === null
      ? "correct the cells, or the label of the wave in study.yaml"
      : `did you mean "${near}"? correct the cells, or the label of the wave in study.yaml`;
  }
  const near = nearest(text, trustNames(study));
  const code = near === null ? null : trustOf(study, near);
  return near === null || code === null
    ? "add the words to aliases of the Trust in study.yaml"
    : `did you mean "${near}"? if so, add the words to aliases of ${nameTrusts(study, [code])} in study.yaml`;
}

function withoutQuestion({ survey, variable, what }: PlaceQuestion): Finding {
  return {
    rule: "place-unknown",
    code: "place-question-absent",
    severity: "error",
    at: placeOf(survey.table, null, null),
    message: `${variable.name}: no column holds the question that is to tell each person's ${what}`,
    expected: `a column "${variable.question}"`,
    found: "none",
    fix: `add the form's heading to headings of ${variable.name} in codebook.csv, or name the ${what} of the whole file in study.yaml`,
    count: survey.table.rows.length,
    ...sliceOf(survey),
  };
}
