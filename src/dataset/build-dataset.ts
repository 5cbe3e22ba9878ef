import { readDay, readTime } from "../core/day.js";
import { invariant } from "../core/invariant.js";
import type { CellValue } from "../core/table.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { LeftOutRows } from "../ingest/split-survey.js";
import type { Answer } from "../study/answer.js";
import { itemsOf, trustCodes, variablesOf } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { whyNotEligible } from "../validate/eligibility.js";
import type { Dataset, LeftOut, Pair, Response, UsableAnswer } from "./dataset.js";
import { durationOf } from "./duration.js";
import { keepOnePerPerson } from "./duplicates.js";
import { countIneligible, whyIneligible } from "./eligible-people.js";
import { linkCodes } from "./link.js";
import { scoreScale } from "./score.js";

interface Row {
  readonly response: Omit<Response, "index">;
  readonly code: string | null;
  readonly submitted: number | null;
  /** Why the person does not belong to the evaluation, by these answers; null when they say nothing against it. */
  readonly notEligible: string | null;
  readonly answers: SurveyAnswers["answers"];
  readonly position: number;
}

/**
 * Turn checked survey answers into the dataset: one response a person and wave, waves linked within each Trust by the
 * self-chosen code, and everything left out counted by reason.
 *
 * @param surveys answers by Trust and wave, after `validate` found no errors
 * @param leftOut rows of their files that are left out
 */
export function buildDataset(
  study: Study,
  surveys: readonly SurveyAnswers[],
  leftOut: readonly LeftOutRows[],
): Dataset {
  const all = inStudyOrder(
    study,
    surveys.flatMap((survey) => readRows(study, survey)),
  );
  const keep = keepers(study, all);
  const counting = all.filter((_, index) => keep[index]);
  const ineligible = ineligibleOf(study, counting);
  const kept = counting.filter((_, index) => ineligible[index] === null);
  const responses = kept.map((row, index): Response => ({ index, ...row.response }));
  const bySlice = new Map<string, Response[]>();
  for (const response of responses) push(bySlice, sliceKey(response.trust, response.wave), response);
  const responsesOf = (trust: string, wave: string) => bySlice.get(sliceKey(trust, wave)) ?? [];
  const filesAt = new Map<string | null, ReadonlySet<string>>(
    [null, ...study.waves.map((wave) => wave.id)].map((wave) => [
      wave,
      new Set(responses.flatMap((one) => (wave === null || one.wave === wave ? [one.file] : []))),
    ]),
  );
  const receipts = receiptsOf(study);
  const answer = (response: Response, variable: string): UsableAnswer =>
    usable(receipts, kept[response.index]!, variable);
  const paired = new Map<string, readonly Pair[]>();
  return {
    study,
    responses,
    leftOut: [
      ...countRows(leftOut),
      ...countIneligible(
        counting.map((row) => row.response),
        ineligible,
      ),
      ...leftOutAsDuplicates(all, keep),
    ],
    responsesOf,
    answer,
    score(response, id) {
      const items = itemsOf(study, id);
      const scale = study.scales.find((one) => one.id === id);
      invariant(scale, `no scale ${id}`);
      return scoreScale(
        items,
        items.map((item) => answer(response, item.name)),
        scale.minimum_answered,
      );
    },
    duration: (response, variable) =>
      durationOf(
        answer(response, variable),
        startOf(study, (name) => answer(response, name)),
        response.day,
      ),
    pairs(from, to) {
      const key = sliceKey(from, to);
      const pairs = paired.get(key) ?? pairUp(study, responsesOf, kept, from, to);
      paired.set(key, pairs);
      return pairs;
    },
    filesOf: (wave) => [...(filesAt.get(wave) ?? [])],
  };
}

function readRows(study: Study, survey: SurveyAnswers): readonly Row[] {
  const { table, trust, wave, answers } = survey;
  const column = (name: string) => table.columns.find((one) => one.name === name)?.values;
  const submitted = column("@submitted");
  const complete = column("@complete");
  const link = variablesOf(study, "link").find((one) => one.waves.includes(wave))?.name;
  return table.rows.map((row, position) => {
    const answer = link === undefined ? undefined : answers.get(link)?.[position];
    const time = submitted?.[position] ?? null;
    return {
      response: {
        trust,
        wave,
        file: table.source.file,
        row,
        complete: complete?.[position] !== false,
        day: dayOf(time),
      },
      code: answer?.kind === "text" ? answer.value : null,
      submitted: timeOf(time),
      notEligible: whyNotEligible(study, survey, position)?.reason ?? null,
      answers,
      position,
    };
  });
}

function dayOf(value: CellValue): number | null {
  return typeof value === "string" ? readDay(value, "ymd") : null;
}

