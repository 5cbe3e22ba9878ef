import { cellBehind } from "../../ingest/answers.js";
import { cellText } from "../../ingest/grid.js";
import type { Finding } from "../finding.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, showFound, sliceOf } from "../rule.js";
import { invalidAnswers } from "./invalid-answers.js";

/** Numbers written with words, as ranges, or out of their range: `3 weeks`, `2-3`, `15 days`. */
export const numberUnreadable: Rule = {
  id: "number-unreadable",
  severity: "error",
  protects: "all",
  looksAt: answersTo("number"),
  label: "a number that cannot be read, or is out of its range",
  check: ({ study, files }) =>
    invalidAnswers(study, files, ["number"]).map(({ survey, variable, row, expected }): Finding => {
      const cell = cellBehind(survey, variable, row);
      const shown = cell ? showFound(variable, cell.value) : {};
      return {
        rule: "number-unreadable",
        code: "number-unreadable",
        severity: "error",
        at: placeOf(survey.table, row, cell?.column ?? null),
        message: `${variable.name}: expected ${expected}, found ${shown.found ?? "something else"}`,
        expected,
        ...shown,
        fix: fixOf(cell ? cellText(cell.value) : ""),
        ...sliceOf(survey),
      };
    }),
};

/** How to mend it, by what was typed; nothing is converted, because only a person knows what was meant. */
function fixOf(text: string): string {
  if (/\d\s*(?:-|to|\u2013|\u2014)\s*\d/i.test(text)) {
    return "write one number: ask which was meant, or leave the cell empty; a range is not halved for you";
  }
  if (/^\s*[+-]?[\d.,]+\s*$/.test(text)) {
    return "correct the number if it is a slip; if it is right, correct minimum or maximum of this row in codebook.csv";
  }
  return "write the number alone, in the unit of the question; nothing is converted for you";
}
