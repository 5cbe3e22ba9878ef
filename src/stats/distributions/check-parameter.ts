import { argumentError } from "../argument-error.js";

const LEAST = 1e-6;
const LARGEST = 1e10;

/**
 * Refuses a shape or a number of degrees of freedom that is not from 1e-6 to 1e10: beyond these the digits, or the steps, run out.
 *
 * @param value shape, scale or degrees of freedom
 * @param where the function and the parameter, as "fCdf: numeratorDf"
 * @returns the value, unchanged
 * @throws RangeError when the value is not a number from 1e-6 to 1e10
 * @example
 * checkShape(0.5, "gammaCdf: shape") // => 0.5
 */
export function checkShape(value: number, where: string): number {
  if (!(value >= LEAST && value <= LARGEST)) throw argumentError(where, "1e-6 to 1e10", value);
  return value;
}
