import type { MissingReason } from "../core/missing.js";
import type { Column, Table } from "../core/table.js";
import type { Study } from "../study/study.js";
import { nearest } from "../study/nearest.js";
import type { Variable } from "../study/variable.js";
import { cleanWording, plainWords, withoutNumber } from "../study/wording.js";
import { oneLine } from "./lay-out.js";
import type { Keyed, Option } from "./match-option.js";
import { findOption, letterOption } from "./match-option.js";

/** The columns that hold one variable: one, or one for each answer. */
export type MatchedColumns =
  | { readonly kind: "one"; readonly column: Column }
  | {
      readonly kind: "split";
      readonly parts: readonly SplitPart[];
      /** Answers that are missing ones, such as "Prefer not to say". */
      readonly missing: readonly { readonly reason: MissingReason; readonly column: Column }[];
    };

/** One answer's own column. */
export interface SplitPart {
  /** Null for an answer beyond the codebook's list, of a question with one answer. */
  readonly code: number | null;
  /** Whether the heading names the answer by its words, or by its number or place in the list. */
  readonly by: "words" | "number";
  readonly column: Column;
}

/** How a survey table's columns and the codebook's rows fit together. */
export interface Matching {
  /** By variable name. */
  readonly matched: ReadonlyMap<string, MatchedColumns>;
  /** Columns that no codebook row of this wave claims, the platform's own left aside. */
  readonly unclaimed: readonly Column[];
  /** Variables of this wave that no column holds. */
  readonly absent: readonly Variable[];
  /** Variables that more than one column could hold; the first is not taken, and they are not in `matched`. */
  readonly clashes: readonly { readonly variable: Variable; readonly columns: readonly Column[] }[];
}

/**
 * Fit a survey table's columns to the codebook's rows of its wave, by the question, the variable's name or any of its
 * headings, whatever the case, white space, quotes, dashes and leading numbers. A question may also have a column for
 * each answer: its heading with the answer's words, number or letter after it. Nothing is matched by likeness.
 */
export function matchColumns(study: Study, table: Table): Matching {
  const wave = table.source.wave;
  const variables = study.variables.filter((variable) => wave === undefined || variable.waves.includes(wave));
  const exact = variables.map((variable) => ({ variable, keys: keysOf(variable) }));
  const ones = new Map<string, { column: Column; rank: number }[]>();
  const splits = new Map<string, { option: Option; column: Column }[]>();
  const unclaimed: Column[] = [];
  for (const column of table.columns.filter((each) => !each.name.startsWith("@"))) {
    const names = namesOf(column);
    const one = bestExact(exact, names);
    const split = findOption(exact, names);
    if (one && (!split || one.length >= split.length))
      push(ones, one.variable.name, { column, rank: one.rank });
    else if (split) push(splits, split.variable.name, { option: split.option, column });
    else unclaimed.push(column);
  }

  const matched = new Map<string, MatchedColumns>();
  const clashes: { variable: Variable; columns: readonly Column[] }[] = [];
  for (const variable of variables) {
    const found = ones.get(variable.name) ?? [];
    const whole = bestRank(found);
    unclaimed.push(...found.map((each) => each.column).filter((each) => !whole.includes(each)));
    const named = splits.get(variable.name) ?? [];
    const parts =
      whole.length === 0 && lettersMakeSense(named)
        ? named
        : named.filter(({ option }) => option.kind !== "letter");
    unclaimed.push(...named.filter((each) => !parts.includes(each)).map((each) => each.column));
    const lettered = parts.length === 0 ? letterParts(variable, whole) : null;
    if (lettered) matched.set(variable.name, toSplit(lettered));
    else if (whole.length === 1 && parts.length === 0)
      matched.set(variable.name, { kind: "one", column: whole[0]! });
    else if (whole.length === 0 && parts.length > 0 && allDiffer(parts))
      matched.set(variable.name, toSplit(parts));
    else if (whole.length + parts.length > 0) {
      clashes.push({ variable, columns: [...whole, ...parts.map((part) => part.column)] });
    }
  }
  const clashing = new Set(clashes.map((clash) => clash.variable.name));
  return {
    matched,
    unclaimed: unclaimed.sort((a, b) => a.position - b.position),
    absent: variables.filter((variable) => !matched.has(variable.name) && !clashing.has(variable.name)),
    clashes,
  };
}

