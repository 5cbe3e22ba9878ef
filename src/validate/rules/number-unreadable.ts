import { cellText } from "../../ingest/grid.js";
import type { Variable } from "../../study/variable.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { showFound } from "../rule.js";
import { tellInvalid } from "./invalid-answers.js";

/** Numbers written with words, as ranges, or out of their range: `3 weeks`, `2-3`, `15 days`. */
export const numberUnreadable: Rule = {
  id: "number-unreadable",
  severity: "error",
  protects: "all",
  looksAt: answersTo("number"),
  label: "a number that cannot be read, or is out of its range",
  check: (context) =>
    tellInvalid("number-unreadable", ["number"], context, ({ variable, expected, cell }) => {
      const shown = cell ? showFound(variable, cell.value) : {};
      const text = cell ? cellText(cell.value) : "";
      return {
        message: `${variable.name}: expected ${expected}, found ${shown.found ?? "something else"}${limitPassed(variable, text)}`,
        expected,
        ...shown,
        fix: fixOf(text),
      };
    }),
};

/** Which limit of the codebook a number is past; empty for what is no number. */
function limitPassed({ minimum, maximum }: Variable, text: string): string {
  const value = isNumber(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
  if (minimum !== null && value < minimum) return `: less than the minimum, ${minimum}`;
  return maximum !== null && value > maximum ? `: more than the maximum, ${maximum}` : "";
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?[\d.,]+\s*$/.test(text);
}

/** How to mend it, by what was typed; nothing is converted, because only a person knows what was meant. */
function fixOf(text: string): string {
  if (/\d\s*(?:-|to|\u2013|\u2014)\s*\d/i.test(text)) {
    return "write one number: ask which was meant, or leave the cell empty; a range is not halved for you";
  }
  if (/^\s*[+-]?\d+,\d{1,2}\s*$/.test(text)) {
    return "write a decimal with a point, as in 1.5; a comma is not read as one, because it may stand between two numbers";
  }
  if (isNumber(text)) {
    return "correct the number if it is a slip; if it is right, correct minimum or maximum of this row in codebook.csv";
  }
  return "write the number alone, in the unit of the question; nothing is converted for you";
}
