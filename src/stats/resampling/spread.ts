/**
 * The standard deviation of replicates: the bootstrap's standard error.
 *
 * @param replicates finite numbers
 * @returns 0 or more, in their unit, with their number less 1 below the line; 0 when there is only one
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, equation 6.6
 * @example
 * spreadOf([1, 2, 3]) // => 1
 */
export function spreadOf(replicates: ArrayLike<number>): number {
  const count = replicates.length;
  if (count < 2) return 0;
  const first = replicates[0] as number;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += (replicates[index] as number) - first;
  const centre = first + sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += ((replicates[index] as number) - centre) ** 2;
  return Math.sqrt(squares / (count - 1));
}
