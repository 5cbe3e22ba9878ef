import { placeInYaml } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { quotations } from "../looked-at.js";
import { whyNotThere } from "../quotation/find-cell.js";
import { wrongAttribution, wrongWords } from "../quotation/wrong.js";
import type { Rule, RuleContext } from "../rule.js";

/**
 * Quotations of study.yaml that may not be printed: their words are not a respondent's own, or could tell who or where the
 * respondent is. Neither the words nor anything else of a cell is told.
 */
export const quotation: Rule = {
  id: "quotation",
  label: "a quotation that cannot be traced, or could tell a person or a Trust",
  severity: "error",
  protects: "all",
  looksAt: quotations,
  check: (context) => context.study.quotations.flatMap((_, index) => check(context, index)),
};

function check(context: RuleContext, index: number): readonly Finding[] {
  const { study } = context;
  const one = study.quotations[index]!;
  const words = wrongWords(study, one, study.quotations.slice(0, index));
  const untraceable = whyNotThere(context, one);
  // Words with an identifier stand nowhere any more: it was replaced by a mark when the file was read.
  const told = words.length > 0 && untraceable?.key === "words" ? null : untraceable;
  return [...words, ...(told ? [told] : []), ...wrongAttribution(study, one)].map(
    ({ key, message, expected, fix }) => ({
      rule: "quotation",
      code: "quotation",
      severity: "error",
      at: placeInYaml(study, ["quotations", index, key]),
      message: `quotations[${index}].${key}: ${message}`,
      expected,
      fix,
    }),
  );
}
