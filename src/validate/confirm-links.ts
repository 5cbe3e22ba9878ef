import type { SurveyAnswers } from "../ingest/answers.js";
import type { Answer } from "../study/answer.js";
import { codeDifference } from "../study/link-code.js";
import type { ConfirmedLink } from "../study/schema.js";
import { placeInYaml } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Finding } from "./finding.js";
import type { LinkRow } from "./rules/link-code-rows.js";
import { linkRows, linkVariable } from "./rules/link-code-rows.js";

/**
 * Give the two rows of every confirmed link one code: that of the earlier wave, wherever in the Trust the later one
 * stands. A confirmation that does not hold (any more) is an error and joins nothing: a row that is not there, rows of
 * two Trusts, codes that are not near each other, or two people who answered the same wave. A link is judged with those
 * above it already joined, so that a person is tied through all waves and two people never become one.
 *
 * @returns the surveys in their order, and what was found
 */
export function confirmLinks(
  study: Study,
  surveys: readonly SurveyAnswers[],
): { readonly surveys: readonly SurveyAnswers[]; readonly findings: readonly Finding[] } {
  if (study.links_confirmed.length === 0) return { surveys, findings: [] };
  const rows = surveys.flatMap((survey) =>
    linkRows(study, [survey], survey.trust, survey.wave).map((row): Placed => ({ ...row, survey })),
  );
  const findings: Finding[] = [];
  const joined = new Map<string, string>();
  const codeOf = (row: Placed) => joined.get(keyOf(row)) ?? row.code;
  const sameAs = (row: Placed) =>
    rows.filter((one) => one.survey.trust === row.survey.trust && codeOf(one) === codeOf(row));
  study.links_confirmed.forEach((link, index) => {
    const earlier = rowAt(rows, link.earlier);
    const later = rowAt(rows, link.later);
    const wrong =
      whatIsMissing(link, earlier, later) ?? (earlier && later && whyNot(study, sameAs, earlier, later));
    if (wrong) findings.push(notConfirmed(study, index, wrong));
    else if (earlier && later) {
      const code = codeOf(earlier)!;
      for (const row of sameAs(later)) joined.set(keyOf(row), code);
    }
  });
  return { surveys: surveys.map((survey) => withCodes(study, survey, joined)), findings };
}

interface Placed extends LinkRow {
  readonly survey: SurveyAnswers;
}

interface Wrong {
  readonly message: string;
  readonly fix: string;
  readonly severity: "error" | "note";
}

const again =
  "if a new export moved the rows, copy the line from internal/links-to-confirm.csv again; else take this one out";

function rowAt(rows: readonly Placed[], { file, row }: ConfirmedLink["earlier"]): Placed | null {
  return (
    rows.find((one) => one.survey.table.source.file === file && one.survey.table.rows[one.row] === row) ??
    null
  );
}

function whatIsMissing(link: ConfirmedLink, earlier: Placed | null, later: Placed | null): Wrong | null {
  const missing = [earlier === null ? link.earlier : null, later === null ? link.later : null].flatMap(
    (each) => (each ? [`${each.file} row ${each.row}`] : []),
  );
  if (missing.length === 0) return null;
  return { message: `no respondent stands in ${missing.join(" or in ")}`, fix: again, severity: "error" };
}

function whyNot(
  study: Study,
  sameAs: (row: Placed) => readonly Placed[],
  earlier: Placed,
  later: Placed,
): Wrong | null {
  const wave = (row: Placed) => study.waves.findIndex(({ id }) => id === row.survey.wave);
  if (earlier.survey.trust !== later.survey.trust || wave(earlier) >= wave(later)) {
    return {
      message: "these are not an earlier and a later wave of one Trust",
      fix: "name the row of the earlier wave first; people are tied within a Trust only",
      severity: "error",
    };
  }
  if (earlier.code !== null && earlier.code === later.code) {
    return {
      message: "the two codes are the same: the rows are tied without it",
      fix: "take the line out",
      severity: "note",
    };
  }
  if (earlier.code === null || later.code === null || codeDifference(earlier.code, later.code) === null) {
    return { message: "the codes of these rows are not near each other", fix: again, severity: "error" };
  }
  const people = sameAs(earlier);
  const waves = new Set(people.map((one) => one.survey.wave));
  if (people.includes(later) || !sameAs(later).some((one) => waves.has(one.survey.wave))) return null;
  return {
    message: "one wave holds answers under both codes, so these are two people",
    fix: "take the line out",
    severity: "error",
  };
}

function keyOf({ survey, code }: Placed): string {
  return `${survey.trust} ${code ?? ""}`;
}

function notConfirmed(study: Study, index: number, { message, fix, severity }: Wrong): Finding {
  const path = ["links_confirmed", index];
  return {
    rule: "link-confirmed",
    code: "link-confirmed",
    severity,
    at: placeInYaml(study, path),
    message: `links_confirmed[${index}]: ${message}`,
    expected: "two rows of one Trust whose link codes differ by a slip",
    fix,
  };
}

function withCodes(study: Study, survey: SurveyAnswers, joined: ReadonlyMap<string, string>): SurveyAnswers {
  const variable = linkVariable(study, survey.wave);
  const answers = variable ? survey.answers.get(variable.name) : undefined;
  if (!variable || !answers) return survey;
  let changed = false;
  const read = answers.map((answer): Answer => {
    const code = answer.kind === "text" ? joined.get(`${survey.trust} ${answer.value}`) : undefined;
    if (code === undefined) return answer;
    changed = true;
    return { kind: "text", value: code };
  });
  return changed ? { ...survey, answers: new Map([...survey.answers, [variable.name, read]]) } : survey;
}
