/**
 * The smallest and the largest of many values. Spreading a long list into Math.min would overflow the stack.
 *
 * @param values any length
 * @returns smallest and largest; Infinity and -Infinity of an empty list, NaN where there is one
 * @see {@link Math.min}
 * @example
 * rangeOf([3, 1, 2]) // => [1, 3]
 */
export function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < values.length; index += 1) {
    low = Math.min(low, values[index] as number);
    high = Math.max(high, values[index] as number);
  }
  return [low, high];
}

/**
 * The size of the value furthest from 0.
 *
 * @param values any length
 * @returns 0 or more; 0 of an empty list
 * @see {@link rangeOf}
 * @example
 * largestSize([3, -5, 2]) // => 5
 */
export function largestSize(values: ArrayLike<number>): number {
  const [low, high] = rangeOf(values);
  return values.length === 0 ? 0 : Math.max(Math.abs(low), Math.abs(high));
}
