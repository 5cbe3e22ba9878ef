import { withExtremes } from "./extremes.js";
import { isWide, narrowAmong } from "./narrow-among.js";
import type { Watched } from "./narrow-among.js";
import { partsOf, placed } from "./parts.js";
import { reachOf, simplify } from "./simplify.js";
import { satisfies, valueOf } from "./solution.js";
import type { System, Term } from "./system.js";

/**
 * Whether systems that say some of what a whole one says bound a sum more narrowly than asked, one after another. Solutions
 * found far enough apart are kept: a later system that both satisfy leaves the sum as wide. What cannot be proven to bound it
 * does not.
 *
 * @param terms of unknowns that hang together
 * @param solutionOfWhole what may be true by the whole system, if that is known: elsewhere it may be true of any that says less
 */
export function tooNarrow(
  terms: readonly Term[],
  width: number,
  solutionOfWhole: () => Float64Array | null,
): (system: System) => boolean {
  const apart: (readonly Float64Array[])[] = [];
  return (system) => {
    if (apart.some((pair) => pair.every((at) => satisfies(system, at)))) return false;
    const simple = simplify(system);
    const [low, high] = reachOf(simple.unknowns, terms);
    if (!isWide({ low, high }, width)) return true;
    const part = partsOf(simple, [terms])[0]!;
    const watched = { terms: placed(terms, part.place), width };
    const seen: Float64Array[] = [];
    const [narrow] = withExtremes(part.system, (extremes) =>
      narrowAmong([watched], extremes, (at) => seen.push(at.slice())),
    );
    if (narrow) return narrow.isProven;
    const pair = ends(seen, watched);
    if (pair === null) return false;
    const known = solutionOfWhole();
    if (known !== null) apart.push(pair.map((at) => filledIn(known, part.place, at)));
    return false;
  };
}

/** Of some solutions, two between which the sum is as far apart as asked. */
function ends(solutions: readonly Float64Array[], { terms, width }: Watched): readonly Float64Array[] | null {
  const inOrder = [...solutions].sort((a, b) => valueOf(terms, a) - valueOf(terms, b));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return null;
  return isWide({ low: valueOf(terms, first), high: valueOf(terms, last) }, width) ? [first, last] : null;
}

function filledIn(known: Float64Array, place: ReadonlyMap<number, number>, at: Float64Array): Float64Array {
  const filled = known.slice();
  for (const [whole, part] of place) filled[whole] = at[part]!;
  return filled;
}
