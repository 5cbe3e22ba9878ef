import type { Column } from "../../core/table.js";
import type { Study } from "../../study/study.js";
import { sameResponseTest } from "../copies/same-responses.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { timesOf } from "./answer-day.js";
import type { LinkRow } from "./link-code-rows.js";
import { linkRows, linkVariable } from "./link-code-rows.js";

const settled: Readonly<Record<Study["duplicates"], string>> = {
  "latest-complete": "the latest complete answer is kept, as declared",
  first: "the first answer is kept, as declared",
  refuse: "the study refuses duplicates",
};

/**
 * One link code more than once in a Trust's wave, in one file or in several: the same person twice, or two people with one
 * code. One response in two files is left to the rule same-response.
 */
export const duplicateRespondent: Rule = {
  id: "duplicate-respondent",
  severity: "note",
  protects: "errors",
  looksAt: respondents,
  label: "one person who answered a wave more than once",
  check: ({ study, surveys, sameResponses }) => {
    const isSameResponse = sameResponseTest(sameResponses);
    return study.trusts.flatMap((trust) =>
      study.waves.flatMap((wave) => {
        const first = new Map<string, LinkRow>();
        return linkRows(study, surveys, trust.code, wave.id).flatMap((each): readonly Finding[] => {
          if (each.code === null) return [];
          const earlier = first.get(each.code);
          if (!earlier) first.set(each.code, each);
          return earlier && !isSameResponse(each, earlier) ? [duplicate(study, each, earlier)] : [];
        });
      }),
    );
  },
};

function duplicate(study: Study, each: LinkRow, earlier: LinkRow): Finding {
  const refuse = study.duplicates === "refuse";
  const row = earlier.survey.table.rows[earlier.row];
  const where =
    earlier.survey === each.survey ? `row ${row}` : `${earlier.survey.table.source.file} row ${row}`;
  return {
    rule: "duplicate-respondent",
    code: "duplicate-respondent",
    severity: refuse ? "error" : "note",
    at: placeOf(each.survey.table, each.row, codeColumn(study, each)),
    message: `link code: the same as in ${where}; ${settled[study.duplicates]}${orderOf(study, each, earlier)}`,
    expected: "each person once a wave",
    fix: refuse
      ? "remove one of the two rows, or choose a rule under duplicates in study.yaml"
      : "nothing to do, unless these are two people with the same code",
    ...sliceOf(each.survey),
  };
}

/** Of two files the one listed later counts as the later where the times do not tell. */
function orderOf(study: Study, each: LinkRow, earlier: LinkRow): string {
  if (study.duplicates === "refuse" || earlier.survey === each.survey) return "";
  const timed = [each, earlier].every(
    ({ survey, row }) => (timesOf(survey, "@submitted")?.days[row] ?? null) !== null,
  );
  return timed ? "" : ", by the order of the two files in study.yaml, because one of them has no times";
}

/** The column of the link code in a respondent's file. */
export function codeColumn(study: Study, { survey }: LinkRow): Column | null {
  const variable = linkVariable(study, survey.wave);
  const columns = variable ? survey.matching.matched.get(variable.name) : undefined;
  return columns?.kind === "one" ? columns.column : null;
}
