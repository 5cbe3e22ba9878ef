import { argumentError } from "../argument-error.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

const MOST_STEPS = 200;

/**
 * Where a function takes a value, by halving a range. Jumps, as of costs that come in steps, are borne: the place of the
 * jump is the answer.
 *
 * @param f the function, in any unit; it should rise or fall over the whole range
 * @param target the value looked for
 * @param low one end of the range
 * @param high the other end, above low
 * @returns the place, to double precision; unavailable when both ends lie on one side of the target
 * @throws RangeError when the range has no width
 * @see Burden & Faires (2011) Numerical Analysis, 9th ed., section 2.1
 * @example
 * bisect((n) => 50000 / n, 2500, 1, 100) // => 20
 */
export function bisect(
  f: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number | Unavailable {
  if (!(low < high)) throw argumentError("bisect: high", `more than ${low}`, high);
  const atLow = f(low) - target;
  const atHigh = f(high) - target;
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return unavailable("no solution in range");
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const there = f(middle) - target;
    if (there === 0) return middle;
    if (there > 0 === atLow > 0) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}
