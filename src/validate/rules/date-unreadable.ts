import { needsOrder } from "../../core/day.js";
import { cellText } from "../../ingest/grid.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { showFound } from "../rule.js";
import { tellInvalid } from "./invalid-answers.js";

/** Dates that cannot be read; those that only lack an order are left to the rule date-order. */
export const dateUnreadable: Rule = {
  id: "date-unreadable",
  severity: "error",
  protects: "all",
  looksAt: answersTo("date"),
  label: "a date that cannot be read",
  check: (context) =>
    tellInvalid("date-unreadable", ["date"], context, ({ survey, variable, expected, cell }) => {
      const undecided = survey.dateOrders.get(variable.name)?.kind === "undecided";
      if (cell && undecided && needsOrder(cellText(cell.value))) return null;
      const shown = cell ? showFound(variable, cell.value) : {};
      return {
        message: `${variable.name}: expected ${expected}, found ${shown.found ?? "something else"}`,
        expected,
        ...shown,
        fix: "write the date year-month-day; if the whole column is read the wrong way round, see date_order in study.yaml",
      };
    }),
};
