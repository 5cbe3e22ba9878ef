import { joined } from "./rows.js";
import type { Constraint, System, Term } from "./system.js";

/** Unknowns that hang together by constraints, as a system of their own. */
export interface Part {
  readonly system: System;
  /** Place in the part, by place in the whole. */
  readonly place: ReadonlyMap<number, number>;
}

/**
 * The system split where nothing ties unknowns to each other: what is said of one part tells nothing of another.
 *
 * @param together sums whose unknowns are wanted in one part, whether or not anything ties them
 * @returns those parts that hold an unknown of such a sum, in the order of the sums
 */
export function partsOf(system: System, together: readonly (readonly Term[])[]): readonly Part[] {
  const parent = Int32Array.from(system.unknowns, (_, place) => place);
  const root = (place: number): number => {
    while (parent[place] !== place) place = parent[place] = parent[parent[place]!]!;
    return place;
  };
  const tie = (terms: readonly Term[]) => {
    for (const { unknown } of terms) parent[root(unknown)] = root(terms[0]!.unknown);
  };
  const constraints = system.constraints.filter(({ terms }) => terms.length > 0);
  for (const { terms } of constraints) tie(terms);
  for (const terms of together) tie(terms);

  const roots = [...new Set(together.flatMap((terms) => terms.map(({ unknown }) => root(unknown))))];
  const members = new Map(
    roots.map((one) => [one, { unknowns: [] as number[], constraints: [] as Constraint[] }]),
  );
  for (const place of system.unknowns.keys()) members.get(root(place))?.unknowns.push(place);
  for (const constraint of constraints)
    members.get(root(constraint.terms[0]!.unknown))?.constraints.push(constraint);
  return [...members.values()].map((member) => {
    const place = new Map(member.unknowns.map((whole, part) => [whole, part]));
    return {
      place,
      system: {
        unknowns: member.unknowns.map((one) => system.unknowns[one]!),
        constraints: member.constraints.map((one) => ({ ...one, terms: placed(one.terms, place) })),
      },
    };
  });
}

/** The terms of a sum that lie in a part, by their places there. */
export function placed(terms: readonly Term[], place: ReadonlyMap<number, number>): readonly Term[] {
  return joined(terms).flatMap(({ unknown, times }) => {
    const at = place.get(unknown);
    return at === undefined ? [] : [{ unknown: at, times }];
  });
}
