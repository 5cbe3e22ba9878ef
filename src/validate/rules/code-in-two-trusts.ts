import { nameTrusts } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf } from "../rule.js";
import { codeColumn } from "./duplicate-respondent.js";
import type { LinkRow } from "./link-code-rows.js";
import { linkRows } from "./link-code-rows.js";

/** Fewer shared codes than this are expected by chance before one of them is a warning. */
const rareByChance = 0.05;

/**
 * One link code at two Trusts in the same wave: somebody who moved or answered twice, who then counts at both, or two
 * people who made the same code. How many codes would be shared by chance is worked out from how often each letter or
 * digit stands at each place of the code; a warning where hardly any would, a note where chance is enough. Codes are
 * compared and never shown.
 */
export const codeInTwoTrusts: Rule = {
  id: "code-in-two-trusts",
  label: "one link code at two Trusts in one wave",
  severity: "warning",
  looksAt: respondents,
  check: ({ study, surveys }) =>
    study.waves.flatMap(({ id: wave }) => {
      const people = study.trusts.map((trust) => {
        const rows = new Map<string, LinkRow>();
        for (const each of linkRows(study, surveys, trust.code, wave)) {
          if (each.code !== null && !rows.has(each.code)) rows.set(each.code, each);
        }
        return { trust: trust.code, rows };
      });
      const rare = sharedByChance(people.map(({ rows }) => [...rows.keys()])) < rareByChance;
      const first = new Map<string, { readonly trust: string; readonly row: LinkRow }>();
      return people.flatMap(({ trust, rows }) =>
        [...rows].flatMap(([code, row]): readonly Finding[] => {
          const earlier = first.get(code);
          if (!earlier) first.set(code, { trust, row });
          return earlier ? [shared(study, { trust, wave, row }, earlier, rare)] : [];
        }),
      );
    }),
};

function shared(
  study: Study,
  { trust, wave, row }: { readonly trust: string; readonly wave: string; readonly row: LinkRow },
  earlier: { readonly trust: string; readonly row: LinkRow },
  rare: boolean,
): Finding {
  const { table } = earlier.row.survey;
  return {
    rule: "code-in-two-trusts",
    code: "code-in-two-trusts",
    severity: rare ? "warning" : "note",
    at: placeOf(row.survey.table, row.row, codeColumn(study, row)),
    message: `link code: the same as at ${nameTrusts(study, [earlier.trust])} (${table.source.file} row ${table.rows[earlier.row.row]}); counted at both${rare ? "" : ", as a few would be by chance among so many"}`,
    expected: "each person at one Trust",
    fix: rare
      ? "ask the two Trusts whether this is one doctor who moved or answered twice, and take the row out where it does not belong"
      : "nothing to do, unless a Trust's answers were sent by another Trust too",
    trust,
    wave,
  };
}

/**
 * Pairs of people at different Trusts who would have the same code by chance: the pairs there are, times the chance that
 * two codes agree at every place, each place by itself. That chance is taken from the different codes, so that people who
 * stand at two Trusts do not make themselves look common.
 */
export function sharedByChance(codes: readonly (readonly string[])[]): number {
  const all = codes.flat();
  const within = codes.reduce((sum, each) => sum + each.length ** 2, 0);
  const pairs = (all.length ** 2 - within) / 2;
  const different = [...new Set(all)];
  const length = Math.max(
    0,
    ...codes.map((some) => some.reduce((most, code) => Math.max(most, code.length), 0)),
  );
  let agree = 1;
  for (let place = 0; place < length; place += 1) {
    const counts = new Map<string, number>();
    for (const code of different) counts.set(code[place] ?? "", (counts.get(code[place] ?? "") ?? 0) + 1);
    agree *= [...counts.values()].reduce((sum, count) => sum + (count / different.length) ** 2, 0);
  }
  return pairs * agree;
}
