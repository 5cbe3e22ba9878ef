import type { MissingReason } from "../core/missing.js";
import { missingReasons } from "../core/missing.js";
import type { Column, Table } from "../core/table.js";
import type { Study } from "../study/study.js";
import { nearest } from "../study/nearest.js";
import type { Variable } from "../study/variable.js";
import { plainWords, withoutNumber } from "../study/wording.js";
import { oneLine } from "./lay-out.js";

/** The columns that hold one variable: one, or one for each option of a tick-all question. */
export type MatchedColumns =
  | { readonly kind: "one"; readonly column: Column }
  | {
      readonly kind: "split";
      readonly parts: readonly SplitPart[];
      /** Options that are missing answers, such as "Prefer not to say". */
      readonly missing: readonly { readonly reason: MissingReason; readonly column: Column }[];
    };

export interface SplitPart {
  readonly code: number;
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
 * headings, whatever the case, white space, quotes, dashes and leading numbers. Columns of a tick-all question may also
 * be its heading with an option's words or number after it. Nothing is matched by likeness.
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
    const split = one ? null : findOption(exact, names);
    if (one) push(ones, one.variable.name, { column, rank: one.rank });
    else if (split) push(splits, split.variable.name, { option: split.option, column });
    else unclaimed.push(column);
  }

  const matched = new Map<string, MatchedColumns>();
  const clashes: { variable: Variable; columns: readonly Column[] }[] = [];
  for (const variable of variables) {
    const whole = bestRank(ones.get(variable.name) ?? []);
    const parts = splits.get(variable.name) ?? [];
    if (whole.length === 1 && parts.length === 0)
      matched.set(variable.name, { kind: "one", column: whole[0]! });
    else if (whole.length === 0 && parts.length > 0 && allDiffer(parts))
      matched.set(variable.name, toSplit(parts));
    else if (whole.length + parts.length > 0) {
      clashes.push({ variable, columns: [...whole, ...parts.map((part) => part.column)] });
    }
    const surplus = (ones.get(variable.name) ?? [])
      .map((each) => each.column)
      .filter((each) => !whole.includes(each));
    unclaimed.push(...surplus);
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
  const names = [column.name, ...column.aliases].map((name) => withoutNumber(oneLine(name)));
  for (const name of names) {
    const headings = variables.flatMap((variable) =>
      headingsOfVariable(variable).map((heading) => ({ variable, heading: oneLine(heading) })),
    );
    const best = nearest(
      plainWords(name),
      headings.map(({ heading }) => plainWords(withoutNumber(heading))),
    );
    const found = headings.find(({ heading }) => plainWords(withoutNumber(heading)) === best);
    if (found) return found;
  }
  return null;
}

type Option =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "missing"; readonly reason: MissingReason };

interface Keyed {
  readonly variable: Variable;
  /** Comparable headings, the surest first. */
  readonly keys: readonly string[];
}

function headingsOfVariable(variable: Variable): readonly string[] {
  return [variable.question, variable.name, ...variable.headings];
}

function keysOf(variable: Variable): readonly string[] {
  const full = headingsOfVariable(variable).map(plainWords);
  const bare = headingsOfVariable(variable).map((heading) => plainWords(withoutNumber(heading)));
  return [...new Set([...full, ...bare])].filter((key) => key !== "");
}

function namesOf(column: Column): readonly string[] {
  const names = [column.name, ...column.aliases];
  return [...new Set([...names.map(plainWords), ...names.map((name) => plainWords(withoutNumber(name)))])];
}

/** Question text is surer than a variable's name, and that surer than a code such as Q5, which two forms may both use. */
function bestExact(
  keyed: readonly Keyed[],
  names: readonly string[],
): { variable: Variable; rank: number } | null {
  let best: { variable: Variable; rank: number } | null = null;
  for (const { variable, keys } of keyed) {
    const rank = keys.findIndex((key) => names.includes(key));
    if (rank >= 0 && (best === null || rank < best.rank)) best = { variable, rank };
  }
  return best;
}

function findOption(
  keyed: readonly Keyed[],
  names: readonly string[],
): { variable: Variable; option: Option } | null {
  for (const { variable, keys } of keyed) {
    if (variable.type !== "multiple") continue;
    for (const name of names) {
      for (const key of keys) {
        if (!name.startsWith(key)) continue;
        const option = readOption(variable, name.slice(key.length));
        if (option) return { variable, option };
      }
    }
  }
  return null;
}

/** What follows the question in the heading of one option: ` - Buddy`, `[Buddy]`, `_2`, ` - Selected Choice - Buddy`. */
function readOption(variable: Variable, rest: string): Option | null {
  const inner = /^(?:\s*[-_:./|>]\s*|\s*[[(]\s*|\s+)(.+)$/.exec(rest)?.[1];
  if (inner === undefined) return null;
  const words = plainWords(inner.replace(/^selected choice\s*-\s*/, ""));
  const open = plainWords(words.replace(/[\])]$/, ""));
  for (const candidate of [words, open]) {
    const category = variable.categories.find((each) => plainWords(each.label) === candidate);
    if (category) return { kind: "code", code: category.code };
    const numbered = variable.categories.find((each) => String(each.code) === candidate);
    if (numbered) return { kind: "code", code: numbered.code };
    const reason = missingReasons.find((each) =>
      variable.missing[each]?.some((word) => plainWords(word) === candidate),
    );
    if (reason) return { kind: "missing", reason };
  }
  return null;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function bestRank(found: readonly { column: Column; rank: number }[]): readonly Column[] {
  const best = Math.min(...found.map((each) => each.rank));
  return found.filter((each) => each.rank === best).map((each) => each.column);
}

function allDiffer(parts: readonly { option: Option }[]): boolean {
  return new Set(parts.map((part) => JSON.stringify(part.option))).size === parts.length;
}

function toSplit(found: readonly { option: Option; column: Column }[]): MatchedColumns {
  const parts: SplitPart[] = [];
  const missing: { reason: MissingReason; column: Column }[] = [];
  for (const { option, column } of found) {
    if (option.kind === "code") parts.push({ code: option.code, column });
    else missing.push({ reason: option.reason, column });
  }
  return { kind: "split", parts, missing };
}
