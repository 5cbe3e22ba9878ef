import type { Column } from "../core/table.js";
import type { Answer } from "../study/answer.js";
import type { Study } from "../study/study.js";
import type { SurveyAnswers, SurveyFile } from "./answers.js";
import type { MatchedColumns, Matching } from "./match.js";
import { readPlace } from "./place-answer.js";

/** Rows of one file that are left out before analysis, for one reason. */
export interface LeftOutRows {
  /** As far as it is known whose they are. */
  readonly trust: string | null;
  readonly wave: string | null;
  readonly reason: string;
  /** File rows. */
  readonly rows: readonly number[];
}

/** A survey file by Trust and wave, with the rows that its format left out, and those that belong nowhere. */
export interface SplitSurvey {
  readonly parts: readonly SurveyAnswers[];
  readonly leftOut: readonly LeftOutRows[];
}

/** Why a row of a central survey is left out when its Trust or its wave question was not answered. */
export const noPlace = { trust: "no Trust of the study given", wave: "no wave of the study given" } as const;

/**
 * The answers of a survey file by Trust and wave, in the study's order: the file itself where study.yaml names both, else
 * its rows as the Trust and wave questions tell, with their numbers in the file and in its order. A row without an answer
 * to these is left out, and counted. A question that a wave does not ask is missing as `not asked` there, whatever a cell
 * holds.
 */
export function splitSurvey(study: Study, file: SurveyFile): SplitSurvey {
  const { table } = file;
  const byFormat = table.leftOut.flatMap(({ reason, rows, columns }) => {
    const places = placesOf(study, file, columns, rows.length);
    return groupBy(places, keyOf).map((positions) => ({
      ...places[positions[0]!]!,
      reason,
      rows: pick(rows, positions),
    }));
  });
  if (isPart(file)) return { parts: [file], leftOut: byFormat };
  const places = placesOf(study, file, table.columns, table.rows.length);
  const groups = groupBy(places, keyOf).map((positions) => ({ ...places[positions[0]!]!, positions }));
  const placed = groups.flatMap(({ trust, wave, positions }) =>
    trust === null || wave === null ? [] : [{ trust, wave, positions }],
  );
  const nowhere = groups.filter(({ trust, wave }) => trust === null || wave === null);
  return {
    parts: inStudyOrder(study, placed).map((group) => partOf(study, file, group)),
    leftOut: [
      ...byFormat,
      ...nowhere.map(({ trust, wave, positions }) => ({
        trust,
        wave,
        reason: trust === null ? noPlace.trust : noPlace.wave,
        rows: pick(table.rows, positions),
      })),
    ],
  };
}

interface Place {
  readonly trust: string | null;
  readonly wave: string | null;
}

interface Group {
  readonly trust: string;
  readonly wave: string;
  /** Positions in the table of the whole file. */
  readonly positions: readonly number[];
}

function isPart(file: SurveyFile): file is SurveyAnswers {
  return file.trust !== null && file.wave !== null;
}

/** Where each of some rows belongs, as the file's declaration or the row's own answers tell. */
function placesOf(
  study: Study,
  { declared, matching, trust, wave }: SurveyFile,
  columns: readonly Column[],
  count: number,
): readonly Place[] {
  const toldBy = (question: string | undefined) => {
    const variable = study.variables.find(({ name }) => name === question);
    const matched = question === undefined ? undefined : matching.matched.get(question);
    if (!variable || matched?.kind !== "one") return () => null;
    const values = columns.find(({ position }) => position === matched.column.position)?.values ?? [];
    return (row: number): string | null => {
      const answer = readPlace(study, variable, values[row] ?? null);
      return answer.kind === "text" ? answer.value : null;
    };
  };
  const trustOfRow = trust === null ? toldBy(declared.trust_question) : () => trust;
  const waveOfRow = wave === null ? toldBy(declared.wave_question) : () => wave;
  return Array.from({ length: count }, (_, row) => ({ trust: trustOfRow(row), wave: waveOfRow(row) }));
}

function keyOf({ trust, wave }: Place): string {
  return `${trust ?? ""} ${wave ?? ""}`;
}

/** Positions of the items of each key, in the order in which the keys first appear. */
function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  items.forEach((item, index) => {
    const group = groups.get(key(item));
    if (group) group.push(index);
    else groups.set(key(item), [index]);
  });
  return [...groups.values()];
}

function inStudyOrder(study: Study, groups: readonly Group[]): readonly Group[] {
  return study.trusts.flatMap(({ code }) =>
    study.waves.flatMap(({ id }) => groups.filter(({ trust, wave }) => trust === code && wave === id)),
  );
}

function partOf(study: Study, file: SurveyFile, { trust, wave, positions }: Group): SurveyAnswers {
  const columns = new Map(
    file.table.columns.map((column) => [column, { ...column, values: pick(column.values, positions) }]),
  );
  const asked = new Set(study.variables.filter(({ waves }) => waves.includes(wave)).map(({ name }) => name));
  const notAsked = positions.map((): Answer => ({ kind: "missing", reason: "not asked" }));
  return {
    ...file,
    trust,
    wave,
    table: {
      ...file.table,
      source: { ...file.table.source, trust, wave },
      columns: [...columns.values()],
      rows: pick(file.table.rows, positions),
      leftOut: [],
    },
    matching: narrow(file.matching, asked, (column) => columns.get(column) ?? column),
    answers: new Map(
      [...file.answers].map(([name, answers]) => [
        name,
        asked.has(name) ? pick(answers, positions) : notAsked,
      ]),
    ),
  };
}

/** The matching of the rows of one wave: its own variables, and columns of these rows. */
function narrow(
  { matched, unclaimed, absent, clashes }: Matching,
  asked: ReadonlySet<string>,
  columnOf: (column: Column) => Column,
): Matching {
  const part = (columns: MatchedColumns): MatchedColumns =>
    columns.kind === "one"
      ? { kind: "one", column: columnOf(columns.column) }
      : {
          kind: "split",
          parts: columns.parts.map((one) => ({ ...one, column: columnOf(one.column) })),
          missing: columns.missing.map((one) => ({ ...one, column: columnOf(one.column) })),
        };
  return {
    matched: new Map(
      [...matched].filter(([name]) => asked.has(name)).map(([name, columns]) => [name, part(columns)]),
    ),
    unclaimed: unclaimed.map(columnOf),
    absent: absent.filter(({ name }) => asked.has(name)),
    clashes: clashes
      .filter(({ variable }) => asked.has(variable.name))
      .map((clash) => ({ ...clash, columns: clash.columns.map(columnOf) })),
  };
}

function pick<T>(values: readonly T[], positions: readonly number[]): readonly T[] {
  return positions.map((position) => values[position]!);
}
