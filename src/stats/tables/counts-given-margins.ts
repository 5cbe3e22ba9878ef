/** The totals of a 2 x 2 table, which leave one cell free. */
export interface Margins {
  /** People in the first row. */
  readonly row: number;
  /** People in the first column. */
  readonly column: number;
  /** Everyone. */
  readonly n: number;
}

const SMALLEST_WITH_ALL_DIGITS = 2 ** -1022;

/** How likely each count of the first cell is, given the margins. */
export interface CountsGivenMargins {
  /** Smallest count with a weight. */
  readonly least: number;
  /** For least, least + 1 and so on: the probability as a multiple of the largest one. */
  readonly weights: readonly number[];
}

/**
 * How likely each count of the first cell of a 2 x 2 table is, given its margins and an odds ratio: Fisher's
 * noncentral hypergeometric distribution.
 *
 * Weights are built from the likeliest count outwards by ratios of neighbours, so the smallest keep their digits. They
 * end where they no longer matter, so that the work grows with the root of n.
 *
 * @param margins whole numbers; row and column from 0 to n
 * @param logOddsRatio log of the odds ratio, 0 for no association, any finite number
 * @param negligible weights at or below this are left out; 2e-308, past which doubles lose digits, unless told
 * @returns weights, the largest of them 1
 * @see Fisher (1935) J R Stat Soc 98:39-82; Liao & Rosen (2001) Am Stat 55:366-369 (the ratios)
 * @example
 * countsGivenMargins({ row: 2, column: 2, n: 4 }, 0) // => { least: 0, weights: [0.25, 1, 0.25] }
 */
export function countsGivenMargins(
  { row, column, n }: Margins,
  logOddsRatio: number,
  negligible = SMALLEST_WITH_ALL_DIGITS,
): CountsGivenMargins {
  const least = Math.max(0, row + column - n);
  const most = Math.min(row, column);
  const oddsRatio = Math.exp(logOddsRatio);
  const ratioToNext = (count: number) =>
    (((row - count) * (column - count)) / ((count + 1) * (n - row - column + count + 1))) * oddsRatio;

  const likeliest = firstWhere(least, most, (count) => ratioToNext(count) <= 1);
  const above: number[] = [];
  for (let count = likeliest, weight = 1; count < most; count += 1) {
    weight *= ratioToNext(count);
    if (!(weight > negligible)) break;
    above.push(weight);
  }
  const below: number[] = [];
  for (let count = likeliest, weight = 1; count > least; count -= 1) {
    weight /= ratioToNext(count - 1);
    if (!(weight > negligible)) break;
    below.push(weight);
  }
  return { least: likeliest - below.length, weights: [...below.reverse(), 1, ...above] };
}

/** The first whole number from low on for which a condition holds that holds ever after; high when none below it does. */
function firstWhere(low: number, high: number, holds: (count: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
