import { argumentError } from "./argument-error.js";

/**
 * The probability below the upper limit of an equal-tailed interval.
 *
 * @param level confidence level, strictly between 0 and 1
 * @param where the function asking, for the error message
 * @returns (1 + level) / 2
 * @throws RangeError when level is not strictly between 0 and 1
 * @example
 * probabilityBelowUpperLimit(0.95, "tInterval") // => 0.975
 */
export function probabilityBelowUpperLimit(level: number, where: string): number {
  if (!(level > 0 && level < 1)) throw argumentError(`${where}: level`, "more than 0 and less than 1", level);
  return (1 + level) / 2;
}

/**
 * The probability above the upper limit of an equal-tailed interval, without the rounding of 1 less its complement.
 *
 * @param level confidence level, strictly between 0 and 1
 * @param where the function asking, for the error message
 * @returns (1 - level) / 2
 * @throws RangeError when level is not strictly between 0 and 1
 * @example
 * probabilityAboveUpperLimit(0.95, "clopperPearsonInterval") // => 0.025
 */
export function probabilityAboveUpperLimit(level: number, where: string): number {
  probabilityBelowUpperLimit(level, where);
  return (1 - level) / 2;
}
