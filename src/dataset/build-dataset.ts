import { readDay, readTime } from "../core/day.js";
import { invariant } from "../core/invariant.js";
import type { CellValue } from "../core/table.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { LeftOutRows } from "../ingest/split-survey.js";
import type { Answer } from "../study/answer.js";
import { itemsOf, trustCodes, variablesOf } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Dataset, LeftOut, Pair, Response, UsableAnswer } from "./dataset.js";
import { durationOf } from "./duration.js";
import { keepOnePerPerson } from "./duplicates.js";
import { linkCodes, normaliseCode } from "./link.js";
import { scoreScale } from "./score.js";

interface Row {
  readonly response: Omit<Response, "index">;
  readonly code: string | null;
  readonly submitted: number | null;
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
  const rows = inStudyOrder(
    study,
    surveys.flatMap((survey) => readRows(study, survey)),
  );
  const keep = keepers(study, rows);
  const kept = rows.filter((_, index) => keep[index]);
  const responses = kept.map((row, index): Response => ({ index, ...row.response }));
  const answer = (response: Response, variable: string): UsableAnswer =>
    usable(study, kept[response.index]!, variable);
  return {
    study,
    responses,
    leftOut: [...countRows(leftOut), ...leftOutAsDuplicates(rows, keep)],
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
    pairs: (from, to) => pairUp(study, responses, kept, from, to),
    filesOf: (wave) => [
      ...new Set(responses.filter((one) => wave === null || one.wave === wave).map((one) => one.file)),
    ],
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
      code: answer?.kind === "text" ? normaliseCode(answer.value) : null,
      submitted: timeOf(time),
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
  const trusts = trustCodes(study);
  const waves = study.waves.map((wave) => wave.id);
  const rank = ({ response }: Row) =>
    trusts.indexOf(response.trust) * waves.length + waves.indexOf(response.wave);
  return [...rows].sort((a, b) => rank(a) - rank(b));
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

/** Positions of the rows of each Trust and wave. */
function groups(rows: readonly Row[]): readonly (readonly number[])[] {
  const byGroup = new Map<string, number[]>();
  rows.forEach(({ response }, index) => {
    const key = `${response.trust} ${response.wave}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), index]);
  });
  return [...byGroup.values()];
}

function answerOf(row: Row, variable: string): UsableAnswer {
  const answer: Answer | undefined = row.answers.get(variable)?.[row.position];
  invariant(answer, `no answers read for ${variable}`);
  invariant(answer.kind !== "invalid", `an invalid answer to ${variable} passed the checks`);
  return answer;
}

/**
 * How useful a component was counts only from those who said they received it: for the others it is "not received", or
 * missing for the reason their answer on receiving it is. A form that did not ask about receiving it leaves it as answered.
 */
function usable(study: Study, row: Row, name: string): UsableAnswer {
  const answer = answerOf(row, name);
  const variable = study.variables.find((one) => one.name === name);
  if (variable?.role !== "useful") return answer;
  const received = study.variables.find(
    (one) => one.role === "received" && one.component === variable.component,
  );
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
  responses: readonly Response[],
  rows: readonly Row[],
  from: string,
  to: string,
): readonly Pair[] {
  return trustCodes(study).flatMap((trust) => {
    const at = (wave: string) => responses.filter((one) => one.trust === trust && one.wave === wave);
    const codes = (list: readonly Response[]) => list.map((one) => rows[one.index]!.code);
    const [before, after] = [at(from), at(to)];
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
