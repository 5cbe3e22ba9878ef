import type { Column } from "../../core/table.js";
import { cellText, isBlank } from "../grid.js";
import { oneLine } from "../lay-out.js";
import { cleanWording, plainWords, withoutNumber } from "../../study/wording.js";

/** A question as an export shows it, in one column or spread over several. */
export interface Question {
  /** What it asks: of a grid the statement, else the whole wording. */
  readonly text: string;
  /** Headings by which exports of this platform show it. */
  readonly headings: readonly string[];
  /** What the statements of one grid have in common, that they share their list of answers; null outside a grid. */
  readonly stem: string | null;
  readonly columns: readonly Column[];
  /** Words of each option, for a tick-all question with a column for each; null where the export has numbers alone. */
  readonly options: readonly (string | null)[] | null;
}

/**
 * Group the columns of an export into questions: statements of a grid (`Stem [statement]`, `Stem - statement`, `Q5_1`)
 * stay questions of their own under one stem, columns of ticks become one question with options.
 */
export function findQuestions(columns: readonly Column[]): readonly Question[] {
  const worded = columns.map((column) => ({ column, ...wordingOf(column) }));
  const counts = new Map<string, number>();
  for (const { wording } of worded) {
    for (const { stem } of splits(wording)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const parted = worded.map((each) => {
    const shared = splits(each.wording).filter(({ stem }) => (counts.get(stem) ?? 0) > 1);
    return { ...each, split: shared.sort((a, b) => b.stem.length - a.stem.length)[0] ?? null };
  });
  const done = new Set<Column>();
  return parted.flatMap((each): readonly Question[] => {
    if (done.has(each.column)) return [];
    const { split } = each;
    const group = split === null ? [] : parted.filter((other) => other.split?.stem === split.stem);
    if (split !== null && areTicks(group.map(({ column, split: own }) => ({ column, part: own!.part })))) {
      for (const { column } of group) done.add(column);
      const options = group.map(({ split: own }) => (own!.coded ? null : oneLine(cleanWording(own!.part))));
      const headings = [split.text, codeOf(group.map(({ column }) => column.name))];
      return [
        {
          text: questionText(split.text),
          headings: headings.filter((heading) => heading !== null),
          stem: null,
          columns: group.map(({ column }) => column),
          options,
        },
      ];
    }
    const inGrid = split !== null && !split.coded;
    const text = questionText(inGrid ? split.part : each.wording);
    const headings = inGrid || each.code !== null ? [each.wording, each.code] : [];
    return [
      {
        text,
        headings: headings.filter(
          (heading) => heading !== null && questionText(heading) !== text,
        ) as string[],
        stem: split?.stem ?? null,
        columns: [each.column],
        options: null,
      },
    ];
  });
}

/** The wording of a column is the name with most words; its code is its heading, when that is another. */
function wordingOf({ name, aliases }: Column): { readonly wording: string; readonly code: string | null } {
  const names = [name, ...aliases.filter((alias) => !/^(?:QID\d|_recordId)/.test(alias))].map(oneLine);
  const words = (text: string) => text.split(" ").length;
  const wording = names.reduce((a, b) => (words(b) > words(a) ? b : a));
  return { wording, code: wording === names[0] ? null : names[0]! };
}

interface Split {
  /** Comparable. */
  readonly stem: string;
  /** As written. */
  readonly text: string;
  readonly part: string;
  /** Whether the part is a number alone. */
  readonly coded: boolean;
}

/** The ways in which a heading may be a stem and a part: `Stem [part]`, `Stem - part`, `Q5_1`. */
function splits(wording: string): readonly Split[] {
  const found: Split[] = [];
  const add = (text: string, part: string, coded: boolean) =>
    found.push({ stem: plainWords(cleanWording(text)), text: text.trim(), part: part.trim(), coded });
  const bracketed = /^(.*\S)\s*\[([^\]]+)\]$/.exec(wording);
  if (bracketed) add(bracketed[1]!, bracketed[2]!, false);
  const coded = /^([A-Za-z][A-Za-z0-9.]*)_{1,3}(\d{1,3})$/.exec(wording);
  if (coded) add(coded[1]!, coded[2]!, true);
  for (const dash of wording.matchAll(/\s[-–—]\s/g)) {
    const part = wording.slice(dash.index + dash[0].length).replace(/^Selected Choice\s*-\s*/i, "");
    add(wording.slice(0, dash.index), part, false);
  }
  return found.filter(({ stem, part }) => stem !== "" && part !== "");
}

function questionText(text: string): string {
  return oneLine(withoutNumber(cleanWording(text)));
}

/** `Q9` of Q9_1, Q9_2: how a codebook names a question that has a column for each option. */
function codeOf(names: readonly string[]): string | null {
  const stems = new Set(names.map((name) => /^([A-Za-z]\w*?)_{1,3}\d+$/.exec(name.trim())?.[1] ?? ""));
  const [only] = stems;
  return stems.size === 1 && only !== "" ? only! : null;
}

const tickWords = [
  "0",
  "1",
  "true",
  "false",
  "checked",
  "unchecked",
  "selected",
  "not selected",
  "x",
  "✓",
  "✔",
];

/** Ticks are 1 and 0, or the option's own words and nothing. A 0 beside an empty cell is an answer of a grid. */
function areTicks(parts: readonly { readonly column: Column; readonly part: string }[]): boolean {
  if (parts.length < 2) return false;
  return parts.every(({ column, part }) => {
    const words = new Set(column.values.map((value) => (isBlank(value) ? "" : plainWords(cellText(value)))));
    if (words.has("0") && words.has("")) return false;
    return [...words].every((word) => word === "" || tickWords.includes(word) || word === plainWords(part));
  });
}
