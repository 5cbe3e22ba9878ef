import { cellBehind } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { whyNotEligible } from "../eligibility.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

type Ineligible = NonNullable<Study["eligibility"]>["ineligible"];

const follows: Readonly<Record<Ineligible, string>> = {
  report: "still counted",
  "leave-out": "left out, as declared, and counted",
  refuse: "the study refuses such answers",
};

/**
 * Respondents who do not belong to the evaluation by what study.yaml declares under eligibility. They are warned of and
 * counted, left out with a note, or an error, as the study says; a study that declares nothing has none.
 */
export const notEligible: Rule = {
  id: "not-eligible",
  label: "a respondent who does not belong to the evaluation",
  severity: "warning",
  protects: "errors",
  looksAt: respondents,
  check({ study, surveys }) {
    const { eligibility } = study;
    if (!eligibility) return [];
    const findings: Finding[] = [];
    const { ineligible } = eligibility;
    const withOthers = ineligible === "leave-out" && study.design === "pre-post-linked";
    const what = `${follows[ineligible]}${withOthers ? ", with the same person's answers at other waves" : ""}`;
    for (const survey of surveys) {
      survey.table.rows.forEach((_, row) => {
        const why = whyNotEligible(study, survey, row);
        if (why === null) return;
        findings.push({
          rule: "not-eligible",
          code: "not-eligible",
          severity: severities[ineligible],
          at: placeOf(survey.table, row, cellBehind(survey, why.variable, row)?.column ?? null),
          message: `not eligible: ${why.reason}; ${what}`,
          expected: why.expected,
          fix: "correct the cell if it is a slip; what is done with such answers is set by ineligible under eligibility in study.yaml",
          ...sliceOf(survey),
        });
      });
    }
    return findings;
  },
};

const severities = { report: "warning", "leave-out": "note", refuse: "error" } as const;
