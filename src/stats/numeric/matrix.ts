/** A matrix as rows; the matrices of this tool are small. */
export type Matrix = readonly (readonly number[])[];

/** How small a pivot may be, as a share of its own diagonal, before the matrix counts as singular. */
const SINGULAR = 1e-12;

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ.
 *
 * @param matrix symmetric; only its lower triangle is read
 * @returns rows of L; null when the matrix is not positive definite to working precision
 * @see Golub & Van Loan (2013) Matrix Computations, 4th ed., algorithm 4.2.1
 * @example
 * cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 */
export function cholesky(matrix: Matrix): Matrix | null {
  const size = matrix.length;
  const lower = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = at(matrix, row, column);
      for (let k = 0; k < column; k += 1) rest -= at(lower, row, k) * at(lower, column, k);
      if (row === column && !(rest > SINGULAR * Math.abs(at(matrix, row, row)))) return null;
      lower[row]![column] = row === column ? Math.sqrt(rest) : rest / at(lower, column, column);
    }
  }
  return lower;
}

/**
 * Solves A x = b for a symmetric positive definite A.
 *
 * @param matrix A, symmetric
 * @param right b, as long as A has rows
 * @returns x; null when A is not positive definite to working precision
 * @see {@link cholesky}
 * @example
 * solveSymmetric([[4, 2], [2, 5]], [8, 12]) // => [1, 2]
 */
export function solveSymmetric(matrix: Matrix, right: readonly number[]): readonly number[] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const size = right.length;
  const x = [...right];
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= at(lower, row, k) * x[k]!;
    x[row]! /= at(lower, row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row]! -= at(lower, k, row) * x[k]!;
    x[row]! /= at(lower, row, row);
  }
  return x;
}

/**
 * The inverse of a symmetric positive definite matrix.
 *
 * @param matrix symmetric
 * @returns rows of the inverse; null when the matrix is not positive definite to working precision
 * @see {@link solveSymmetric}
 * @example
 * invertSymmetric([[4, 0], [0, 5]]) // => [[0.25, 0], [0, 0.2]]
 */
export function invertSymmetric(matrix: Matrix): Matrix | null {
  const columns: (readonly number[])[] = [];
  for (let column = 0; column < matrix.length; column += 1) {
    const unit = matrix.map((_, row) => (row === column ? 1 : 0));
    const solved = solveSymmetric(matrix, unit);
    if (solved === null) return null;
    columns.push(solved);
  }
  return columns;
}

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]![column] as number;
}
