import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { itemsOf } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Fewest items of a scale that must have been answered alike. */
const fewestItems = 4;

/**
 * People who gave one and the same answer to every item of a scale although one of them is worded the other way round:
 * they agree that they feel at home and that they feel alone. Only scales with at least four items answered, one of them
 * reversed and one not, can show it; the middle answer and scales worded one way contradict nothing. A string of equal
 * answers over a whole scale is the longest there can be. Found answers are told and kept: leaving them out is a choice
 * of analysis that the study has to declare.
 *
 * Source: Johnson 2005, J Res Pers 39:103-129 (long strings of one answer); Meade and Craig 2012, Psychol Methods
 * 17:437-455 (careless answers).
 */
export const straightLining: Rule = {
  id: "straight-lining",
  label: "one answer to all items of a scale, reversed ones too",
  severity: "note",
  looksAt: respondents,
  check({ study, surveys }) {
    const findings: Finding[] = [];
    for (const survey of surveys) {
      const found = new Map<number, { readonly scales: string[]; items: number }>();
      for (const scale of study.scales) {
        for (const { row, items } of linesOf(survey, itemsOf(study, scale.id))) {
          const person = found.get(row) ?? { scales: [], items: 0 };
          person.scales.push(scale.id);
          person.items += items;
          found.set(row, person);
        }
      }
      for (const [row, { scales, items }] of found)
        findings.push(straight(study, survey, row, scales, items));
    }
    return findings;
  },
};

function linesOf(
  survey: SurveyAnswers,
  items: readonly Variable[],
): readonly { readonly row: number; readonly items: number }[] {
  const asked = items.filter((item) => survey.matching.matched.has(item.name));
  if (asked.length < fewestItems || !asked.some((item) => item.reverse)) return [];
  const given = asked.map((item) => survey.answers.get(item.name) ?? []);
  const middles = asked.map(middleOf);
  const lines: { row: number; items: number }[] = [];
  for (let row = 0; row < survey.table.rows.length; row += 1) {
    let value: number | null = null;
    const count = { items: 0, turned: 0 };
    const same = given.every((answers, index) => {
      const answer = answers[row];
      if (answer?.kind !== "number") return true;
      if (answer.value === middles[index] || (value !== null && answer.value !== value)) return false;
      value = answer.value;
      count.items += 1;
      if (asked[index]!.reverse) count.turned += 1;
      return true;
    });
    const both = count.turned > 0 && count.turned < count.items;
    if (same && both && count.items >= fewestItems) lines.push({ row, items: count.items });
  }
  return lines;
}

/** The middle of an odd number of categories, which goes with either wording; null when there is none. */
function middleOf({ categories }: Variable): number | null {
  return categories.length % 2 === 1 ? categories[(categories.length - 1) / 2]!.code : null;
}

function straight(
  study: Study,
  survey: SurveyAnswers,
  row: number,
  scales: readonly string[],
  items: number,
): Finding {
  const first = itemsOf(study, scales[0]!).find((item) => survey.matching.matched.has(item.name));
  const columns = first ? survey.matching.matched.get(first.name) : undefined;
  return {
    rule: "straight-lining",
    code: "straight-lining",
    severity: "note",
    at: placeOf(survey.table, row, columns?.kind === "one" ? columns.column : null),
    message: `${scales.join(", ")}: the same answer to all ${items} items, those worded the other way round too`,
    expected: "answers that go with the wording",
    found: `${items} equal answers`,
    fix: "nothing to do; the answers are kept, and a study with many may set when they are too many under checks",
    ...sliceOf(survey),
  };
}
