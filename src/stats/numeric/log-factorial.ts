import { stirlingError } from "./gamma-function.js";

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * The log of n!.
 *
 * @param n whole number, 0 or more
 * @returns log Γ(n + 1), to about the last digit
 * @see {@link stirlingError} for the part that Stirling's formula leaves out
 * @example
 * logFactorial(5) // => 4.787491742782046
 */
export function logFactorial(n: number): number {
  if (n <= 1) return 0;
  return stirlingError(n) + HALF_LOG_TWO_PI + (n + 0.5) * Math.log(n) - n;
}

/**
 * The log of the number of ways to choose k of n.
 *
 * @param n whole number, 0 or more
 * @param k whole number, 0 to n
 * @returns log of n! / (k! (n - k)!)
 * @see {@link logFactorial}
 * @example
 * logChoose(5, 2) // => 2.302585092994046
 */
export function logChoose(n: number, k: number): number {
  if (k === 0 || k === n) return 0;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
