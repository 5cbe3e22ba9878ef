import type { Cohort } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { linkRows, peopleIn } from "./link-code-rows.js";

/**
 * More people who answered a wave than the Trust inducted, though no more than it invited: some of them have no
 * induction to tell of. A note, because people are invited before anyone knows who will be inducted; an error after the
 * first wave where nobody was inducted at all. More than were invited is an error of the rule cohort-below-responses.
 */
export const responsesAboveInducted: Rule = {
  id: "responses-above-inducted",
  label: "more respondents than were inducted",
  severity: "error",
  protects: "errors",
  looksAt: respondents,
  check: ({ study, surveys, cohorts }) =>
    cohorts.flatMap((cohort) =>
      study.waves.flatMap((wave, index): readonly Finding[] => {
        const people = peopleIn(linkRows(study, surveys, cohort.trust, wave.id));
        if (people <= cohort.inducted || people > cohort.invited) return [];
        if (cohort.inducted === 0 && (index > 0 || study.waves.length === 1))
          return [nobodyInducted(cohort, wave.id, people)];
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

/** Answers after the induction from a Trust that inducted nobody: one of the two is wrong. */
function nobodyInducted(cohort: Cohort, wave: string, people: number): Finding {
  return {
    rule: "responses-above-inducted",
    code: "responses-above-inducted",
    severity: "error",
    at: { ...cohort.at, column: "inducted" },
    message: `inducted: 0, but ${people} answered at ${wave}, after the induction`,
    expected: "1 or more",
    found: "0",
    fix: "correct inducted, or the Trust of these answers",
    count: people,
    trust: cohort.trust,
    wave,
  };
}
