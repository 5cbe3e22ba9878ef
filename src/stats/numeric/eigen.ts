import type { Matrix } from "./matrix.js";

/** The axes of a symmetric matrix, longest first. */
export interface Eigen {
  /** From largest to smallest. */
  readonly values: readonly number[];
  /** One row a value, of length 1, at right angles to the others; the sign is arbitrary. */
  readonly vectors: Matrix;
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi rotations.
 *
 * Each rotation turns one pair of axes until their off-diagonal element is 0; sweeps over all pairs go on until no
 * element changes a diagonal one. Slower than tridiagonal methods for large matrices and more accurate for small ones.
 *
 * @param matrix symmetric, with finite elements
 * @returns values from largest to smallest, and the vector of each as a row
 * @throws Error when the sweeps do not settle, which only a bug or a value that is not finite can cause
 * @see Golub & Van Loan (2013) Matrix Computations, 4th ed., section 8.5 (cyclic Jacobi)
 * @example
 * symmetricEigen([[2, 1], [1, 2]]).values // => [3, 1]
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length;
  const turned = matrix.map((row) => [...row]);
  const axes = matrix.map((_, row) => matrix.map((__, column): number => (row === column ? 1 : 0)));
  for (let sweep = 0; ; sweep += 1) {
    let isSettled = true;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (isNegligible(turned[p]![q]!, turned[p]![p]!, turned[q]![q]!)) continue;
        isSettled = false;
        rotate(turned, axes, p, q);
      }
    }
    if (isSettled) break;
    if (sweep === MOST_SWEEPS) throw new Error(`symmetricEigen: expected to settle in ${MOST_SWEEPS} sweeps`);
  }
  const order = matrix.map((_, index) => index).sort((a, b) => turned[b]![b]! - turned[a]![a]!);
  return {
    values: order.map((index) => turned[index]![index]!),
    vectors: order.map((index) => axes[index]!),
  };
}

function isNegligible(element: number, one: number, other: number): boolean {
  return Math.abs(element) <= (Number.EPSILON / 4) * Math.sqrt(Math.abs(one * other));
}

function rotate(turned: number[][], axes: number[][], p: number, q: number): void {
  const element = turned[p]![q]!;
  const half = (turned[q]![q]! - turned[p]![p]!) / (2 * element);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  turned[p]![p]! -= tangent * element;
  turned[q]![q]! += tangent * element;
  turned[p]![q] = turned[q]![p] = 0;
  for (let k = 0; k < turned.length; k += 1) {
    [axes[p]![k], axes[q]![k]] = turn(axes[p]![k]!, axes[q]![k]!, cosine, sine);
    if (k === p || k === q) continue;
    [turned[p]![k], turned[q]![k]] = turn(turned[p]![k]!, turned[q]![k]!, cosine, sine);
    [turned[k]![p], turned[k]![q]] = [turned[p]![k]!, turned[q]![k]!];
  }
}

function turn(x: number, y: number, cosine: number, sine: number): [number, number] {
  return [cosine * x - sine * y, sine * x + cosine * y];
}
