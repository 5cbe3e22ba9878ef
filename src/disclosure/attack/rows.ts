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
  const rows = constraints.map(({ terms, low, high }) => ({
    terms: joined(terms),
    low: low ?? -Infinity,
    high: high ?? Infinity,
  }));
  return merged(rows, whole);
}

/** The same of rows of which some terms have gone. */
export function merged(rows: readonly Row[], whole: readonly boolean[]): readonly Row[] {
  const bySum = new Map<string, Row>();
  for (const row of rows.map((one) => reduced(one, whole))) {
    const sum = row.terms.map(({ unknown, times }) => `${unknown}*${times}`).join("+");
    const same = bySum.get(sum);
    bySum.set(
      sum,
      same ? { ...row, low: Math.max(same.low, row.low), high: Math.min(same.high, row.high) } : row,
    );
  }
  const on = bySum.get("");
  const isPossible = ({ low, high }: Row) => low <= high + slack * Math.max(1, Math.abs(high));
  if (![...bySum.values()].every(isPossible) || (on && (on.low > slack || on.high < -slack)))
    throw new Contradiction();
  bySum.delete("");
  return [...bySum.values()];
}

/** A row as a constraint, without the results that it comes from. */
export function constraintOf({ terms, low, high }: Row): Constraint {
  return { terms, low: low === -Infinity ? null : low, high: high === Infinity ? null : high, from: [] };
}

/** Each unknown once, in the order of the unknowns; none that cancels out. */
export function joined(terms: readonly Term[]): readonly Term[] {
  const isJoined = ({ unknown, times }: Term, at: number) =>
    times !== 0 && (at === 0 || unknown > terms[at - 1]!.unknown);
  if (terms.every(isJoined)) return terms;
  const times = new Map<number, number>();
  for (const term of terms) times.set(term.unknown, (times.get(term.unknown) ?? 0) + term.times);
  return [...times]
    .filter(([, factor]) => factor !== 0)
    .sort(([a], [b]) => a - b)
    .map(([unknown, factor]) => ({ unknown, times: factor }));
}

function reduced({ terms, low, high }: Row, whole: readonly boolean[]): Row {
  if (terms.length === 0) return { terms, low, high };
  const isWhole = terms.every(({ unknown, times }) => whole[unknown] && Number.isInteger(times));
  const size = isWhole ? terms.map(({ times }) => Math.abs(times)).reduce(commonDivisor) : 1;
  const by = terms[0]!.times < 0 ? -size : size;
  const [from, to] = by < 0 ? [high / by, low / by] : [low / by, high / by];
  const shared = by === 1 ? terms : terms.map(({ unknown, times }) => ({ unknown, times: times / by }));
  if (!isWhole) return { terms: shared, low: from, high: to };
  return { terms: shared, low: Math.ceil(from - slack), high: Math.floor(to + slack) };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
