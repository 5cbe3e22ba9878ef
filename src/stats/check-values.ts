import { argumentError } from "./argument-error.js";

/**
 * Refuses values that only a caller can have got wrong: NaN and infinite ones.
 *
 * @param values numbers in any unit
 * @param where the function and the parameter, as "signedRankTest: differences"
 * @returns the values, unchanged
 * @throws RangeError naming the first value that is not finite
 * @see {@link argumentError} for the words
 * @example
 * checkFinite([1, 2], "mean: values") // => [1, 2]
 */
export function checkFinite<Values extends ArrayLike<number>>(values: Values, where: string): Values {
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index]))
      throw argumentError(`${where}[${index}]`, "a finite number", values[index]);
  }
  return values;
}

/**
 * Refuses a number that only a caller can have got wrong: NaN or an infinite one.
 *
 * @param value in any unit
 * @param where the function and the parameter, as "signFlipTest: nullValue"
 * @returns the number, unchanged
 * @throws RangeError when it is not finite
 * @see {@link argumentError} for the words
 * @example
 * checkNumber(0.5, "signFlipTest: nullValue") // => 0.5
 */
export function checkNumber(value: number, where: string): number {
  if (!Number.isFinite(value)) throw argumentError(where, "a finite number", value);
  return value;
}

/**
 * Refuses counts that are not whole numbers from 0.
 *
 * @param counts how many fell in each category or cell
 * @param where the function and the parameter, as "netTopTwo: counts"
 * @returns the counts, unchanged
 * @throws RangeError naming the first count that is not a whole number, 0 or more
 * @see {@link argumentError} for the words
 * @example
 * checkCounts([0, 3], "netTopTwo: counts") // => [0, 3]
 */
export function checkCounts<Counts extends ArrayLike<number>>(counts: Counts, where: string): Counts {
  for (let index = 0; index < counts.length; index += 1) {
    if (!(Number.isSafeInteger(counts[index]) && (counts[index] as number) >= 0))
      throw argumentError(`${where}[${index}]`, "a whole number, 0 or more", counts[index]);
  }
  return counts;
}

/**
 * Refuses two lists that should go together and do not.
 *
 * @param actual length of the list in question
 * @param expected length it should have
 * @param where the function and the parameter, as "pairedT: after"
 * @returns the length
 * @throws RangeError when the lengths differ
 * @see {@link argumentError} for the words
 * @example
 * checkLength(3, 3, "pairedT: after") // => 3
 */
export function checkLength(actual: number, expected: number, where: string): number {
  if (actual !== expected)
    throw argumentError(where, `${expected} values, one for each of the other list`, actual);
  return actual;
}
