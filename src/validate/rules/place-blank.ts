import type { Finding } from "../finding.js";
import { listRows } from "../list-rows.js";
import { rowsOfFile } from "../looked-at.js";
import { placeQuestions } from "../place-questions.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/**
 * People in a central survey who did not say their Trust or wave. They are left out and counted, not refused: nobody can
 * ask an anonymous person again, and one empty cell is no reason to keep back everybody else's answers. A study that
 * thinks otherwise says so under `checks`, by count or share.
 */
export const placeBlank: Rule = {
  id: "place-blank",
  severity: "warning",
  looksAt: rowsOfFile,
  label: "people in a central survey who did not say their Trust or wave",
  check: ({ study, files }) =>
    placeQuestions(study, files).flatMap(({ survey, variable, what, sorts, column, answers }) => {
      const { table } = survey;
      const blank = table.rows.filter((_, row) => answers[row]?.kind === "missing");
      if (!sorts || column === null || blank.length === 0) return [];
      const people = blank.length === 1 ? "1 person" : `${blank.length} people`;
      const finding: Finding = {
        rule: "place-blank",
        code: "place-blank",
        severity: "warning",
        at: placeOf(table, null, column),
        message: `${variable.name}: ${people} of ${table.rows.length} named no ${what} (${listRows(blank)}); left out, and counted in the report`,
        expected: `a ${what} in each row`,
        found: `${blank.length} without one`,
        fix: `if you know the ${what}, write it in the cell; else nothing to do`,
        count: blank.length,
        ...sliceOf(survey),
      };
      return [finding];
    }),
};
