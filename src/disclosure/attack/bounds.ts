import { withSolver } from "./highs.js";
import { partsOf, placed } from "./parts.js";
import type { Bounds, System, Term } from "./system.js";

/**
 * What an attacker can say of a sum: its lowest and highest value among all values of the unknowns that satisfy every
 * constraint. Both are reached by such values, so no attacker can say more, and none that reckons rightly says less.
 *
 * @param terms each unknown of the sum by its place; several terms of one unknown add up
 * @throws Contradiction when no values satisfy what is said of these unknowns
 */
export function boundsOf(system: System, terms: readonly Term[]): Bounds {
  const parts = partsOf(
    system,
    terms.map((term) => [term]),
  );
  const bounds = parts.map((part) => boundsWithin(part.system, placed(terms, part.place)));
  return { low: sum(bounds.map(({ low }) => low)), high: sum(bounds.map(({ high }) => high)) };
}

/** The same within one part. */
export function boundsWithin(part: System, terms: readonly Term[]): Bounds {
  return withSolver(part, ({ extreme }) => ({
    low: extreme(terms, "lowest").value,
    high: extreme(terms, "highest").value,
  }));
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
