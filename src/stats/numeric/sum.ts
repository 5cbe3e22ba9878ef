/**
 * The sum of many values, from the first to the last.
 *
 * @param values any length, in one unit
 * @returns their sum; 0 of an empty list
 * @see {@link dot}
 * @example
 * sumOf([1, 2, 4]) // => 7
 */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] as number;
  return sum;
}

/**
 * The sum of the products of two lists, place by place.
 *
 * @param first any length
 * @param second as long as the first
 * @returns their inner product; 0 of empty lists
 * @see {@link sumOf}
 * @example
 * dot([1, 2], [3, 5]) // => 13
 */
export function dot(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < first.length; index += 1)
    sum += (first[index] as number) * (second[index] as number);
  return sum;
}
