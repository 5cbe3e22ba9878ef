import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { codeColumn } from "./duplicate-respondent.js";
import { linkRows } from "./link-code-rows.js";

/** Respondents without a link code, counted by file: they count at their wave, and cannot be tied to another. */
export const linkMissing: Rule = {
  id: "link-missing",
  severity: "note",
  looksAt: respondents,
  label: "respondents without a link code",
  check({ study, surveys }) {
    if (study.design !== "pre-post-linked") return [];
    return surveys.flatMap((survey): readonly Finding[] => {
      const rows = linkRows(study, [survey], survey.trust, survey.wave);
      const blank = rows.filter((row) => row.code === null);
      const column = rows[0] ? codeColumn(study, rows[0]) : null;
      if (blank.length === 0 || column === null) return [];
      return [
        {
          rule: "link-missing",
          code: "link-missing",
          severity: "note",
          at: placeOf(survey.table, null, column),
          message: `link code: ${blank.length} of ${rows.length} left blank; they cannot be tied to another wave`,
          expected: "a code from each respondent",
          found: `${blank.length} blank`,
          fix: "nothing to do; the report counts them as unlinked",
          count: blank.length,
          ...sliceOf(survey),
        },
      ];
    });
  },
};
