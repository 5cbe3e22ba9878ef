import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, median, quantile, standardDeviation } from "../../../src/stats/means/summary.js";
import { meansChecks } from "../../../src/verify/checks/means.js";
import { testAgainstReference } from "../reference.js";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
const few = { numRuns: 100 };

describe("plain summaries", () => {
  testAgainstReference(meansChecks, {
    mean: 1e-15,
    median: 1e-15,
    "standard-deviation": 1e-15,
    "quantile-6": 1e-14,
    "quantile-7": 1e-14,
    "t-interval": 1e-12,
  });

  it("the middle quantile is the median, by either type", () => {
    const isMedian = (sample: number[]) =>
      Math.abs(quantile(sample, 0.5, 6) - median(sample)) < 1e-9 && quantile(sample, 0.5) === median(sample);
    fc.assert(fc.property(values, isMedian), few);
  });

  it("adding a constant moves the mean and leaves the standard deviation", () => {
    const moves = (sample: number[]) => {
      const moved = sample.map((value) => value + 1e9);
      return (
        Math.abs(mean(moved) - mean(sample) - 1e9) < 1e-6 &&
        Math.abs(standardDeviation(moved) - standardDeviation(sample)) < 1e-6
      );
    };
    fc.assert(fc.property(values, moves), few);
  });

  it("the order of the values does not matter, and they are left as they were", () => {
    const sample = [5, 3, 9, 1];
    expect(quantile(sample, 0.3)).toBe(quantile([1, 3, 5, 9], 0.3));
    expect(median(sample)).toBe(4);
    expect(sample).toEqual([5, 3, 9, 1]);
  });

  it("one value is every quantile of itself", () => {
    expect([quantile([7], 0.1, 6), quantile([7], 0.9, 7), quantile([7], 1, 6)]).toEqual([7, 7, 7]);
  });

  it("too few values, and values that are no numbers, are refused by name", () => {
    expect(() => mean([])).toThrow("mean: values: expected at least 1, got 0");
    expect(() => standardDeviation([1])).toThrow("standardDeviation: values: expected at least 2, got 1");
    expect(() => median([])).toThrow("median: values: expected at least 1, got 0");
    expect(() => quantile([], 0.5)).toThrow("quantile: values: expected at least 1, got 0");
    expect(() => mean([1, NaN])).toThrow("mean: values[1]: expected a finite number, got NaN");
    expect(() => standardDeviation([1, Infinity])).toThrow("standardDeviation: values[1]: expected a finite");
    expect(() => median([NaN])).toThrow("median: values[0]: expected a finite number, got NaN");
    expect(() => quantile([-Infinity], 0.5)).toThrow("quantile: values[0]: expected a finite number");
    expect(() => quantile([1], 1.1)).toThrow("quantile: p: expected 0 to 1, got 1.1");
  });
});
