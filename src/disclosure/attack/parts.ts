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
  const roots = rootsOf(system, together);
  const members = new Map<number, { unknowns: number[]; constraints: Constraint[] }>();
  for (const terms of together)
    for (const { unknown } of terms)
      if (!members.has(roots[unknown]!)) members.set(roots[unknown]!, { unknowns: [], constraints: [] });
  const at = new Int32Array(roots.length);
  for (let place = 0; place < roots.length; place++) {
    const own = members.get(roots[place]!);
    if (own) at[place] = own.unknowns.push(place) - 1;
  }
  const inPart = ({ unknown, times }: Term): Term => ({ unknown: at[unknown]!, times });
  for (const constraint of system.constraints) {
    if (constraint.terms.length === 0) continue;
    const { low, high, from } = constraint;
    members
      .get(roots[constraint.terms[0]!.unknown]!)
      ?.constraints.push({ terms: joined(constraint.terms).map(inPart), low, high, from });
  }
  return [...members.values()].map(({ unknowns, constraints }) => ({
    place: new Map(unknowns.map((whole, part) => [whole, part])),
    system: { unknowns: unknowns.map((one) => system.unknowns[one]!), constraints },
  }));
}

/** For each unknown one that stands for all that hang together with it (union-find: Tarjan 1975, J ACM 22:215-225). */
function rootsOf({ unknowns, constraints }: System, together: readonly (readonly Term[])[]): Int32Array {
  const parent = Int32Array.from(unknowns.keys());
  for (const { terms } of constraints) tie(terms, parent);
  for (const terms of together) tie(terms, parent);
  return parent.map((_, place) => rootOf(place, parent));
}

function tie(terms: readonly Term[], parent: Int32Array): void {
  for (let place = 1; place < terms.length; place++)
    parent[rootOf(terms[place]!.unknown, parent)] = rootOf(terms[0]!.unknown, parent);
}

function rootOf(place: number, parent: Int32Array): number {
  let root = place;
  while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
  return root;
}

/** The terms of a sum that lie in a part, by their places there. */
export function placed(terms: readonly Term[], place: ReadonlyMap<number, number>): readonly Term[] {
  return joined(terms).flatMap(({ unknown, times }) => {
    const at = place.get(unknown);
    return at === undefined ? [] : [{ unknown: at, times }];
  });
}
