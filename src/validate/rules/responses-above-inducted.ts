import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { linkRows, peopleIn } from "./link-code-rows.js";

/**
 * More people who answered a wave than the Trust inducted, though no more than it invited: some of them have no
 * induction to tell of. A note, because people are invited before anyone knows who will be inducted; more than were
 * invited is an error of the rule cohort-below-responses.
 */
export const responsesAboveInducted: Rule = {
  id: "responses-above-inducted",
  label: "more respondents than were inducted",
  severity: "note",
  looksAt: respondents,
  check: ({ study, surveys, cohorts }) =>
    cohorts.flatMap((cohort) =>
      study.waves.flatMap((wave): readonly Finding[] => {
        const people = peopleIn(linkRows(study, surveys, cohort.trust, wave.id));
        if (people <= cohort.inducted || people > cohort.invited) return [];
        return [
          {
            rule: "responses-above-inducted",
            code: "responses-above-inducted",
            severity: "note",
            at: { ...cohort.at, column: "inducted" },
            message: `inducted: ${cohort.inducted}, but ${people} answered at ${wave.id}; some of them were not inducted`,
            expected: `at most ${cohort.inducted} who answered`,
            found: String(people),
            fix: "nothing to do if some answered who were not inducted; else correct inducted",
            count: people - cohort.inducted,
            trust: cohort.trust,
            wave: wave.id,
          },
        ];
      }),
    ),
};
