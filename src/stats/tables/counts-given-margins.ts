/** The totals of a 2 x 2 table, which leave one cell free. */
export interface Margins {
  /** People in the first row. */
  readonly row: number;
  /** People in the first column. */
  readonly column: number;
  /** Everyone. */
  readonly n: number;
}

/** How likely each count of the first cell is, given the margins. */
export interface CountsGivenMargins {
  /** Smallest count the margins allow. */
  readonly least: number;
  /** For least, least + 1 and so on: the probability as a multiple of the largest one. */
  readonly weights: readonly number[];
}

/**
 * How likely each count of the first cell of a 2 x 2 table is, given its margins and an odds ratio: Fisher's
 * noncentral hypergeometric distribution.
 *
 * Weights are built from the likeliest count outwards by ratios of neighbours, so the smallest keep their digits.
 *
 * @param margins whole numbers; row and column from 0 to n
 * @param logOddsRatio log of the odds ratio, 0 for no association, any finite number
 * @returns weights, the largest of them 1
 * @see Fisher (1935) J R Stat Soc 98:39-82; Liao & Rosen (2001) Am Stat 55:366-369 (the ratios)
 * @example
 * countsGivenMargins({ row: 2, column: 2, n: 4 }, 0) // => { least: 0, weights: [0.25, 1, 0.25] }
 */
export function countsGivenMargins({ row, column, n }: Margins, logOddsRatio: number): CountsGivenMargins {
  const least = Math.max(0, row + column - n);
  const most = Math.min(row, column);
  const oddsRatio = Math.exp(logOddsRatio);
  const ratioToNext = (count: number) =>
    (((row - count) * (column - count)) / ((count + 1) * (n - row - column + count + 1))) * oddsRatio;

  let likeliest = least;
  while (likeliest < most && ratioToNext(likeliest) > 1) likeliest += 1;
  const weights = new Array<number>(most - least + 1).fill(1);
  for (let count = likeliest; count < most; count += 1)
    weights[count + 1 - least] = weights[count - least]! * ratioToNext(count);
  for (let count = likeliest; count > least; count -= 1)
    weights[count - 1 - least] = weights[count - least]! / ratioToNext(count - 1);
  return { least, weights };
}
