import { withExtremes } from "./extremes.js";
import { satisfies } from "./highs.js";
import { reachOf, simplify } from "./simplify.js";
import type { Bounds, System, Term } from "./system.js";

/** Whether bounds are at least as far apart as asked, to a millionth of it. */
export function isWide({ low, high }: Bounds, width: number): boolean {
  return low === null || high === null || high - low >= width - 1e-6 * Math.max(1, width);
}

/**
 * Whether systems on the same unknowns bound a sum more narrowly than asked, one after another. Two solutions found far enough
 * apart are kept: a later system that both satisfy leaves the sum as wide.
 */
export function tooNarrow(terms: readonly Term[], width: number): (system: System) => boolean {
  const apart: (readonly [Float64Array, Float64Array])[] = [];
  return (system) => {
    if (apart.some(([one, other]) => satisfies(system, one) && satisfies(system, other))) return false;
    const simple = simplify(system);
    const [low, high] = reachOf(simple.unknowns, terms);
    if (!isWide({ low, high }, width)) return true;
    return withExtremes(simple, (extremes) => {
      const highest = extremes(terms, "highest");
      if (highest.value === null) return false;
      const top = Float64Array.from(highest.at!);
      const lowest = extremes(terms, "lowest", highest.value - width);
      if (!isWide({ low: lowest.value, high: highest.value }, width)) return true;
      if (lowest.at !== null) apart.push([top, Float64Array.from(lowest.at)]);
      return false;
    });
  };
}
