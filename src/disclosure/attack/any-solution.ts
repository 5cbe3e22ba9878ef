import { Contradiction } from "./contradiction.js";
import { withExtremes } from "./extremes.js";
import { partsOf } from "./parts.js";
import { simplify } from "./simplify.js";
import type { System } from "./system.js";
import { Unproven } from "./unproven.js";

/**
 * Values of the unknowns that satisfy a system, in their order; one of many.
 *
 * @throws Contradiction when there are none
 * @throws Unproven when none could be found, nor that there are none
 */
export function anySolution(system: System): Float64Array {
  const simple = simplify(system);
  const solution = Float64Array.from(simple.unknowns, ({ low }) => low);
  const all = [...system.unknowns.keys()].map((unknown) => [{ unknown, times: 1 }]);
  for (const { place, system: part } of partsOf(simple, all))
    withExtremes(part, (extremes) => {
      const { at } = extremes([], "lowest");
      for (const [whole, own] of place) solution[whole] = at![own]!;
    });
  return solution;
}

/** The same, worked out once and when it is asked for; null when none was found. */
export function anySolutionOnce(system: System): () => Float64Array | null {
  let known: Float64Array | null | undefined;
  return () => {
    if (known !== undefined) return known;
    try {
      known = anySolution(system);
    } catch (error) {
      if (!(error instanceof Contradiction || error instanceof Unproven)) throw error;
      known = null;
    }
    return known;
  };
}
