import { boundsWithin } from "./bounds.js";
import { valueOf, withSolver } from "./highs.js";
import type { Solver } from "./highs.js";
import { partsOf, placed } from "./parts.js";
import { sourcesOf } from "./sources.js";
import type { Bounds, Breach, Protected, System, Term } from "./system.js";

/** A protected number within one part of the system, and how far apart values that may be true have been seen. */
interface Watched {
  readonly number: Protected;
  readonly terms: readonly Term[];
  low: number;
  high: number;
}

/**
 * The protected numbers that an attacker bounds more narrowly than asked, in the order given, each with the results that
 * give it away together. Every solution found for one number is held against all: two that lie far enough apart prove a
 * number safe, so that only the few that are left cost sums of their own.
 *
 * @throws Contradiction when no values satisfy what is said of a protected number
 */
export function breachesOf(system: System, numbers: readonly Protected[]): readonly Breach[] {
  const parts = partsOf(
    system,
    numbers.map(({ terms }) => terms),
  );
  const found = parts.flatMap((part) => {
    const mine = numbers.filter(({ terms }) => terms.some(({ unknown }) => part.place.has(unknown)));
    const watched = mine.map((number) => ({
      number,
      terms: placed(number.terms, part.place),
      low: Infinity,
      high: -Infinity,
    }));
    return withSolver(part.system, (solver) => breachesWithin(part.system, watched, solver));
  });
  const order = new Map(numbers.map((number, place) => [number, place]));
  return [...found].sort((a, b) => order.get(a.protected)! - order.get(b.protected)!);
}

/** Whether bounds are at least as far apart as asked. */
export function isWide({ low, high }: Bounds, width: number): boolean {
  return low === null || high === null || high - low >= width - 1e-6 * Math.max(1, width);
}

function breachesWithin(part: System, watched: readonly Watched[], solver: Solver): readonly Breach[] {
  const see = (at: Float64Array | null) => {
    if (at === null) return;
    for (const one of watched) {
      const value = valueOf(one.terms, at);
      one.low = Math.min(one.low, value);
      one.high = Math.max(one.high, value);
    }
  };
  return watched.flatMap((one): readonly Breach[] => {
    const { number, terms } = one;
    if (isWide(one, number.width)) return [];
    const highest = solver.extreme(terms, "highest");
    see(highest.at);
    if (highest.value === null || isWide(one, number.width)) return [];
    const lowest = solver.extreme(terms, "lowest");
    see(lowest.at);
    const bounds = { low: lowest.value, high: highest.value };
    if (isWide(bounds, number.width)) return [];
    const isNarrow = (some: System) => !isWide(boundsWithin(some, terms), number.width);
    return [{ protected: number, bounds, from: sourcesOf(part, terms, isNarrow) }];
  });
}
