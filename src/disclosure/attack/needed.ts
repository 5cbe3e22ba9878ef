import type { Constraint, System, Term } from "./system.js";

/**
 * The results that show something together: enough to do so, and not enough when any one of them is left out. Those nearest
 * to a number are tried first, so that the explanation is short (QuickXplain: Junker 2004, AAAI-04, 167-172).
 *
 * @param terms the number that it is about; none for the system as a whole
 * @param isShown whether what some of the results say shows it; once shown, more results never hide it
 * @returns ids of results, in order of code points; none when it is shown without them
 */
export function neededOf(
  system: System,
  terms: readonly Term[],
  isShown: (some: System) => boolean,
): readonly string[] {
  const distance = distances(system, terms);
  const ids = [...distance.keys()].sort((a, b) => distance.get(a)! - distance.get(b)! || (a < b ? -1 : 1));
  const shownBy = (kept: readonly string[]) => isShown(saidBy(system, new Set(kept)));
  if (shownBy([])) return [];
  const furthest = ids.length === 0 ? 0 : distance.get(ids.at(-1)!)!;
  const within = (reach: number) => ids.filter((id) => distance.get(id)! <= reach);
  let reach = 0;
  while (reach < furthest && !shownBy(within(reach))) reach += 1;
  return [...neededAmong(within(reach), [], false, shownBy)].sort();
}

function neededAmong(
  ids: readonly string[],
  given: readonly string[],
  isNew: boolean,
  shownBy: (kept: readonly string[]) => boolean,
): readonly string[] {
  if (ids.length === 0 || (isNew && shownBy(given))) return [];
  if (ids.length === 1) return ids;
  const half = Math.ceil(ids.length / 2);
  const [near, far] = [ids.slice(0, half), ids.slice(half)];
  const ofFar = neededAmong(far, [...given, ...near], true, shownBy);
  const ofNear = neededAmong(near, [...given, ...ofFar], ofFar.length > 0, shownBy);
  return [...ofNear, ...ofFar];
}

/** What is known when only these results are released: a constraint holds only with all the results it comes from. */
function saidBy({ unknowns, constraints }: System, ids: ReadonlySet<string>): System {
  return { unknowns, constraints: constraints.filter(({ from }) => from.every((id) => ids.has(id))) };
}

/** What is known when some results are not released. */
export function saidWithout({ unknowns, constraints }: System, ids: ReadonlySet<string>): System {
  return { unknowns, constraints: constraints.filter(({ from }) => !from.some((id) => ids.has(id))) };
}

/** Ids of the results that say something of a number with the fewest constraints between, in order of code points. */
export function nearestTo(system: System, terms: readonly Term[]): readonly string[] {
  const distance = distances(system, terms);
  const least = Math.min(...distance.values());
  return [...distance.keys()].filter((id) => distance.get(id) === least).sort();
}

/** How many constraints lie between a number and each result: 0 when one says something of the number itself. */
function distances({ constraints }: System, terms: readonly Term[]): ReadonlyMap<string, number> {
  if (terms.length === 0) return new Map(constraints.flatMap(({ from }) => from.map((id) => [id, 0])));
  const distance = new Map<string, number>();
  const reached = new Set(terms.map(({ unknown }) => unknown));
  let left: readonly Constraint[] = constraints;
  for (let steps = 0, more = true; more; steps++) {
    const isNear = new Set(left.filter((one) => one.terms.some(({ unknown }) => reached.has(unknown))));
    for (const { from, terms: own } of isNear) {
      for (const id of from) if (!distance.has(id)) distance.set(id, steps);
      for (const { unknown } of own) reached.add(unknown);
    }
    left = left.filter((one) => !isNear.has(one));
    more = isNear.size > 0;
  }
  return distance;
}
