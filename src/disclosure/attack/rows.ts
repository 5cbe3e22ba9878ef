import { Contradiction } from "./contradiction.js";
import type { Constraint, Term } from "./system.js";

/** A whole number this near to a limit is on it: limits are decimals, which a computer keeps only nearly. */
export const slack = 1e-6;

/** A constraint with open sides as infinities. */
export interface Row {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
}

/**
 * What constraints say, each sum once: each unknown once in it and the first counted positive, a sum of whole numbers divided
 * by what divides all its terms, between whole limits.
 *
 * @param whole of each unknown, whether it is a whole number
 * @throws Contradiction when a sum is left no value
 */
export function rowsOf(constraints: readonly Constraint[], whole: readonly boolean[]): readonly Row[] {
  const rows = constraints.map(rowOf);
  return merged(
    rows.map((row) => ({ ...row, terms: joined(row.terms) })),
    whole,
  );
}

/** The same of rows of which some terms have gone. */
export function merged(rows: readonly Row[], whole: readonly boolean[]): readonly Row[] {
  const kept: Row[] = [];
  const byEnds = new Map<number, number[]>();
  for (const given of rows) {
    const row = reduced(given, whole);
    if (!isPossible(row)) throw new Contradiction();
    if (row.terms.length === 0) continue;
    const ends = row.terms[0]!.unknown * whole.length + row.terms.at(-1)!.unknown;
    const places = byEnds.get(ends) ?? [];
    const same = places.find((place) => isSameSum(kept[place]!.terms, row.terms));
    if (same === undefined) {
      byEnds.set(ends, [...places, kept.length]);
      kept.push(row);
    } else {
      const { low, high } = kept[same]!;
      kept[same] = { ...row, low: Math.max(low, row.low), high: Math.min(high, row.high) };
    }
  }
  if (!kept.every(isPossible)) throw new Contradiction();
  return kept;
}

function isPossible({ terms, low, high }: Row): boolean {
  if (terms.length === 0 && (low > slack || high < -slack)) return false;
  return low <= high + slack * Math.max(1, Math.abs(high));
}

function isSameSum(terms: readonly Term[], others: readonly Term[]): boolean {
  if (terms.length !== others.length) return false;
  return terms.every(
    ({ unknown, times }, at) => unknown === others[at]!.unknown && times === others[at]!.times,
  );
}

/** A row as a constraint, without the results that it comes from. */
export function constraintOf({ terms, low, high }: Row): Constraint {
  return { terms, low: low === -Infinity ? null : low, high: high === Infinity ? null : high, from: [] };
}

/** A constraint as a row as it stands. */
export function rowOf({ terms, low, high }: Constraint): Row {
  return { terms, low: low ?? -Infinity, high: high ?? Infinity };
}

/** Each unknown once, in the order of the unknowns; none that cancels out. */
export function joined(terms: readonly Term[]): readonly Term[] {
  if (isJoined(terms)) return terms;
  const times = new Map<number, number>();
  for (const term of terms) times.set(term.unknown, (times.get(term.unknown) ?? 0) + term.times);
  return [...times]
    .filter(([, factor]) => factor !== 0)
    .sort(([a], [b]) => a - b)
    .map(([unknown, factor]) => ({ unknown, times: factor }));
}

function isJoined(terms: readonly Term[]): boolean {
  let last = -1;
  for (const { unknown, times } of terms) {
    if (times === 0 || unknown <= last) return false;
    last = unknown;
  }
  return true;
}

function reduced(row: Row, whole: readonly boolean[]): Row {
  const { terms, low, high } = row;
  if (terms.length === 0) return row;
  const isWhole = terms.every(({ unknown, times }) => whole[unknown] && Number.isInteger(times));
  const size = isWhole ? terms.reduce((divisor, { times }) => commonDivisor(Math.abs(times), divisor), 0) : 1;
  const by = terms[0]!.times < 0 ? -size : size;
  const [from, to] = by < 0 ? [high / by, low / by] : [low / by, high / by];
  const shared = by === 1 ? terms : terms.map(({ unknown, times }) => ({ unknown, times: times / by }));
  if (!isWhole) return { terms: shared, low: from, high: to };
  return { terms: shared, low: Math.ceil(from - slack), high: Math.floor(to + slack) };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
