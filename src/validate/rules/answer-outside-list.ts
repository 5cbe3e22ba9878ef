import type { Variable } from "../../study/variable.js";
import { answersTo } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { showFound } from "../rule.js";
import { tellInvalid } from "./invalid-answers.js";

/** Answers to single and tick-all questions that are none of the codebook's categories, labels or missing words. */
export const answerOutsideList: Rule = {
  id: "answer-outside-list",
  severity: "error",
  protects: "all",
  looksAt: answersTo("single", "multiple"),
  label: "an answer that is not in the codebook's list",
  check: (context) =>
    tellInvalid("answer-outside-list", ["single", "multiple"], context, ({ variable, expected, cell }) => {
      const shown = cell ? showFound(variable, cell.value) : {};
      return {
        message: `${variable.name}: expected an answer of the codebook's list, found ${shown.found ?? "another"}`,
        expected,
        ...shown,
        fix: `if the answer is a fair one, add it to labels (or to a column of missing words) of ${variable.name} in codebook.csv${hintOf(variable)}; if it is a slip, correct the cell`,
      };
    }),
};

/** Words typed under an "Other" that the codebook has are the likeliest answers outside its list. */
function hintOf({ categories }: Variable): string {
  const other = categories.find(({ label, open }) => !open && /^(?:an)?other\b|^something else/i.test(label));
  return other
    ? `; if the words were typed under ${other.label}, write ${other.label}* in labels and they count as that answer`
    : "";
}
