import { Contradiction } from "./contradiction.js";
import type { Extreme, Side } from "./highs.js";
import { slack } from "./rows.js";
import { searchOf } from "./search.js";
import type { Search } from "./search.js";
import { reachOf } from "./simplify.js";
import { valueOf } from "./solution.js";
import type { System, Term } from "./system.js";

/** The highest or lowest value of a sum, or one that is enough; null when the search gave up. */
export type SearchedExtremes = (terms: readonly Term[], side: Side, enough?: number) => Extreme | null;

/**
 * Extremes of sums of whole numbers by search alone: from one solution to one further out, until there is proof that none
 * lies further.
 *
 * @throws Contradiction when nothing satisfies the system
 */
export function searchedExtremes(system: System): SearchedExtremes {
  const search = searchOf(system);
  let last: Float64Array | null = null;
  return (terms, side, enough) => {
    const isCounted = terms.every(
      ({ unknown, times }) => system.unknowns[unknown]!.whole && Number.isInteger(times),
    );
    if (search === null || !isCounted) return null;
    const found = furthest(search, system, terms, side, enough, last);
    if (found !== null) last = found;
    return found && { value: valueOf(terms, found), at: found };
  };
}

function furthest(
  search: Search,
  system: System,
  terms: readonly Term[],
  side: Side,
  enough: number | undefined,
  near: Float64Array | null,
): Float64Array | null {
  const sign = side === "highest" ? 1 : -1;
  const sum = terms.map(({ unknown, times }) => ({ unknown, times: sign * times }));
  const wanted = enough === undefined ? Infinity : sign * enough;
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
  for (let value = valueOf(sum, at); value < most; value = valueOf(sum, at)) {
    const halfway = value + Math.ceil((most - value) / 2);
    const further: ReturnType<Search> = search(sum, halfway, Infinity, at);
    if (further === "gave up") return null;
    if (further === "none") most = halfway - 1;
    else at = further;
  }
  return at;
}
