import { flowOf } from "./flow.js";
import { withSolver } from "./highs.js";
import type { Extremes } from "./highs.js";
import { networkOf } from "./network.js";
import { searchedExtremes } from "./searched-extremes.js";
import type { System } from "./system.js";

/**
 * Work with the extremes of one simplified system: by flow where it is a network and one unknown is asked about, by search
 * where that soon comes to an end, otherwise by linear programs. All are exact.
 *
 * @param solution of the system, if one is known
 * @throws Contradiction when nothing satisfies the system
 */
export function withExtremes<T>(
  system: System,
  work: (extremes: Extremes) => T,
  solution: Float64Array | null = null,
): T {
  const network = networkOf(system);
  const flow = network && flowOf(network);
  const searched = searchedExtremes(system, solution);
  return withSolver(system, (extremes) =>
    work((terms, side, enough, reached) => {
      const [only, ...others] = terms;
      if (flow !== null && !only) return { value: 0, at: flow.along };
      if (flow === null || !only || others.length > 0)
        return searched(terms, side, enough, reached) ?? extremes(terms, side, enough, reached);
      const { unknown, times } = only;
      const value = (side === "highest") === times > 0 ? flow.highest(unknown) : flow.lowest(unknown);
      return value === null ? { value, at: null } : { value: value * times, at: flow.along };
    }),
  );
}
