import { withExtremes } from "./extremes.js";
import { isWide, narrowAmong } from "./narrow-among.js";
import type { Watched } from "./narrow-among.js";
import { partsOf, placed } from "./parts.js";
import { reachOf, simplify } from "./simplify.js";
import type { System } from "./system.js";

/**
 * Whether systems that say some of what a whole one says bound a sum more narrowly than asked, one after another. Whatever may
 * be true by the whole system may be true of any that says less: the search starts from there. What cannot be proven to bound
 * it does not.
 *
 * @param watched the sum, of unknowns that hang together, and values that it may take by the whole system
 * @param solutionOfWhole what may be true by the whole system, if that is known
 */
export function tooNarrow(
  { terms, width, known }: Watched,
  solutionOfWhole: () => Float64Array | null,
): (system: System) => boolean {
  return (system) => {
    const simple = simplify(system);
    const [low, high] = reachOf(simple.unknowns, terms);
    if (!isWide({ low, high }, width)) return true;
    const part = partsOf(simple, [terms])[0]!;
    const own: Watched = { terms: placed(terms, part.place), width, ...(known && { known }) };
    const whole = solutionOfWhole();
    const start = whole && Float64Array.from(part.place.keys(), (place) => whole[place]!);
    const [narrow] = withExtremes(part.system, (extremes) => [...narrowAmong([own], extremes)], start);
    return narrow?.isProven ?? false;
  };
}
