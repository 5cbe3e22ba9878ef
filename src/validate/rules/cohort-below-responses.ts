import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { linkRows, peopleIn } from "./link-code-rows.js";

/** More people answered a wave than the cohort table says were invited: one of the two is wrong. */
export const cohortBelowResponses: Rule = {
  id: "cohort-below-responses",
  severity: "error",
  protects: "all",
  looksAt: respondents,
  label: "more respondents than were invited",
  check: ({ study, surveys, cohorts }) =>
    cohorts.flatMap((cohort) =>
      study.waves.flatMap((wave): readonly Finding[] => {
        const rows = linkRows(study, surveys, cohort.trust, wave.id);
        const people = peopleIn(rows);
        if (people <= cohort.invited) return [];
        return [
          {
            rule: "cohort-below-responses",
            code: "cohort-below-responses",
            severity: "error",
            at: { ...cohort.at, column: "invited" },
            message: `invited: expected at least the ${people} who answered at ${wave.id}, found ${cohort.invited}`,
            expected: `at least ${people}`,
            found: String(cohort.invited),
            fix: "correct the count of those invited, or look for people of another Trust or intake among the answers",
            trust: cohort.trust,
            wave: wave.id,
          },
        ];
      }),
    ),
};
