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
 * held for one block of people at a time; the columns are never copied. Columns are multiplied two by two, so an odd one
 * out is paired with an empty one.
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

  const size = columns.length + (columns.length % 2);
  const sums = new Float64Array(size);
  const products = Array.from({ length: size }, () => new Float64Array(size));
  const deviations = Array.from({ length: size }, () => new Float64Array(Math.min(n, BLOCK)));
  for (let start = 0; start < n; start += BLOCK) {
    const people = Math.min(BLOCK, n - start);
    columns.forEach((column, index) => {
      sums[index]! += centre(column, means[index]!, start, people, deviations[index]!);
    });
    for (let row = 0; row < size; row += 2) {
      for (let column = 0; column <= row; column += 2) addProducts(products, deviations, row, column, people);
    }
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

/** Adds one block's sums of products of two columns with two: each deviation is read once and used twice. */
function addProducts(
  products: readonly Float64Array[],
  deviations: readonly Float64Array[],
  row: number,
  column: number,
  people: number,
): void {
  const [columnA, columnB] = [deviations[row]!, deviations[row + 1]!];
  const [columnC, columnD] = [deviations[column]!, deviations[column + 1]!];
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let person = 0; person < people; person += 1) {
    // one line each: taking them apart from lists would make two lists a person
    const a = columnA[person]!;
    const b = columnB[person]!;
    const c = columnC[person]!;
    const d = columnD[person]!;
    ac += a * c;
    ad += a * d;
    bc += b * c;
    bd += b * d;
  }
  products[row]![column]! += ac;
  products[row]![column + 1]! += ad;
  products[row + 1]![column]! += bc;
  products[row + 1]![column + 1]! += bd;
}
