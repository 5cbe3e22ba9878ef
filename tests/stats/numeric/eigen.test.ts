import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceMatrix } from "../../../src/stats/numeric/covariance.js";
import { symmetricEigen } from "../../../src/stats/numeric/eigen.js";

const few = { numRuns: 100 };
const element = fc.double({ min: -10, max: 10, noNaN: true });
const symmetric = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc.array(fc.array(element, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  )
  .map((rows) => rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2)));

describe("symmetricEigen", () => {
  it("axes and values put the matrix together again, and the axes are at right angles", () => {
    const rebuilds = (matrix: number[][]) => {
      const { values, vectors } = symmetricEigen(matrix);
      const sum = (a: number, b: number, weight: (m: number) => number) =>
        vectors.reduce((total, vector, m) => total + weight(m) * vector[a]! * vector[b]!, 0);
      matrix.forEach((row, a) =>
        row.forEach((value, b) => {
          expect(sum(a, b, (m) => values[m]!)).toBeCloseTo(value, 11);
          expect(sum(a, b, () => 1)).toBeCloseTo(a === b ? 1 : 0, 13);
        }),
      );
      expect([...values].sort((a, b) => b - a)).toEqual(values);
    };
    fc.assert(fc.property(symmetric, rebuilds), few);
  });

  it("keeps the small values of a badly scaled matrix", () => {
    const { values } = symmetricEigen([
      [1e10, 1],
      [1, 1e-10 + 1e-12],
    ]);
    expect(values[1]! / 1e-12).toBeCloseTo(1, 3);
  });

  it("a diagonal, a singular and an indefinite matrix are no trouble", () => {
    expect(symmetricEigen([[1, 0], [0, 3]]).values).toEqual([3, 1]); // prettier-ignore
    expect(symmetricEigen([[1, 1], [1, 1]]).values).toEqual([2, 0].map((one) => expect.closeTo(one, 14) as number)); // prettier-ignore
    expect(symmetricEigen([[0, 1], [1, 0]]).values).toEqual([1, -1].map((one) => expect.closeTo(one, 14) as number)); // prettier-ignore
  });
});

describe("covarianceMatrix", () => {
  it("a column that does not vary has a variance of exactly 0", () => {
    expect(covarianceMatrix([[0.1, 0.1, 0.1], [1, 2, 4]]).covariance[0]).toEqual([0, 0]); // prettier-ignore
  });

  it("a large offset costs no digits", () => {
    const wild = [0, 1, 0, 2, 3];
    const near = covarianceMatrix([wild, [1, 5, 2, 2, 4]]).covariance;
    const far = covarianceMatrix([wild.map((value) => 1e12 + value), [1, 5, 2, 2, 4]]).covariance;
    near.forEach((row, a) => row.forEach((value, b) => expect(far[a]![b]).toBeCloseTo(value, 12)));
  });

  it("columns that do not fit are refused by name", () => {
    expect(() => covarianceMatrix([])).toThrow(
      "covarianceMatrix: columns: expected at least 2 people, got 0",
    );
    expect(() => covarianceMatrix([[1, 2], [1, 2, 3]])).toThrow("covarianceMatrix: columns[1]: expected 2 values"); // prettier-ignore
    expect(() => covarianceMatrix([[1, Infinity]])).toThrow("covarianceMatrix: columns[0][1]: expected a finite number"); // prettier-ignore
  });
});
