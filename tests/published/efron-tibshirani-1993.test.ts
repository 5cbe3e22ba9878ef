import { describe, expect, it } from "vitest";
import { bootstrap, bootstrapMean, permutationTest } from "../../src/stats/index.js";

// Efron & Tibshirani (1993) An Introduction to the Bootstrap. The book's own draws cannot be had again, so its limits
// hold to the luck of its 1,000 to 3,200 draws; what does not depend on draws holds to the digits printed.
const seeded = { seed: 1, family: "efron-tibshirani" };

describe("the spatial test data, Table 14.1: the variance of 26 scores", () => {
  const scores = [
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
  ];
  const variance = (rows: Int32Array) => {
    const mean = rows.reduce((sum, row) => sum + scores[row]!, 0) / rows.length;
    return rows.reduce((sum, row) => sum + (scores[row]! - mean) ** 2, 0) / rows.length;
  };

  it("BCa limits of 90% are 115.8 and 259.6, with acceleration 0.061 and bias correction 0.146", () => {
    const result = bootstrap(26, variance, { ...seeded, level: 0.9 });
    if (result.kind === "unavailable") throw new Error(result.reason);
    expect(result.estimate).toBeCloseTo(171.5, 1);
    expect(result.acceleration).toBeCloseTo(0.061, 3);
    expect(Math.abs(result.biasCorrection! - 0.146)).toBeLessThan(0.08);
    expect(Math.abs(result.low - 115.8)).toBeLessThan(6);
    expect(Math.abs(result.high - 259.6)).toBeLessThan(10);
  });

  it("percentile limits of 90% are 100.8 and 233.9", () => {
    const result = bootstrap(26, variance, { ...seeded, level: 0.9, method: "percentile" });
    if (result.kind === "unavailable") throw new Error(result.reason);
    expect(Math.abs(result.low - 100.8)).toBeLessThan(6);
    expect(Math.abs(result.high - 233.9)).toBeLessThan(6);
  });
});

it("the law school data, Tables 3.1 and 6.1: correlation 0.776, bootstrap standard error 0.132", () => {
  const lsat = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
  const gpa = [3.39, 3.3, 2.81, 3.03, 3.44, 3.07, 3.0, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];
  const correlation = (rows: Int32Array) => {
    const average = (values: readonly number[]) =>
      rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
    const [x, y] = [average(lsat), average(gpa)];
    const products = (a: readonly number[], b: readonly number[], p: number, q: number) =>
      rows.reduce((sum, row) => sum + (a[row]! - p) * (b[row]! - q), 0);
    return products(lsat, gpa, x, y) / Math.sqrt(products(lsat, lsat, x, x) * products(gpa, gpa, y, y));
  };
  const result = bootstrap(15, correlation, seeded);
  if (result.kind === "unavailable") throw new Error(result.reason);
  expect(result.estimate).toBeCloseTo(0.776, 3);
  expect(Math.abs(result.standardError - 0.132)).toBeLessThan(0.006);
});

describe("the mouse data, Table 2.1: days of survival after surgery", () => {
  const treated = [94, 197, 16, 38, 99, 141, 23];
  const control = [52, 104, 146, 10, 51, 30, 40, 27, 46];

  it("means 86.86 and 56.22; standard error of the first 25.24", () => {
    expect(bootstrapMean(control, seeded)).toMatchObject({
      n: 9,
      cautions: ["bootstrap unreliable below 10"],
    });
    const result = bootstrapMean(treated, { ...seeded, method: "t" });
    if (result.kind === "unavailable") throw new Error(result.reason);
    expect(result.estimate).toBeCloseTo(86.86, 2);
    expect(result.standardError).toBeCloseTo(25.24, 2);
  });

  it("permutation test, chapter 15: 132 of 1,000 arrangements at least as high; 0.141 of all", () => {
    const exact = permutationTest(treated, control, seeded);
    const drawn = permutationTest(treated, control, { ...seeded, exactUpTo: 0, replicates: 1000 });
    if (exact.kind === "unavailable" || drawn.kind === "unavailable") throw new Error("unavailable");
    expect(exact.estimate).toBeCloseTo(30.63, 2);
    // 0.1409965, R exactRankTests perm.test
    expect(exact.pValueFirstHigher).toBeCloseTo(0.1409965, 7);
    for (const test of [exact, drawn]) expect(Math.abs(test.pValueFirstHigher - 0.132)).toBeLessThan(0.045);
  });
});
