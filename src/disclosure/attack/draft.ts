import type { Constraint, System, Term, Unknown } from "./system.js";

/** A system as it is drawn up: the same name is the same unknown, whoever asks for it. */
export interface Draft {
  /** A number of people, 0 or more; its place among the unknowns. */
  people(name: string): number;
  /** An amount of money, 0 or more; its place among the unknowns. */
  amount(name: string): number;
  /** Say that a sum lies between two sides, and which results say so. */
  say(terms: readonly Term[], low: number | null, high: number | null, from: readonly string[]): void;
  /** What was drawn up so far. */
  system(): System;
}

/** Start with nothing known. */
export function startDraft(): Draft {
  const unknowns: Unknown[] = [];
  const constraints: Constraint[] = [];
  const places = new Map<string, number>();
  const place = (unknown: Unknown) => {
    const known = places.get(unknown.name);
    if (known !== undefined) return known;
    places.set(unknown.name, unknowns.length);
    unknowns.push(unknown);
    return unknowns.length - 1;
  };
  return {
    people: (name) => place({ name, whole: true, low: 0, high: null }),
    amount: (name) => place({ name, whole: false, low: 0, high: null }),
    say: (terms, low, high, from) => constraints.push({ terms, low, high, from: [...new Set(from)] }),
    system: () => ({ unknowns, constraints }),
  };
}

/**
 * Say all that a system says of its unknowns, which have other places in the draft, and its results other ids.
 *
 * @param place where each unknown of the system is in the draft
 * @returns the terms of a sum of the system, in the draft
 */
export function sayAllOf(
  { constraints }: System,
  place: readonly number[],
  idOf: (id: string) => string,
  draft: Draft,
): (terms: readonly Term[]) => readonly Term[] {
  const moved = (terms: readonly Term[]) =>
    terms.map(({ unknown, times }) => ({ unknown: place[unknown]!, times }));
  for (const { terms, low, high, from } of constraints) draft.say(moved(terms), low, high, from.map(idOf));
  return moved;
}

/**
 * Terms of a sum, each unknown once.
 *
 * @example sumOf([3, 4], [5]) // => [{ unknown: 3, times: 1 }, { unknown: 4, times: 1 }, { unknown: 5, times: -1 }]
 */
export function sumOf(added: readonly number[], taken: readonly number[] = []): readonly Term[] {
  const times = new Map<number, number>();
  for (const one of added) times.set(one, (times.get(one) ?? 0) + 1);
  for (const one of taken) times.set(one, (times.get(one) ?? 0) - 1);
  return [...times].filter(([, many]) => many !== 0).map(([unknown, many]) => ({ unknown, times: many }));
}
