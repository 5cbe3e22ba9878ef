import { withExtremes } from "./extremes.js";
import { partsOf, placed } from "./parts.js";
import { reachOf, simplify } from "./simplify.js";
import { satisfies } from "./solution.js";
import type { Bounds, System, Term } from "./system.js";

/** Whether bounds are at least as far apart as asked, to a millionth of it. */
export function isWide({ low, high }: Bounds, width: number): boolean {
  return low === null || high === null || high - low >= width - 1e-6 * Math.max(1, width);
}

/**
 * Whether systems on the same unknowns bound a sum more narrowly than asked, one after another. Two solutions found far enough
 * apart are kept: a later system that both satisfy leaves the sum as wide.
 *
 * @param terms of unknowns that hang together
 */
export function tooNarrow(terms: readonly Term[], width: number): (system: System) => boolean {
  const apart: (readonly [Known, Known])[] = [];
  return (system) => {
    const simple = simplify(system);
    const [low, high] = reachOf(simple.unknowns, terms);
    if (!isWide({ low, high }, width)) return true;
    const part = partsOf(simple, [terms])[0]!;
    const own = placed(terms, part.place);
    const mayBe = (known: Known) => {
      const at = Float64Array.from(part.place.keys(), (place) => known.get(place) ?? NaN);
      return satisfies(part.system, at);
    };
    if (apart.some((pair) => pair.every(mayBe))) return false;
    return withExtremes(part.system, (extremes) => {
      const highest = extremes(own, "highest");
      if (highest.value === null) return false;
      const top = knownOf(part.place, highest.at!);
      const lowest = extremes(own, "lowest", highest.value - width);
      if (!isWide({ low: lowest.value, high: highest.value }, width)) return true;
      if (lowest.at !== null) apart.push([top, knownOf(part.place, lowest.at)]);
      return false;
    });
  };
}

/** A solution of a part: values by place in the whole. */
type Known = ReadonlyMap<number, number>;

function knownOf(place: ReadonlyMap<number, number>, at: Float64Array): Known {
  return new Map([...place].map(([whole, part]) => [whole, at[part]!]));
}
