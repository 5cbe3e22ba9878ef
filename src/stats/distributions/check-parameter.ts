import { argumentError } from "../argument-error.js";

const LARGEST = 1e10;

/**
 * Refuses a shape or a number of degrees of freedom that is not from above 0 to 1e10.
 *
 * @param value shape, scale or degrees of freedom
 * @param where the function and the parameter, as "fCdf: numeratorDf"
 * @returns the value, unchanged
 * @throws RangeError when the value is not a number above 0 and at most 1e10
 * @example
 * checkShape(0.5, "gammaCdf: shape") // => 0.5
 */
export function checkShape(value: number, where: string): number {
  if (!(value > 0 && value <= LARGEST)) throw argumentError(where, "more than 0 and at most 1e10", value);
  return value;
}