/** The codebook's heading most like an unclaimed column's, with the variable it belongs to; null when none is near. */
export function suggestVariable(
  column: Column,
  variables: readonly Variable[],
): { readonly variable: Variable; readonly heading: string } | null {
  const comparable = (heading: string) => plainWords(withoutNumber(cleanWording(heading)));
  const headings = variables.flatMap((variable) =>
    headingsOfVariable(variable).map((heading) => ({ variable, heading: oneLine(heading) })),
  );
  for (const name of [column.name, ...column.aliases].map(comparable)) {
    const spelt = nearest(
      name,
      headings.map(({ heading }) => comparable(heading)),
    );
    const found =
      headings.find(({ heading }) => comparable(heading) === spelt) ??
      headings.find(({ heading }) => sameWords(comparable(heading), name));
    if (found) return found;
  }
  return null;
}

/** The same words in another order; of one word alone there is no other order. */
function sameWords(a: string, b: string): boolean {
  const sorted = (text: string) => (text.match(/[\p{L}\p{N}']+/gu) ?? []).sort();
  const [one, other] = [sorted(a), sorted(b)];
  return one.length > 1 && one.join(" ") === other.join(" ");
}

function headingsOfVariable(variable: Variable): readonly string[] {
  return [variable.question, variable.name, ...variable.headings];
}

const keysKnown = new WeakMap<Variable, readonly string[]>();

/** Worked out once for each codebook row: a table may have thousands of columns to be compared with it. */
function keysOf(variable: Variable): readonly string[] {
  const known = keysKnown.get(variable);
  if (known) return known;
  const headings = headingsOfVariable(variable).map(cleanWording);
  const full = headings.map(plainWords);
  const bare = headings.map((heading) => plainWords(withoutNumber(heading)));
  const keys = [...new Set([...full, ...bare])].filter((key) => key !== "");
  keysKnown.set(variable, keys);
  return keys;
}

function namesOf(column: Column): readonly string[] {
  const names = [column.name, ...column.aliases];
  const clean = names.map(cleanWording);
  return [...new Set([...clean.map(plainWords), ...clean.map((name) => plainWords(withoutNumber(name)))])];
}

/** Question text is surer than a variable's name, and that surer than a code such as Q5, which two forms may both use. */
function bestExact(
  keyed: readonly Keyed[],
  names: readonly string[],
): { variable: Variable; rank: number; length: number } | null {
  let best: { variable: Variable; rank: number; length: number } | null = null;
  for (const { variable, keys } of keyed) {
    const rank = keys.findIndex((key) => names.includes(key));
    if (rank >= 0 && (best === null || rank < best.rank))
      best = { variable, rank, length: keys[rank]!.length };
  }
  return best;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function bestRank(found: readonly { column: Column; rank: number }[]): readonly Column[] {
  const best = Math.min(...found.map((each) => each.rank));
  return found.filter((each) => each.rank === best).map((each) => each.column);
}

interface Named {
  readonly option: Option;
  readonly column: Column;
}

function allDiffer(parts: readonly Named[]): boolean {
  return new Set(parts.map((part) => JSON.stringify(part.option))).size === parts.length;
}

/** Letters are answers only when there are at least two, from `a` on without a gap: `Q4_a` alone may be "please specify". */
function lettersMakeSense(parts: readonly Named[]): boolean {
  const places = parts.flatMap(({ option }) => (option.kind === "letter" ? [option.place] : []));
  return places.length === 0 || (places.length > 1 && places.every((place, index) => place === index));
}

/** `17.1.a. raw data`, `17.1.b. raw data`: one statement of a grid, with a column for each of its answers. */
function letterParts(variable: Variable, columns: readonly Column[]): readonly Named[] | null {
  if (variable.type !== "single" || columns.length < 2) return null;
  const parts = columns.map((column) => ({
    column,
    found: /^\s*(\S*?\d)[._]([a-z])[.):]?\s/i.exec(column.name),
  }));
  if (parts.some(({ found }) => found === null || found[1] !== parts[0]!.found?.[1])) return null;
  const named = parts.map(({ column, found }) => ({ column, option: letterOption(variable, found![2]!) }));
  return lettersMakeSense(named) ? named : null;
}

function toSplit(found: readonly Named[]): MatchedColumns {
  const parts: SplitPart[] = [];
  const missing: { reason: MissingReason; column: Column }[] = [];
  for (const { option, column } of found) {
    if (option.kind === "missing") missing.push({ reason: option.reason, column });
    else parts.push({ code: option.code, by: option.kind === "letter" ? "number" : option.by, column });
  }
  return { kind: "split", parts, missing };
}
