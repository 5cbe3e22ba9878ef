import { unavailable } from "./unavailable.js";
import type { Unavailable } from "./unavailable.js";

/** Said where a double cannot hold what the data lead to. */
export const beyondDoubles: Unavailable = unavailable("numbers too large or too small to compute with");

/**
 * Lets a result out only when every number in it is finite.
 *
 * Finite data can leave the doubles on the way: the square of 1e200, one over a variance of 1e-320.
 *
 * @param result of a statistic: plain objects, lists, numbers and words
 * @returns the result, unchanged; unavailable when a number anywhere in it is NaN or infinite
 * @see IEEE 754-2019, section 7 (overflow, underflow and invalid operations)
 * @example
 * finiteResult({ kind: "mean", estimate: 1e200 ** 2 }) // => { kind: "unavailable", reason: "numbers too large or too small to compute with" }
 */
export function finiteResult<Result extends object>(result: Result): Result | Unavailable {
  return isFiniteThroughout(result) ? result : beyondDoubles;
}

function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isFiniteThroughout);
}
