import { argumentError } from "../argument-error.js";
import { checkFinite, checkWhole } from "../check-values.js";
import { beyondDoubles } from "../finite-result.js";
import { largestSize } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** A statistic of the rows whose numbers are given, some of them more than once. NaN: no value on these rows. */
export type StatisticOfRows = (rows: Int32Array) => number;

/**
 * A statistic with each row left out in turn.
 *
 * @param n rows, at least 2
 * @param statistic of the rows it is given
 * @returns the statistic without row 0, without row 1, and so on
 * @throws RangeError when there are fewer than 2 rows
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, chapter 11
 * @example
 * jackknife(3, (rows) => rows.length + rows[0]) // => [3, 2, 2]
 */
export function jackknife(n: number, statistic: StatisticOfRows): Float64Array {
  checkWhole(n, 2, "jackknife: n");
  const rows = Int32Array.from({ length: n - 1 }, (_, index) => index + 1);
  const without = new Float64Array(n);
  for (let left = 0; left < n; left += 1) {
    without[left] = statistic(rows);
    if (left < n - 1) rows[left] = left;
  }
  return without;
}

/**
 * The acceleration of a BCa interval, from a statistic with each row left out in turn.
 *
 * @param without the statistic without each row, from {@link jackknife}
 * @returns a sixth of the skewness of the jackknife's influence values; unavailable when no row changes the statistic
 * @throws RangeError when a value is not finite
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, equation 14.15
 * @example
 * jackknifeAcceleration([7, 6, 2]) // => 0.05727026612
 */
export function jackknifeAcceleration(without: ArrayLike<number>): number | Unavailable {
  checkFinite(without, "jackknifeAcceleration: without");
  const moves = Array.from(without, (value) => value - (without[0] as number));
  if (moves.every((move) => move === 0))
    return unavailable("leaving out any one row does not change the statistic");
  const mean = sumOf(moves) / moves.length;
  const influence = moves.map((move) => mean - move);
  return influence.every(Number.isFinite) ? accelerationOf(influence) : beyondDoubles;
}

/**
 * The acceleration of a BCa interval from influence values: how much each row pulls the statistic.
 *
 * @param influence sums to 0, and not all are 0; for a mean, the deviations from the mean; any scale
 * @param times how often each influence value occurs, 1 unless told
 * @returns a sixth of their skewness
 * @throws RangeError when a value is not finite or all are 0
 * @see Efron (1987) JASA 82:171-185
 * @example
 * accelerationOf([-2, -1, 3]) // => 0.057270266
 */
export function accelerationOf(influence: readonly number[], times?: ArrayLike<number>): number {
  checkFinite(influence, "accelerationOf: influence");
  const largest = largestSize(influence);
  if (largest === 0) throw argumentError("accelerationOf: influence", "some value other than 0", largest);
  let squares = 0;
  let cubes = 0;
  influence.forEach((value, index) => {
    const scaled = value / largest;
    const weight = times === undefined ? 1 : (times[index] as number);
    squares += weight * scaled ** 2;
    cubes += weight * scaled ** 3;
  });
  return cubes / (6 * squares ** 1.5);
}
