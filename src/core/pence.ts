/**
 * Pounds to whole pence, half a penny rounded up; amounts are never negative. The binary noise of a double beyond
 * 15 figures is taken off first, so that 1.005 is a pound and one penny.
 *
 * @example toPence(1.005) // => 101
 */
export function toPence(pounds: number): number {
  return Math.round(Number((pounds * 100).toPrecision(15)));
}
