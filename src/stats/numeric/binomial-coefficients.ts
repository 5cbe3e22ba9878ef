/**
 * The numbers of ways to choose 0, 1, 2 and so on of n.
 *
 * @param n whole number, 0 or more
 * @param most the largest number chosen, 0 to n
 * @returns n! / (k! (n - k)!) for k from 0 to most; exact where it and n times it are whole doubles
 * @see {@link logChoose} where they may leave the doubles
 * @example
 * binomialCoefficients(4, 4) // => [1, 4, 6, 4, 1]
 */
export function binomialCoefficients(n: number, most: number): readonly number[] {
  const row = [1];
  for (let k = 1; k <= most; k += 1) row.push(((row[k - 1] as number) * (n - k + 1)) / k);
  return row;
}

/**
 * The number of ways to choose k of n.
 *
 * @param n whole number, 0 or more
 * @param k whole number, 0 to n
 * @returns n! / (k! (n - k)!)
 * @see {@link binomialCoefficients}
 * @example
 * choose(5, 2) // => 10
 */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let taken = 1; taken <= k; taken += 1) ways = (ways * (n - k + taken)) / taken;
  return ways;
}
