import { needsOrder } from "../../core/day.js";
import { cellBehind } from "../../ingest/answers.js";
import { cellText } from "../../ingest/grid.js";
import type { Finding } from "../finding.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, showFound, sliceOf } from "../rule.js";
import { invalidAnswers } from "./invalid-answers.js";

/** Dates that cannot be read; those that only lack an order are left to the rule date-order. */
export const dateUnreadable: Rule = {
  id: "date-unreadable",
  severity: "error",
  protects: "all",
  looksAt: answersTo("date"),
  label: "a date that cannot be read",
  check: ({ study, files }) =>
    invalidAnswers(study, files, ["date"]).flatMap(
      ({ survey, variable, row, expected }): readonly Finding[] => {
        const cell = cellBehind(survey, variable, row);
        const undecided = survey.dateOrders.get(variable.name)?.kind === "undecided";
        if (cell && undecided && needsOrder(cellText(cell.value))) return [];
        const shown = cell ? showFound(variable, cell.value) : {};
        return [
          {
            rule: "date-unreadable",
            code: "date-unreadable",
            severity: "error",
            at: placeOf(survey.table, row, cell?.column ?? null),
            message: `${variable.name}: expected ${expected}, found ${shown.found ?? "something else"}`,
            expected,
            ...shown,
            fix: "write the date year-month-day; if the whole column is read the wrong way round, see date_order in study.yaml",
            ...sliceOf(survey),
          },
        ];
      },
    ),
};
