import { boxOf, narrower } from "./narrow.js";
import type { Box } from "./narrow.js";
import { rowsOf } from "./rows.js";
import { satisfies, tolerance, valueOf, wholeNearest } from "./solution.js";
import type { System, Term } from "./system.js";
import { Unproven } from "./unproven.js";

/** Splits of whole numbers that are tried for one sum: most sums need a few. */
const mostTries = 300;

/** The solution in a box that makes a sum least, as if whole numbers could be split; null when there is none. */
export type SolveWithin = (box: Box) => Float64Array | null;

/**
 * The solution in whole numbers that makes a sum least, or the first that makes it as little as is enough; null when there is
 * none. Both sides of a number that is split are tried in turn (Land and Doig 1960, https://doi.org/10.2307/1910129), that
 * with the fewest values first; after each split, what it leaves the other unknowns is worked out before anything is solved.
 *
 * @param terms the sum, to be made least
 * @param first the solution that may split whole numbers
 * @returns `tooMany` when more splits would have to be tried than are
 */
export function leastWhole(
  system: System,
  terms: readonly Term[],
  { enough, reached }: { readonly enough: number; readonly reached: number },
  first: Float64Array,
  solveWithin: SolveWithin,
): Float64Array | null | "tooMany" {
  const { unknowns, constraints } = system;
  const isWhole = terms.every(({ unknown, times }) => unknowns[unknown]!.whole && Number.isInteger(times));
  const start = boxOf(unknowns);
  let narrow: ReturnType<typeof narrower> | undefined;
  let best: Float64Array | null = null;
  let least = reached;
  let tries = 0;
  const isTooMany = () => tries > mostTries;

  const within = (box: Box, place: number, low: number, high: number): void => {
    if (low > high) return;
    const inside: Box = { low: box.low.slice(), high: box.high.slice(), whole: box.whole };
    inside.low[place] = low;
    inside.high[place] = high;
    narrow ??= narrower(rowsOf(constraints, box.whole), unknowns.length);
    if (!narrow(inside, { unknown: place })) return;
    const found = solveWithin(inside);
    if (found !== null) search(found, inside);
  };
  const search = (found: Float64Array, box: Box): void => {
    if (++tries > mostTries) return;
    const value = valueOf(terms, found);
    if ((isWhole ? Math.ceil(value - tolerance) : value + tolerance) >= least) return;
    const at = wholeNearest(system, found);
    const place = placeToSplit(found, at, box);
    const off = Math.abs(found[place]! - at[place]!);
    if (off <= tolerance && satisfies(system, at)) {
      best = at;
      least = valueOf(terms, at);
      return;
    }
    if (off === 0) throw new Unproven("the solution does not satisfy the system");
    const below = Math.floor(found[place]!);
    const down = () => within(box, place, box.low[place]!, below);
    const up = () => within(box, place, below + 1, box.high[place]!);
    for (const next of found[place]! - below < 0.5 ? [down, up] : [up, down])
      if (least > enough && !isTooMany()) next();
  };
  search(first, start);
  return isTooMany() && least > enough ? "tooMany" : best;
}

/** Of the unknowns that are split, that with the fewest values left; where none is split, the one furthest off. */
function placeToSplit(found: Float64Array, at: Float64Array, { low, high }: Box): number {
  const off = (place: number) => Math.abs(found[place]! - at[place]!);
  const isSplit = (place: number) => off(place) > tolerance;
  const values = (place: number) => high[place]! - low[place]!;
  return found.reduce((chosen, _, place) => {
    if (isSplit(place) !== isSplit(chosen)) return isSplit(place) ? place : chosen;
    const fewer = isSplit(place) ? values(chosen) - values(place) : 0;
    return fewer > 0 || (fewer === 0 && off(place) > off(chosen)) ? place : chosen;
  }, 0);
}
