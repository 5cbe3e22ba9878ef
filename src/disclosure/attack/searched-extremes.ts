import { Contradiction } from "./contradiction.js";
import type { Extreme, Extremes } from "./highs.js";
import { slack } from "./rows.js";
import { searchOf } from "./search.js";
import type { Search } from "./search.js";
import { reachOf } from "./simplify.js";
import { valueOf } from "./solution.js";
import type { System, Term } from "./system.js";

/** As `Extremes`; null when the search gave up. */
export type SearchedExtremes = (...asked: Parameters<Extremes>) => Extreme | null;

/**
 * Extremes of sums of whole numbers by search alone: from one solution to one further out, until there is proof that none
 * lies further.
 *
 * @param solution of the system, to start from, if one is known
 * @throws Contradiction when nothing satisfies the system
 */
export function searchedExtremes(system: System, solution: Float64Array | null): SearchedExtremes {
  const search = searchOf(system);
  let last = solution;
  return (terms, side, enough, reached) => {
    const isCounted = terms.every(
      ({ unknown, times }) => system.unknowns[unknown]!.whole && Number.isInteger(times),
    );
    if (search === null || !isCounted) return null;
    const sign = side === "highest" ? 1 : -1;
    const at = furthest(search, system, {
      sum: terms.map(({ unknown, times }) => ({ unknown, times: sign * times })),
      wanted: enough === undefined ? Infinity : sign * enough,
      reached: reached === undefined ? -Infinity : sign * reached,
      near: last,
    });
    if (at === null) return null;
    last = at;
    const value = valueOf(terms, at);
    const isFurther = reached === undefined || sign * value >= sign * reached;
    return isFurther ? { value, at } : { value: reached, at: null };
  };
}

/** The solution furthest out; any, where none lies further out than what is known to be reached; null when it gave up. */
function furthest(
  search: Search,
  system: System,
  {
    sum,
    wanted,
    reached,
    near,
  }: {
    readonly sum: readonly Term[];
    readonly wanted: number;
    readonly reached: number;
    readonly near: Float64Array | null;
  },
): Float64Array | null {
  let at = near ?? search([], -Infinity, Infinity, null);
  if (at === "none") throw new Contradiction();
  if (at === "gave up") return null;
  let most = reachOf(system.unknowns, sum)[1];
  if (wanted < most) {
    const far = search(sum, wanted, Infinity, at);
    if (far === "gave up") return null;
    if (far !== "none") return far;
    most = Math.ceil(wanted - slack) - 1;
  }
  if (most === Infinity) return null;
  let value = Math.max(valueOf(sum, at), reached);
  while (value < most) {
    const halfway = value + Math.ceil((most - value) / 2);
    const further = search(sum, halfway, Infinity, at);
    if (further === "gave up") return null;
    if (further === "none") most = halfway - 1;
    else {
      at = further;
      value = valueOf(sum, at);
    }
  }
  return at;
}
