/**
 * The largest whole number that divides two others, by Euclid.
 *
 * @param a whole number, 0 or more
 * @param b whole number, 0 or more
 * @returns the divisor; the other number when one is 0
 * @see Knuth (1997) The Art of Computer Programming 2, 3rd ed., section 4.5.2
 * @example
 * greatestCommonDivisor(12, 18) // => 6
 */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
