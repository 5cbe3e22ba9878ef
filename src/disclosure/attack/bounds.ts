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
  return explaining(system, () => unexplained(system, terms));
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

/** The same as `boundsOf`, without naming what contradicts. */
export function unexplained(system: System, terms: readonly Term[]): Bounds {
  const simple = simplify(system);
  const parts = partsOf(
    simple,
    terms.map((term) => [term]),
  );
  const bounds = parts.map((part) =>
    withExtremes(part.system, (extremes) => {
      const own = placed(terms, part.place);
      return { low: extremes(own, "lowest").value, high: extremes(own, "highest").value };
    }),
  );
  return { low: sum(bounds.map(({ low }) => low)), high: sum(bounds.map(({ high }) => high)) };
}

function isPossible(system: System): boolean {
  try {
    unexplained(
      system,
      [...system.unknowns.keys()].map((unknown) => ({ unknown, times: 0 })),
    );
    return true;
  } catch (error) {
    if (error instanceof Contradiction) return false;
    throw error;
  }
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
