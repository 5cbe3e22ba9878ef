/**
 * Satterthwaite's degrees of freedom of a sum of two independent variances.
 *
 * @param first a variance on firstN - 1 degrees of freedom, 0 or more
 * @param second a variance on secondN - 1 degrees of freedom, 0 or more, one of the two above 0
 * @param sizes how many values each group has, at least 2
 * @returns degrees of freedom, not whole: from the smaller of the two to their sum
 * @see Satterthwaite (1946) Biometrics Bull 2:110-114
 * @example
 * satterthwaite(1, 1, { firstN: 5, secondN: 5 }) // => 8
 */
export function satterthwaite(
  first: number,
  second: number,
  { firstN, secondN }: { readonly firstN: number; readonly secondN: number },
): number {
  return (first + second) ** 2 / (first ** 2 / (firstN - 1) + second ** 2 / (secondN - 1));
}