function timeOf(value: CellValue): number | null {
  const day = dayOf(value);
  return day === null ? null : day * 86_400 + (readTime(String(value)) ?? 0);
}

function inStudyOrder(study: Study, rows: readonly Row[]): readonly Row[] {
  const slices = trustCodes(study).flatMap((trust) => study.waves.map((wave) => sliceKey(trust, wave.id)));
  const place = new Map(slices.map((key, index) => [key, index]));
  const rank = ({ response }: Row) => place.get(sliceKey(response.trust, response.wave)) ?? -1;
  const ranked = rows.map((row) => ({ row, rank: rank(row) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

function keepers(study: Study, rows: readonly Row[]): readonly boolean[] {
  const kept = rows.map(() => false);
  for (const members of groups(rows)) {
    const candidates = members.map((index) => {
      const { code, response, submitted } = rows[index]!;
      return { code, complete: response.complete, submitted };
    });
    keepOnePerPerson(candidates, study.duplicates).forEach((keep, i) => {
      kept[members[i]!] = keep;
    });
  }
  return kept;
}

/** Why each answer that counts is left out as not eligible; null for all unless the study says so. */
function ineligibleOf(study: Study, rows: readonly Row[]): readonly (string | null)[] {
  if (study.eligibility?.ineligible !== "leave-out") return rows.map(() => null);
  return whyIneligible(
    rows.map(({ response: { trust, wave }, code, notEligible }) => ({ trust, wave, code, notEligible })),
    study.design === "pre-post-linked",
  );
}

/** Positions of the rows of each Trust and wave. */
function groups(rows: readonly Row[]): readonly (readonly number[])[] {
  const byGroup = new Map<string, number[]>();
  rows.forEach(({ response }, index) => push(byGroup, sliceKey(response.trust, response.wave), index));
  return [...byGroup.values()];
}

function sliceKey(one: string, other: string): string {
  return `${one} ${other}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function answerOf(row: Row, variable: string): UsableAnswer {
  const answer: Answer | undefined = row.answers.get(variable)?.[row.position];
  invariant(answer, `no answers read for ${variable}`);
  invariant(answer.kind !== "invalid", `an invalid answer to ${variable} passed the checks`);
  return answer;
}

/** For each question on how useful a component was: the one on whether it was received. */
function receiptsOf(study: Study): ReadonlyMap<string, Variable> {
  const received = new Map(variablesOf(study, "received").map((one) => [one.component, one]));
  return new Map(
    variablesOf(study, "useful").flatMap((one) => {
      const receipt = received.get(one.component);
      return receipt ? [[one.name, receipt] as const] : [];
    }),
  );
}

/**
 * How useful a component was counts only from those who said they received it: for the others it is "not received", or
 * missing for the reason their answer on receiving it is. A form that did not ask about receiving it leaves it as answered.
 */
function usable(receipts: ReadonlyMap<string, Variable>, row: Row, name: string): UsableAnswer {
  const answer = answerOf(row, name);
  const received = receipts.get(name);
  if (!received) return answer;
  const got = answerOf(row, received.name);
  const none = received.categories[0]?.code;
  if (got.kind === "number" && got.value === none) return { kind: "missing", reason: "not received" };
  return got.kind === "missing" && got.reason !== "not asked" ? got : answer;
}

function startOf(study: Study, answer: (variable: string) => UsableAnswer): number | null {
  for (const variable of variablesOf(study, "start")) {
    const start = answer(variable.name);
    if (start.kind === "day") return start.value;
  }
  return null;
}

function pairUp(
  study: Study,
  responsesOf: Dataset["responsesOf"],
  rows: readonly Row[],
  from: string,
  to: string,
): readonly Pair[] {
  return trustCodes(study).flatMap((trust) => {
    const codes = (list: readonly Response[]) => list.map((one) => rows[one.index]!.code);
    const [before, after] = [responsesOf(trust, from), responsesOf(trust, to)];
    return linkCodes(codes(before), codes(after)).map(([i, j]) => ({ before: before[i]!, after: after[j]! }));
  });
}

function countRows(leftOut: readonly LeftOutRows[]): readonly LeftOut[] {
  return leftOut.map(({ trust, wave, reason, rows }) => ({ trust, wave, reason, count: rows.length }));
}

function leftOutAsDuplicates(rows: readonly Row[], kept: readonly boolean[]): readonly LeftOut[] {
  return groups(rows).flatMap((members) => {
    const count = members.filter((index) => !kept[index]).length;
    const { trust, wave } = rows[members[0]!]!.response;
    return count === 0 ? [] : [{ trust, wave, reason: "answered more than once", count }];
  });
}
