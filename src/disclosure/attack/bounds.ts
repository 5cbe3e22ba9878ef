import { anySolution } from "./any-solution.js";
import { Contradiction } from "./contradiction.js";
import { withExtremes } from "./extremes.js";
import { partsOf, placed } from "./parts.js";
import { simplify } from "./simplify.js";
import { neededOf } from "./needed.js";
import type { Bounds, System, Term } from "./system.js";

/**
 * What an attacker can say of a sum: its lowest and highest value among all values of the unknowns that satisfy every
 * constraint. Both are reached by such values, so no attacker can say more, and none that reckons rightly says less.
 *
 * @param terms each unknown of the sum by its place; several terms of one unknown add up
 * @throws Contradiction when no values satisfy what is said of these unknowns, naming the results that contradict each other
 */
export function boundsOf(system: System, terms: readonly Term[]): Bounds {
  return boundsOfEach(system, [terms])[0]!;
}

/** The same of several sums, in their order: faster than one by one. */
export function boundsOfEach(system: System, sums: readonly (readonly Term[])[]): readonly Bounds[] {
  return explaining(system, () => unexplained(system, sums));
}

/** Do work on a system; when its numbers contradict each other, say which do. */
export function explaining<T>(system: System, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    throw new Contradiction(neededOf(system, [], (some) => !isPossible(some)));
  }
}

/** Parts tell nothing of each other, so that the bounds of a sum are the sums of its bounds within them. */
function unexplained(system: System, sums: readonly (readonly Term[])[]): readonly Bounds[] {
  const parts = partsOf(
    simplify(system),
    sums.flatMap((terms) => terms.map((term) => [term])),
  );
  const low = sums.map((): number | null => 0);
  const high = sums.map((): number | null => 0);
  for (const part of parts)
    withExtremes(part.system, (extremes) => {
      for (const [place, terms] of sums.entries()) {
        const own = placed(terms, part.place);
        if (own.length === 0) continue;
        low[place] = added(low[place] ?? null, extremes(own, "lowest").value);
        high[place] = added(high[place] ?? null, extremes(own, "highest").value);
      }
    });
  return sums.map((_, place) => ({ low: low[place] ?? null, high: high[place] ?? null }));
}

function isPossible(system: System): boolean {
  try {
    anySolution(system);
    return true;
  } catch (error) {
    if (error instanceof Contradiction) return false;
    throw error;
  }
}

function added(total: number | null, value: number | null): number | null {
  return total === null || value === null ? null : total + value;
}
