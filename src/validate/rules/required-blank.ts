import { cellBehind } from "../../ingest/answers.js";
import type { Finding } from "../finding.js";
import { answersWhere } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { isBlankThroughout } from "./blank-throughout.js";

/**
 * Answers that the codebook requires and a respondent left blank. "Prefer not to say", "don't know" and the like are
 * answers. Where nobody answered, the rule blank-throughout tells it once.
 */
export const requiredBlank: Rule = {
  id: "required-blank",
  label: "a required answer left blank",
  severity: "warning",
  looksAt: answersWhere((variable) => variable.required),
  check({ study, files }) {
    const required = study.variables.filter((variable) => variable.required);
    const findings: Finding[] = [];
    for (const survey of files) {
      for (const variable of required) {
        if (isBlankThroughout(survey, variable)) continue;
        (survey.answers.get(variable.name) ?? []).forEach((answer, row) => {
          if (answer.kind !== "missing" || answer.reason !== "blank") return;
          const follows = variable.role === "link" ? "; this answer cannot be tied to another wave" : "";
          findings.push({
            rule: "required-blank",
            code: "required-blank",
            severity: "warning",
            at: placeOf(survey.table, row, cellBehind(survey, variable, row)?.column ?? null),
            message: `${variable.name}: required, and left blank${follows}`,
            expected: "an answer",
            found: "nothing",
            fix: "fill in the cell if the answer is known; else leave it: it is counted as blank",
            ...sliceOf(survey),
          });
        });
      }
    }
    return findings;
  },
};
