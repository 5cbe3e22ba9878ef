import { boxOf, narrower } from "./narrow.js";
import type { Box, From } from "./narrow.js";
import { rowOf, slack } from "./rows.js";
import type { Row } from "./rows.js";
import { satisfies, valueOf } from "./solution.js";
import type { System, Term } from "./system.js";

/**
 * A solution in which a sum lies between two sides, near to another solution. `none` is a proof that there is none; `gave up`
 * says nothing.
 */
export type Search = (
  terms: readonly Term[],
  low: number,
  high: number,
  near: Float64Array | null,
) => Float64Array | "none" | "gave up";

/** Values that are tried in vain for one solution: few are needed, or very many. */
const mostFailures = 6;

/**
 * Search the solutions of a simplified system in whole numbers. From values that do not fit yet, one that would put right a
 * constraint is moved, and what that leaves the others is worked out; where nothing is left, its other values are tried
 * (depth-first search with bounds propagation: Rossi, van Beek and Walsh 2006, Handbook of Constraint Programming, chapter 4).
 * A solution is held against every constraint before it is believed. On the few unknowns that most numbers of a release hang
 * together with, this takes a fraction of the time of a linear program.
 *
 * @returns null when an unknown is not a whole number
 */
export function searchOf(system: System): Search | null {
  const { unknowns, constraints } = system;
  if (!unknowns.every(({ whole }) => whole)) return null;
  const start = boxOf(unknowns);
  const rows = constraints.map(rowOf);
  const narrow = narrower(rows, unknowns.length);
  return (terms, low, high, near) => {
    const goal = { terms, low, high };
    let failures = 0;
    const among = (box: Box, from: From): Float64Array | null => {
      if (failures > mostFailures) return null;
      if (!narrow(box, from, goal)) {
        failures += 1;
        return null;
      }
      const at = near === null ? middleOf(box) : nearestIn(box, near);
      const isOff = (one: Row) => offBy(one, at) !== 0;
      const row = isOff(goal) ? goal : rows.find(isOff);
      if (!row) return at;
      const { unknown, times } = freest(row.terms, box);
      const [least, most] = [box.low[unknown]!, box.high[unknown]!];
      // Nothing can be moved and nothing is plainly wrong: off by no more than rounding.
      if (least === most) failures = mostFailures + 1;
      const value = Math.min(most, Math.max(least, at[unknown]! - awayFromZero(offBy(row, at) / times)));
      const between = (one: number, other: number) =>
        one > other ? null : among(within(box, unknown, one, other), { unknown });
      return between(value, value) ?? between(value + 1, most) ?? between(least, value - 1);
    };
    const found = among(copyOf(start), "besides");
    if (found !== null) return satisfies(system, found) ? found : "gave up";
    return failures > mostFailures ? "gave up" : "none";
  };
}

/** The box, with one unknown between narrower ends. */
function within(box: Box, unknown: number, low: number, high: number): Box {
  const inside = copyOf(box);
  inside.low[unknown] = low;
  inside.high[unknown] = high;
  return inside;
}

function copyOf({ low, high, whole }: Box): Box {
  return { low: low.slice(), high: high.slice(), whole };
}

/** By how much a sum is above its higher side, or, as a negative number, below its lower side. */
function offBy({ terms, low, high }: Row, at: Float64Array): number {
  const value = valueOf(terms, at);
  if (value > high + slack) return value - high;
  return value < low - slack ? value - low : 0;
}

function awayFromZero(value: number): number {
  return value > 0 ? Math.ceil(value - slack) : Math.floor(value + slack);
}

/** Of the unknowns of a sum, that with the most values left. */
function freest(terms: readonly Term[], { low, high }: Box): Term {
  const left = ({ unknown }: Term) => high[unknown]! - low[unknown]!;
  return terms.reduce((most, one) => (left(one) > left(most) ? one : most));
}

function middleOf({ low, high }: Box): Float64Array {
  return low.map((least, place) =>
    high[place] === Infinity ? least : Math.floor((least + high[place]!) / 2),
  );
}

/** The values left that are nearest to those of another solution. */
function nearestIn({ low, high }: Box, near: Float64Array): Float64Array {
  const at = near.slice();
  for (let place = 0; place < at.length; place++)
    at[place] = Math.min(high[place]!, Math.max(low[place]!, at[place]!));
  return at;
}
