import { nameTrusts } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf } from "../rule.js";
import type { LinkRow } from "./link-code-rows.js";
import { linkRows, peopleIn } from "./link-code-rows.js";

/** Self-made codes lose people in every study; below half linked, those who are may not be like those who are not. */
const fewestLinked = 0.5;
/** With fewer people at the later wave a low share is no sign of anything. */
const fewest = 10;

/**
 * People of a later wave whose link code stands at the earlier wave of their Trust, counted for each Trust
 * and each comparison the study declares. A note as long as at least half are linked, a warning below that.
 *
 * Source: Schnell, Bachteler and Reiher 2010, Evaluation Review 34:391-418 (self-made codes and what they lose).
 */
export const fewLinked: Rule = {
  id: "few-linked",
  label: "people of a later wave who cannot be linked to the earlier one",
  severity: "warning",
  looksAt: respondents,
  check({ study, surveys }) {
    if (study.design !== "pre-post-linked") return [];
    const pairs = new Map(study.comparisons.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
    return study.trusts.flatMap(({ code: trust }) =>
      [...pairs.values()].flatMap(({ from, to }): readonly Finding[] => {
        const before = linkRows(study, surveys, trust, from);
        const after = linkRows(study, surveys, trust, to);
        if (before.length === 0 || after.length === 0) return [];
        const known = codesOf(before);
        const people = codesOf(after);
        const linked = [...people].filter((code) => known.has(code)).length;
        const of = peopleIn(after);
        if (linked === of) return [];
        const few = of >= fewest && linked < of * fewestLinked;
        const share = `${linked} of ${of}`;
        return [
          {
            rule: "few-linked",
            code: "few-linked",
            severity: few ? "warning" : "note",
            at: placeOf(after[0]!.survey.table, null, null),
            message: `link code: ${share} who answered at ${to} can be linked to ${from}, ${nameTrusts(study, [trust])}; change is worked out from these alone`,
            expected: few ? `at least half of ${of}` : "as many as answered",
            found: share,
            fix: few
              ? "look whether both files are of the same people, and whether the code was asked in the same words; see near-miss-link"
              : "nothing to do; the report counts the others as unlinked",
            count: of - linked,
            trust,
            wave: to,
          },
        ];
      }),
    );
  },
};

/** Codes that stand on people's answers; a person who answered twice is one, and is settled later. */
function codesOf(rows: readonly LinkRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ code }) => code ?? []));
}
