import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/**
 * Says which of two groups is empty, for every comparison that needs both.
 *
 * @param firstN how many values the first group has
 * @param secondN how many values the second group has
 * @returns the reason; null when neither is empty
 * @see {@link unavailable}
 * @example
 * emptyGroup(3, 0) // => { kind: "unavailable", reason: "the second group has no values" }
 */
export function emptyGroup(firstN: number, secondN: number): Unavailable | null {
  if (firstN > 0 && secondN > 0) return null;
  if (firstN === 0 && secondN === 0) return unavailable("neither group has any values");
  return unavailable(`the ${firstN === 0 ? "first" : "second"} group has no values`);
}
