import type { SurveyAnswers } from "../../ingest/answers.js";
import { cellText, isBlank } from "../../ingest/grid.js";
import type { Study } from "../../study/study.js";
import { variablesOf } from "../../study/study.js";

/** Somebody's row of a survey; `row` is a position in its table. */
export interface Respondent {
  readonly survey: SurveyAnswers;
  readonly row: number;
}

/** One response that stands in two files. */
export interface SameResponse {
  /** In the file that study.yaml lists first. */
  readonly earlier: Respondent;
  readonly later: Respondent;
  /** Whether the platform's own number of the response tells it; else equal answers do. */
  readonly by: "id" | "answers";
}

/** Shorter numbers of responses may be counted from 1 on each form, so that their times have to agree to the second. */
const longId = 8;
/** Fewest answers that have to agree where neither a code nor a time says whose they are. */
const fewestAnswers = 10;
/** Fewest such people, and their least share of the smaller file. */
const fewestPeople = 3;
const leastShare = 0.5;

/**
 * Responses of one wave that stand in more than one file, as they do when a form was downloaded twice. A response is known
 * by the platform's number together with the time of sending. Within a Trust it is also known by all answers, free text
 * with the rest, if its link code, number or time to the second agrees too; without any of these only where at least three
 * people of ten answers or more agree so, and they are half of the smaller file. Each file is set against all before it,
 * so that the work grows as the number of people.
 *
 * @param surveys of any waves; those of one wave are compared
 */
export function findSameResponses(study: Study, surveys: readonly SurveyAnswers[]): readonly SameResponse[] {
  return study.waves.flatMap(({ id }) => {
    const some = surveys.filter(({ wave, table }) => wave === id && table.rows.length > 0);
    const byId = match(some, idOf, "id");
    const told = new Set(byId.map(({ later }) => keyOf(later)));
    const byAnswers = study.trusts.flatMap(({ code }) => {
      const own = some.filter(({ trust }) => trust === code);
      if (own.length < 2) return [];
      const sure = match(own, (one) => answersOf(study, one, "sure"), "answers");
      const known = new Set(sure.map(({ later }) => keyOf(later)));
      const rest = match(own, (one) => answersOf(study, one, "likely"), "answers");
      return [...sure, ...ofManyPeople(rest.filter(({ later }) => !known.has(keyOf(later))))];
    });
    return [...byId, ...byAnswers.filter(({ later }) => !told.has(keyOf(later)))];
  });
}

/**
 * Whether two people are one response in two files, each file perhaps of a chain of downloads.
 *
 * @param same as `findSameResponses` tells them
 */
export function sameResponseTest(
  same: readonly SameResponse[],
): (one: Respondent, other: Respondent) => boolean {
  const first = new Map<string, string>();
  for (const { earlier, later } of same) first.set(keyOf(later), first.get(keyOf(earlier)) ?? keyOf(earlier));
  const of = (one: Respondent) => first.get(keyOf(one)) ?? keyOf(one);
  return (one, other) => of(one) === of(other);
}

function keyOf({ survey, row }: Respondent): string {
  return `${survey.table.source.file}\n${survey.table.rows[row]}`;
}

/** People of later files with those of earlier files who have the same key, each person of a file once. */
function match(
  surveys: readonly SurveyAnswers[],
  key: (one: Respondent) => string | null,
  by: SameResponse["by"],
): readonly SameResponse[] {
  const pairs: SameResponse[] = [];
  const known = new Map<string, Respondent[]>();
  for (const group of byFile(surveys)) {
    const own: (readonly [string, Respondent])[] = [];
    for (const survey of group) {
      for (let row = 0; row < survey.table.rows.length; row += 1) {
        const later = { survey, row };
        const name = key(later);
        if (name === null) continue;
        const earlier = known.get(name)?.pop();
        if (earlier) pairs.push({ earlier, later, by });
        own.push([name, later]);
      }
    }
    for (const [name, one] of own) {
      const before = known.get(name);
      if (before) before.push(one);
      else known.set(name, [one]);
    }
  }
  return pairs;
}

/** Surveys file by file: a central one stands here once a Trust. */
function byFile(surveys: readonly SurveyAnswers[]): readonly (readonly SurveyAnswers[])[] {
  const files = [...new Set(surveys.map(({ table }) => table.source.file))];
  return files.map((file) => surveys.filter(({ table }) => table.source.file === file));
}

/** The platform's number of a response with its time, to the second where the number may be another form's too. */
function idOf({ survey, row }: Respondent): string | null {
  const id = ownCell(survey, "@id", row);
  const time = ownCell(survey, "@submitted", row);
  if (id === null || time === null) return null;
  return id.length >= longId || hasSeconds(survey) ? `${id} ${time}` : null;
}

/** All answers of a person, with number and time as far as they are there; null where these are too few to go by. */
function answersOf(study: Study, { survey, row }: Respondent, how: "sure" | "likely"): string | null {
  const time = ownCell(survey, "@submitted", row);
  const all = study.variables.map(({ name }) => survey.answers.get(name)?.[row] ?? null);
  const given = all.filter((answer) => answer !== null && answer.kind !== "missing").length;
  if (given === 0) return null;
  if (how === "likely") return given < fewestAnswers ? null : JSON.stringify([time, all]);
  const link = variablesOf(study, "link").find(({ waves }) => waves.includes(survey.wave));
  const hasCode = link !== undefined && survey.answers.get(link.name)?.[row]?.kind === "text";
  if (hasCode || (time !== null && hasSeconds(survey))) return JSON.stringify([time, all]);
  const id = ownCell(survey, "@id", row);
  return id === null ? null : JSON.stringify([id, time, all]);
}

function ofManyPeople(pairs: readonly SameResponse[]): readonly SameResponse[] {
  return byFiles(pairs).flatMap((some) => {
    const { earlier, later } = some[0]!;
    const fewer = Math.min(earlier.survey.table.rows.length, later.survey.table.rows.length);
    return some.length >= fewestPeople && some.length >= fewer * leastShare ? some : [];
  });
}

/** Put together what stands in the same two files of the same Trusts, in the order in which they are first found. */
export function byFiles(pairs: readonly SameResponse[]): readonly (readonly SameResponse[])[] {
  const groups = new Map<string, SameResponse[]>();
  for (const pair of pairs) {
    const key = JSON.stringify(
      [pair.earlier, pair.later].map(({ survey }) => [survey.table.source.file, survey.trust, survey.wave]),
    );
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return [...groups.values()];
}

function ownCell({ table }: SurveyAnswers, name: string, row: number): string | null {
  const value = table.columns.find((column) => column.name === name)?.values[row] ?? null;
  return isBlank(value) ? null : cellText(value).trim();
}

/** Whether the times of a survey are told to the second: those to the minute are shared by too many. */
function hasSeconds(survey: SurveyAnswers): boolean {
  const before = toTheSecond.get(survey);
  if (before !== undefined) return before;
  const times = survey.table.columns.find((column) => column.name === "@submitted")?.values ?? [];
  const told = times.some((time) => /T\d\d:\d\d:(?!00)/.test(cellText(time)));
  toTheSecond.set(survey, told);
  return told;
}

const toTheSecond = new WeakMap<SurveyAnswers, boolean>();
