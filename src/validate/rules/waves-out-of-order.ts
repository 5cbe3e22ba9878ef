import { writeDay } from "../../core/day.js";
import { cellBehind } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf } from "../rule.js";
import type { Times } from "./answer-day.js";
import { startAt, timesOf } from "./answer-day.js";
import type { LinkRow } from "./link-code-rows.js";
import { linkRows } from "./link-code-rows.js";

/**
 * One link code of a Trust at two waves whose answers contradict each other: the later wave answered before the earlier
 * one, or another day of starting. Either two people share a code, or one of the days is a slip. Codes that stand twice
 * at a wave are left to the rule duplicate-respondent.
 */
export const wavesOutOfOrder: Rule = {
  id: "waves-out-of-order",
  label: "one person's answers at two waves that contradict each other",
  severity: "warning",
  looksAt: respondents,
  check: ({ study, surveys }) => {
    const times = new Map(surveys.map((survey) => [survey, timesOf(survey, "@submitted")]));
    return study.trusts.flatMap(({ code: trust }) =>
      study.waves.flatMap(({ id: from }, index) => {
        const before = byCode(linkRows(study, surveys, trust, from));
        return study.waves.slice(index + 1).flatMap(({ id: to }) =>
          [...byCode(linkRows(study, surveys, trust, to)).entries()].flatMap(([code, later]) => {
            const earlier = before.get(code);
            if (!earlier || !later) return [];
            const slice = { trust, wave: to };
            return [
              ...sentEarlier(earlier, later, times).map((each) => ({ ...each, ...slice })),
              ...otherStart(study, earlier, later).map((each) => ({ ...each, ...slice })),
            ];
          }),
        );
      }),
    );
  },
};

/** Rows by code; null for a code that stands more than once. */
function byCode(rows: readonly LinkRow[]): ReadonlyMap<string, LinkRow | null> {
  const found = new Map<string, LinkRow | null>();
  for (const each of rows) {
    if (each.code !== null) found.set(each.code, found.has(each.code) ? null : each);
  }
  return found;
}

function sentEarlier(
  earlier: LinkRow,
  later: LinkRow,
  times: ReadonlyMap<LinkRow["survey"], Times | null>,
): readonly Finding[] {
  const sent = times.get(later.survey);
  const first = times.get(earlier.survey)?.days[earlier.row] ?? null;
  const second = sent?.days[later.row] ?? null;
  if (!sent || first === null || second === null || second >= first) return [];
  return [
    {
      rule: "waves-out-of-order",
      code: "later-wave-first",
      severity: "warning",
      at: placeOf(later.survey.table, later.row, sent.column),
      message: `sent on ${writeDay(second)}, before the same link code answered the earlier wave on ${writeDay(first)} (${rowIn(earlier)})`,
      expected: `a day from ${writeDay(first)} on`,
      found: writeDay(second),
      fix: "look whether the two rows are one person's, and whether each is in the file of its own wave",
    },
  ];
}

function otherStart(study: Study, earlier: LinkRow, later: LinkRow): readonly Finding[] {
  const first = startAt(study, earlier.survey, earlier.row);
  const second = startAt(study, later.survey, later.row);
  if (!first || !second || first.day === second.day) return [];
  const column = cellBehind(later.survey, second.variable, later.row)?.column ?? null;
  return [
    {
      rule: "waves-out-of-order",
      code: "start-differs",
      severity: "warning",
      at: placeOf(later.survey.table, later.row, column),
      message: `${second.variable.name}: ${writeDay(second.day)}, but ${writeDay(first.day)} on the answer with the same link code (${rowIn(earlier)})`,
      expected: writeDay(first.day),
      found: writeDay(second.day),
      fix: "correct the day that is a slip; if these are two people with one code, change one of the codes so that they are not linked",
    },
  ];
}

function rowIn({ survey, row }: LinkRow): string {
  return `${survey.table.source.file} row ${survey.table.rows[row]}`;
}
