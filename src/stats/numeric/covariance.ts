import { argumentError } from "../argument-error.js";
import { checkFinite, checkLength } from "../check-values.js";
import type { Matrix } from "./matrix.js";

/** How several variables of the same people vary together. */
export interface Covariances {
  /** People. */
  readonly n: number;
  /** One a variable, in its own unit. */
  readonly means: readonly number[];
  /** Symmetric, with n - 1 below the line. */
  readonly covariance: Matrix;
}

/** People whose values are centred at a time: enough columns of this length stay in the processor's cache. */
const BLOCK = 512;

/**
 * Means and covariances of variables given as columns.
 *
 * Deviations are taken from the means before anything is multiplied, so a large common offset costs no digits. They are
 * held for one block of people at a time; the columns are never copied.
 *
 * @param columns at least one, all of the same length of at least 2; observed values only, one place a person
 * @param where the function and the parameter, for the error message
 * @returns means, covariances and n; the variance of a column whose values are all equal is exactly 0
 * @throws RangeError when there is no column, fewer than 2 people, a column has another length or a value is not finite
 * @see Chan, Golub & LeVeque (1983) Am Stat 37:242-247, the corrected two-pass algorithm
 * @example
 * covarianceMatrix([[1, 2, 3], [2, 4, 9]]) // => { n: 3, means: [2, 5], covariance: [[1, 3.5], [3.5, 13]] }
 */
export function covarianceMatrix(
  columns: readonly ArrayLike<number>[],
  where = "covarianceMatrix: columns",
): Covariances {
  const n = columns[0]?.length ?? 0;
  if (n < 2) throw argumentError(where, "at least 2 people", n);
  columns.forEach((column, index) => checkLength(column.length, n, `${where}[${index}]`));
  const means = columns.map((column, index) => {
    const mean = meanFromFirst(column);
    if (!Number.isFinite(mean)) checkFinite(column, `${where}[${index}]`);
    return mean;
  });

  const sums = columns.map(() => 0);
  const products = columns.map((_, row) => new Float64Array(row + 1));
  const deviations = columns.map(() => new Float64Array(Math.min(n, BLOCK)));
  for (let start = 0; start < n; start += BLOCK) {
    const people = Math.min(BLOCK, n - start);
    columns.forEach((column, row) => {
      sums[row]! += centre(column, means[row] as number, start, people, deviations[row]!);
      for (let other = 0; other <= row; other += 1)
        products[row]![other]! += sumOfProducts(deviations[row]!, deviations[other]!, people);
    });
  }
  const entry = (row: number, column: number): number =>
    row < column
      ? entry(column, row)
      : (products[row]![column]! - (sums[row]! * sums[column]!) / n) / (n - 1);
  return { n, means, covariance: columns.map((_, row) => columns.map((__, column) => entry(row, column))) };
}

/** The mean, as the first value and the mean distance from it: exact when all values are equal. */
function meanFromFirst(column: ArrayLike<number>): number {
  const first = column[0] as number;
  let sum = 0;
  for (let person = 0; person < column.length; person += 1) sum += (column[person] as number) - first;
  return first + sum / column.length;
}

/** Writes the deviations of one block and returns their sum, which rounding keeps a little off 0. */
function centre(
  column: ArrayLike<number>,
  mean: number,
  start: number,
  people: number,
  deviations: Float64Array,
): number {
  let sum = 0;
  for (let person = 0; person < people; person += 1) {
    const deviation = (column[start + person] as number) - mean;
    deviations[person] = deviation;
    sum += deviation;
  }
  return sum;
}

function sumOfProducts(a: Float64Array, b: Float64Array, people: number): number {
  let sum = 0;
  for (let person = 0; person < people; person += 1) sum += (a[person] as number) * (b[person] as number);
  return sum;
}
