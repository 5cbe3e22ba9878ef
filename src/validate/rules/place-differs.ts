import { nameTrusts } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { listRows } from "../list-rows.js";
import { rowsOfFile } from "../looked-at.js";
import type { PlaceQuestion } from "../place-questions.js";
import { placeQuestions } from "../place-questions.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** People who name another Trust or wave than the one that study.yaml gives their whole file to. */
export const placeDiffers: Rule = {
  id: "place-differs",
  severity: "warning",
  looksAt: rowsOfFile,
  label: "people who name another Trust or wave than their file's",
  check: ({ study, files }) =>
    placeQuestions(study, files).flatMap((question) => {
      const { survey, what, answers } = question;
      const own = what === "Trust" ? survey.trust : survey.wave;
      if (own === null) return [];
      const named = answers.map((answer) => (answer.kind === "text" ? answer.value : own));
      const others = [...new Set(named)].filter((name) => name !== own);
      return others.map((other) =>
        differs(
          study,
          question,
          { own, other },
          survey.table.rows.filter((_, row) => named[row] === other),
        ),
      );
    }),
};

function differs(
  study: Study,
  { survey, variable, column, what }: PlaceQuestion,
  { own, other }: { readonly own: string; readonly other: string },
  rows: readonly number[],
): Finding {
  const name = (id: string) => (what === "Trust" ? nameTrusts(study, [id]) : `wave ${id}`);
  return {
    rule: "place-differs",
    code: "place-differs",
    severity: "warning",
    at: placeOf(survey.table, null, column),
    message: `${variable.name}: ${listRows(rows)} ${rows.length === 1 ? "names" : "name"} ${name(other)}, and study.yaml gives the file to ${name(own)}; counted there`,
    expected: name(own),
    found: name(other),
    fix: `ask where these people belong; if the file holds several ${what}s, write ${what.toLowerCase()}_question: ${variable.name} in place of ${what.toLowerCase()} in study.yaml`,
    count: rows.length,
    ...sliceOf(survey),
  };
}
