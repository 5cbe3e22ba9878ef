import { editDistance } from "../../study/nearest.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { codeColumn } from "./duplicate-respondent.js";
import type { LinkRow } from "./link-code-rows.js";
import { linkRows } from "./link-code-rows.js";

/**
 * Link codes of two waves in one Trust, each without a partner, that differ by one character (or two neighbours
 * swapped). Listed for a person to confirm; never joined, and the codes are not shown.
 */
export const nearMissLink: Rule = {
  id: "near-miss-link",
  severity: "warning",
  looksAt: respondents,
  label: "link codes that differ by one character",
  check: ({ study, surveys }) =>
    study.trusts.flatMap((trust) =>
      pairsOf(study.waves.map((wave) => wave.id)).flatMap(([from, to]) => {
        const before = linkRows(study, surveys, trust.code, from);
        const after = linkRows(study, surveys, trust.code, to);
        return nearPairs(withoutPartner(before, after), withoutPartner(after, before)).map(
          ([earlier, later]): Finding => ({
            rule: "near-miss-link",
            code: "near-miss-link",
            severity: "warning",
            at: placeOf(later.survey.table, later.row, codeColumn(study, later)),
            message: `link code: differs by one character from the one in ${earlier.survey.table.source.file} row ${earlier.survey.table.rows[earlier.row]}, and neither has a partner; not joined`,
            expected: "the same code at both waves",
            fix: "if these are the same person, correct the code in one of the two files",
            ...sliceOf(later.survey),
          }),
        );
      }),
    ),
};

function pairsOf(waves: readonly string[]): readonly (readonly [string, string])[] {
  return waves.flatMap((from, index) => waves.slice(index + 1).map((to) => [from, to] as const));
}

function withoutPartner(rows: readonly LinkRow[], others: readonly LinkRow[]): readonly LinkRow[] {
  const known = new Set(others.map((other) => other.code));
  const seen = new Set<string>();
  return rows.filter(({ code }) => {
    if (code === null || known.has(code) || seen.has(code)) return false;
    seen.add(code);
    return true;
  });
}

/**
 * Pairs that differ by one character. Two such codes become equal when the right character of each is left out (or of
 * one of them), so only codes that have such a shortened form in common are compared: no need to look at all pairs.
 */
function nearPairs(
  before: readonly LinkRow[],
  after: readonly LinkRow[],
): readonly (readonly [LinkRow, LinkRow])[] {
  const byShortened = new Map<string, LinkRow[]>();
  for (const earlier of before) {
    for (const form of shortenedForms(earlier.code ?? "")) {
      const some = byShortened.get(form);
      if (some) some.push(earlier);
      else byShortened.set(form, [earlier]);
    }
  }
  return after.flatMap((later) => {
    const code = later.code ?? "";
    const candidates = new Set(shortenedForms(code).flatMap((form) => byShortened.get(form) ?? []));
    return [...candidates]
      .filter((earlier) => editDistance(earlier.code ?? "", code) === 1)
      .map((earlier) => [earlier, later] as const);
  });
}

/** The code itself, and the code without each of its characters. */
function shortenedForms(code: string): readonly string[] {
  const forms = new Set([code]);
  for (let at = 0; at < code.length; at += 1) forms.add(code.slice(0, at) + code.slice(at + 1));
  return [...forms];
}
