import type { Constraint, System, Term } from "./system.js";

/**
 * The results that give a number away together: enough to do so, and not enough when any one of them is left out. Those
 * nearest to the number are tried first, so that the explanation is short.
 *
 * @param isNarrow whether what some of the results say gives the number away
 * @returns ids of results, in order of code points; none when anybody knows the number without them
 */
export function sourcesOf(
  part: System,
  terms: readonly Term[],
  isNarrow: (some: System) => boolean,
): readonly string[] {
  const distance = distances(part, terms);
  const ids = [...distance.keys()].sort((a, b) => distance.get(a)! - distance.get(b)! || (a < b ? -1 : 1));
  const narrowWith = (kept: ReadonlySet<string>) => isNarrow(saidBy(part, kept));
  const within = (reach: number) => new Set(ids.filter((id) => distance.get(id)! <= reach));
  const furthest = ids.length === 0 ? 0 : distance.get(ids.at(-1)!)!;
  let reach = 0;
  while (reach < furthest && !narrowWith(within(reach))) reach += 1;
  const kept = within(reach);
  for (const id of [...kept].reverse()) {
    kept.delete(id);
    if (!narrowWith(kept)) kept.add(id);
  }
  return [...kept].sort();
}

/** What is known when only these results are released: a constraint holds only with all the results it comes from. */
function saidBy({ unknowns, constraints }: System, ids: ReadonlySet<string>): System {
  return { unknowns, constraints: constraints.filter(({ from }) => from.every((id) => ids.has(id))) };
}

/** How many constraints lie between a number and each result: 0 when one says something of the number itself. */
function distances({ constraints }: System, terms: readonly Term[]): ReadonlyMap<string, number> {
  const distance = new Map<string, number>();
  const reached = new Set(terms.map(({ unknown }) => unknown));
  let left: readonly Constraint[] = constraints;
  for (let steps = 0; left.length > 0; steps++) {
    const touches = ({ terms: own }: Constraint) => own.some(({ unknown }) => reached.has(unknown));
    const now = left.filter(touches);
    if (now.length === 0) break;
    left = left.filter((constraint) => !now.includes(constraint));
    for (const { from, terms: own } of now) {
      for (const id of from) if (!distance.has(id)) distance.set(id, steps);
      for (const { unknown } of own) reached.add(unknown);
    }
  }
  return distance;
}
