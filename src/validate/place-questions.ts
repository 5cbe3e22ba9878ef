import type { SurveyFile } from "../ingest/answers.js";
import { cellText } from "../ingest/grid.js";
import { looksLikeName } from "../ingest/identifiers/column-content.js";
import { oneLine } from "../ingest/lay-out.js";
import type { Answer } from "../study/answer.js";
import { tellsPlace, trustNames, waveNames } from "../study/place-names.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { nearest } from "../study/nearest.js";
import { plainWords } from "../study/wording.js";
import type { Column, Table } from "../core/table.js";

/** A question of one file that asks for the Trust or the wave, with its answers. */
export interface PlaceQuestion {
  readonly survey: SurveyFile;
  readonly variable: Variable;
  /** What it asks for, in words: `Trust` or `wave`. */
  readonly what: "Trust" | "wave";
  /** Whether the file's answers are sorted by it; else study.yaml says where all of them belong. */
  readonly sorts: boolean;
  /** Null when no column, or more than one, could hold it. */
  readonly column: Column | null;
  readonly answers: readonly Answer[];
}

/** Every question of these files that asks for the Trust or the wave, file by file, in codebook order. */
export function placeQuestions(study: Study, files: readonly SurveyFile[]): readonly PlaceQuestion[] {
  return files.flatMap((survey) =>
    study.variables.filter(tellsPlace).flatMap((variable): readonly PlaceQuestion[] => {
      const { declared, matching, answers } = survey;
      const sorts = [declared.trust_question, declared.wave_question].includes(variable.name);
      const columns = matching.matched.get(variable.name);
      if (!sorts && columns?.kind !== "one") return [];
      return [
        {
          survey,
          variable,
          what: variable.role === "trust" ? "Trust" : "wave",
          sorts,
          column: columns?.kind === "one" ? columns.column : null,
          answers: answers.get(variable.name) ?? [],
        },
      ];
    }),
  );
}

/** The same answer in several rows. */
export interface SameAnswer {
  /** As it was first written. */
  readonly text: string;
  /** Rows of the table, then of the file. */
  readonly positions: readonly number[];
  readonly rows: readonly number[];
}

/** Some answers of a column put together by their words, in the order in which they first stand. */
export function sameAnswers(
  table: Table,
  column: Column,
  wanted: (position: number) => boolean,
): readonly SameAnswer[] {
  const groups = new Map<string, number[]>();
  column.values.forEach((value, position) => {
    if (!wanted(position)) return;
    const words = plainWords(cellText(value));
    const group = groups.get(words);
    if (group) group.push(position);
    else groups.set(words, [position]);
  });
  return [...groups.values()].map((positions) => ({
    text: oneLine(cellText(column.values[positions[0]!] ?? null)),
    positions,
    rows: positions.map((position) => table.rows[position]!),
  }));
}

/** Longer words may be somebody's own, and are only counted; so are those that may hold an address or a number. */
const longest = 40;

/** Words that name a place or a time rather than a person. */
const ofPlaces =
  /\b(?:all|arrival|baseline|care|centre|city|clinic|county|day|east|follow|foundation|general|group|health\w*|hospitals?|infirmary|medical|months?|nhs|north|royal|saint|school|south|st|teaching|total|trusts?|university|wave|weeks?|west|years?)\b/i;

/**
 * A name of a Trust or wave as somebody typed it, fit for a finding: in quotation marks, and not at all where it may be a
 * person's name, because it looks like one and is near to no name of the study.
 */
export function showTyped(study: Study, text: string): string {
  if (text.length > longest || /@|\d{4}/.test(text)) return `${text.length} characters of text`;
  const near = nearest(text, [...trustNames(study), ...waveNames(study)]) !== null;
  return looksLikeName(text) && !near && !ofPlaces.test(text) ? "what may be a person's name" : `"${text}"`;
}
