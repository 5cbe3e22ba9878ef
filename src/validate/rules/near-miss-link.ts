import { codeDifferences } from "../../study/link-code.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import { nearLinks } from "../near-links.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { codeColumn } from "./duplicate-respondent.js";

/**
 * Link codes of two waves in one Trust, each without a partner, that a slip of the pen may have kept apart. Listed for a
 * person to confirm; never joined, and the codes are not shown.
 */
export const nearMissLink: Rule = {
  id: "near-miss-link",
  severity: "warning",
  looksAt: respondents,
  label: "link codes that differ by one character",
  check: ({ study, surveys }) =>
    nearLinks(study, surveys).map(({ earlier, later, difference }): Finding => ({
      rule: "near-miss-link",
      code: "near-miss-link",
      severity: "warning",
      at: placeOf(later.survey.table, later.row, codeColumn(study, later)),
      message: `link code: ${codeDifferences[difference]}, beside the one in ${earlier.survey.table.source.file} row ${earlier.survey.table.rows[earlier.row]}; neither has a partner, and they are not joined`,
      expected: "the same code at both waves",
      fix: "if you know that these are one person, write the two rows under links_confirmed in study.yaml; internal/links-to-confirm.csv has the line to copy",
      ...sliceOf(later.survey),
    })),
};
