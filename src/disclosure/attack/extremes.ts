import { flowOf } from "./flow.js";
import { withSolver } from "./highs.js";
import type { Extreme, Side } from "./highs.js";
import { networkOf } from "./network.js";
import type { System, Term } from "./system.js";

/** The highest or lowest value of a sum within a system. */
export type Extremes = (terms: readonly Term[], side: Side) => Extreme;

/**
 * Work with the extremes of one simplified system: by flow where it is a network and one unknown is asked about, otherwise by
 * linear programs. Both are exact.
 *
 * @throws Contradiction when nothing satisfies the system
 */
export function withExtremes<T>(system: System, work: (extremes: Extremes) => T): T {
  const network = networkOf(system);
  const flow = network && flowOf(network);
  return withSolver(system, ({ extreme }) =>
    work((terms, side) => {
      const [only, ...others] = terms;
      if (flow === null || !only || others.length > 0) return extreme(terms, side);
      const { unknown, times } = only;
      const value = (side === "highest") === times > 0 ? flow.highest(unknown) : flow.lowest(unknown);
      return value === null ? { value, at: null } : { value: value * times, at: flow.along };
    }),
  );
}
