import { createHash } from "node:crypto";
import type { ShownLevels } from "../core/relation.js";
import type { FingerprintOfTrust, RecordsBehind, ResponseBehind } from "../disclosure/ledger/entry.js";
import type { Dataset, Response } from "../dataset/dataset.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { Study } from "../study/study.js";
import { linkVariable } from "../validate/rules/link-code-rows.js";
import type { Checked } from "./check.js";

/**
 * What a release rests on, as the ledger keeps it to tell later which people two releases differ by: a fingerprint of each
 * response that was used, of each doctor of the HR extract and of each cost return, with the counts of cohort.csv. Free text
 * is left out: no number rests on it. Fingerprints are salted with the study's id, so that those of two studies do not match.
 *
 * @param checked the files as read, with link codes still in place
 * @param shown the levels of subgroups as the release joins them
 */
export function recordsBehind(
  study: Study,
  dataset: Dataset,
  { surveys, hr, cohorts, returns }: Pick<Checked, "surveys" | "hr" | "cohorts" | "returns">,
  shown: readonly ShownLevels[] = [],
): RecordsBehind {
  const print = (value: unknown) => fingerprint(study.study.id, value);
  const rows = new Map(
    surveys.flatMap((survey) =>
      survey.table.rows.map((row, position) => [placeOf(survey, row), { survey, position }] as const),
    ),
  );
  const responses = dataset.responses.map((response): ResponseBehind => {
    const { survey, position } = rows.get(
      placeOf({ ...response, table: { source: response } }, response.row),
    )!;
    const code = codeOf(study, survey, position);
    return {
      trust: response.trust,
      wave: response.wave,
      answers: print([response.complete, response.day, code, answersOf(study, survey, position)]),
      row: print(survey.table.columns.map(({ name, values }) => [name, values[position] ?? null])),
      person: code === null ? null : print([response.trust, code]),
      levels: levelsOf(study, dataset, response, shown),
    };
  });
  const waves = study.waves.map(({ id }) => id);
  const linked = waves.flatMap((from, index) =>
    waves.slice(index + 1).map((to) => [
      `${from}-to-${to}`,
      dataset.pairs(from, to).map(({ before, after }): FingerprintOfTrust => ({
        trust: after.trust,
        of: print([responses[before.index]!.answers, responses[after.index]!.answers]),
      })),
    ]),
  );
  return {
    reading: print(
      study.variables.map(({ name, type, role, reverse, categories, missing, notYet, waves: asked }) => [
        [name, type, role, reverse, asked],
        [categories, missing, notYet],
      ]),
    ),
    responses: inOrder(responses),
    leftOut: dataset.leftOut.map(({ trust, wave, reason, count }) => ({ trust, wave, reason, count })),
    linked: Object.fromEntries(linked) as Record<string, readonly FingerprintOfTrust[]>,
    hr: hr.map(({ at: _at, ...doctor }) => ({ trust: doctor.trust, of: print(doctor) })),
    cohorts: cohorts.map(({ trust, at: _at, ...counts }) => ({ trust, counts })),
    returns: returns.map(({ file: _file, ...one }) => ({ trust: one.trust, of: print(one) })),
  };
}

/** The first 64 bits of a salted SHA-256, in hexadecimal. */
function fingerprint(salt: string, value: unknown): string {
  return createHash("sha256")
    .update(`${salt}\n${JSON.stringify(value)}`)
    .digest("hex")
    .slice(0, 16);
}

function placeOf(
  of: {
    readonly trust: string;
    readonly wave: string;
    readonly table: { readonly source: { file: string } };
  },
  row: number,
): string {
  return JSON.stringify([of.trust, of.wave, of.table.source.file, row]);
}

function codeOf(study: Study, { wave, answers }: SurveyAnswers, position: number): string | null {
  const link = linkVariable(study, wave)?.name;
  const answer = link === undefined ? undefined : answers.get(link)?.[position];
  return answer?.kind === "text" ? answer.value : null;
}

/** Every answer but free text and the link code, in the order of the variables' names. */
function answersOf(study: Study, { answers }: SurveyAnswers, position: number): unknown {
  return study.variables
    .filter(({ type, role }) => type !== "text" && role !== "link")
    .map(({ name }) => [name, answers.get(name)?.[position] ?? null] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The levels a person belongs to, alone and as the release joins them. */
function levelsOf(
  study: Study,
  dataset: Dataset,
  response: Response,
  shown: readonly ShownLevels[],
): readonly string[] {
  return study.subgroups.flatMap((name) => {
    const answer = dataset.answer(response, name);
    if (answer.kind !== "number") return [];
    const alone = study.variables.find((one) => one.name === name)?.categories ?? [];
    const joined = shown.find(({ variable }) => variable === name)?.levels ?? [];
    const labels = [
      ...alone.filter(({ code }) => code === answer.value),
      ...joined.filter(({ codes }) => codes.includes(answer.value)),
    ].map(({ label }) => `${name}/${label}`);
    return [...new Set(labels)];
  });
}

/** By fingerprint, so that the order of rows in a file tells nothing and changes nothing. */
function inOrder(responses: readonly ResponseBehind[]): readonly ResponseBehind[] {
  const key = ({ trust, wave, answers }: ResponseBehind) => `${trust} ${wave} ${answers}`;
  return [...responses].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
