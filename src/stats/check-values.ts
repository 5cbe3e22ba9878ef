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
 * Refuses a probability that is not from 0 to 1.
 *
 * @param p probability
 * @param where the function and the parameter, as "fQuantile: p"
 * @returns the probability, unchanged
 * @throws RangeError when p is not from 0 to 1
 * @see {@link argumentError} for the words
 * @example
 * checkProbability(0.5, "fQuantile: p") // => 0.5
 */
export function checkProbability(p: number, where: string): number {
  if (!(p >= 0 && p <= 1)) throw argumentError(where, "0 to 1", p);
  return p;
}

/**
 * Refuses a number that is not whole, or is below the least that makes sense.
 *
 * @param value a count of people, draws or categories
 * @param least a whole number
 * @param where the function and the parameter, as "permutationTest: replicates"
 * @returns the number, unchanged
 * @throws RangeError when it is not a whole number from least on
 * @see {@link argumentError} for the words
 * @example
 * checkWhole(3, 1, "permutationTest: replicates") // => 3
 */
export function checkWhole(value: number, least: number, where: string): number {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw argumentError(where, `a whole number, ${least} or more`, value);
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
    const count = counts[index] as number;
    // the place is put into words only when it is wrong: there can be millions
    if (!(Number.isSafeInteger(count) && count >= 0)) checkWhole(count, 0, `${where}[${index}]`);
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
