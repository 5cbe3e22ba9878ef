import type { SurveyAnswers } from "../ingest/answers.js";
import { asItLooks, codeDifference } from "../study/link-code.js";
import type { CodeDifference } from "../study/link-code.js";
import type { Study } from "../study/study.js";
import type { LinkRow } from "./rules/link-code-rows.js";
import { linkRows } from "./rules/link-code-rows.js";

/** Two respondents of one Trust at two waves whose link codes are near each other, and neither has a partner. */
export interface NearLink {
  readonly earlier: LinkRow;
  readonly later: LinkRow;
  readonly difference: CodeDifference;
}

/** In codes shorter than this, one character is too much of the whole to be a slip. */
const shortest = 4;

/**
 * Pairs of link codes that a slip of the pen may have kept apart, for a person to confirm. Never joined here. Trust by
 * Trust, and within one by pair of waves, in file order of the later.
 */
export function nearLinks(study: Study, surveys: readonly SurveyAnswers[]): readonly NearLink[] {
  const waves = study.waves.map((wave) => wave.id);
  return study.trusts.flatMap(({ code }) => {
    const rows = waves.map((wave) => linkRows(study, surveys, code, wave));
    return rows.flatMap((before, index) =>
      rows
        .slice(index + 1)
        .flatMap((after) => nearPairs(withoutPartner(before, after), withoutPartner(after, before))),
    );
  });
}

interface Coded extends LinkRow {
  readonly code: string;
}

function withoutPartner(rows: readonly LinkRow[], others: readonly LinkRow[]): readonly Coded[] {
  const known = new Set(others.map((other) => other.code));
  const seen = new Set<string>();
  return rows.flatMap((row): readonly Coded[] => {
    const { code } = row;
    if (code === null || code.length < shortest || known.has(code) || seen.has(code)) return [];
    seen.add(code);
    return [{ ...row, code }];
  });
}

/** Codes that are near share a way of looking, or what is left of them without one character: only those are compared. */
function nearPairs(before: readonly Coded[], after: readonly Coded[]): readonly NearLink[] {
  const bySketch = new Map<string, Set<Coded>>();
  for (const row of before) {
    for (const sketch of sketchesOf(row.code)) {
      const rows = bySketch.get(sketch);
      if (rows) rows.add(row);
      else bySketch.set(sketch, new Set([row]));
    }
  }
  return after.flatMap((later) => {
    const candidates = new Set(sketchesOf(later.code).flatMap((sketch) => [...(bySketch.get(sketch) ?? [])]));
    return [...candidates].flatMap((earlier): readonly NearLink[] => {
      const difference = codeDifference(earlier.code, later.code);
      return difference === null ? [] : [{ earlier, later, difference }];
    });
  });
}

function sketchesOf(code: string): readonly string[] {
  const shorter = Array.from(code, (_, index) => code.slice(0, index) + code.slice(index + 1));
  return [`looks ${asItLooks(code)}`, code, ...shorter];
}
