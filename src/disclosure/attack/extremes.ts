import { flowOf } from "./flow.js";
import { withSolver } from "./highs.js";
import type { Extremes } from "./highs.js";
import { networkOf } from "./network.js";
import type { System } from "./system.js";

/**
 * Work with the extremes of one simplified system: by flow where it is a network and one unknown is asked about, otherwise by
 * linear programs. Both are exact.
 *
 * @throws Contradiction when nothing satisfies the system
 */
export function withExtremes<T>(system: System, work: (extremes: Extremes) => T): T {
  const network = networkOf(system);
  const flow = network && flowOf(network);
  return withSolver(system, (extremes) =>
    work((terms, side, enough) => {
      const [only, ...others] = terms;
      if (flow === null || !only || others.length > 0) return extremes(terms, side, enough);
      const { unknown, times } = only;
      const value = (side === "highest") === times > 0 ? flow.highest(unknown) : flow.lowest(unknown);
      return value === null ? { value, at: null } : { value: value * times, at: flow.along };
    }),
  );
}
