import { describe, expect, it } from "vitest";
import { varianceOfTrusts } from "../../../src/costs/uncertainty/between-trusts.js";

describe("varianceOfTrusts", () => {
  it("takes the mean input variance off the variance observed", () => {
    // mean 5000, deviations -2000, 0, 2000: variance 4,000,000
    const { observed, input, unbiased, between } = varianceOfTrusts([3000, 5000, 7000], [1e6, 2e6, 0]);
    expect([observed, input, unbiased, between]).toEqual([4e6, 1e6, 3e6, 3e6]);
  });

  it("keeps what is below 0 for the record, and shows 0", () => {
    const { unbiased, between, shares } = varianceOfTrusts([5000, 5000], [100, 300]);
    expect(unbiased).toBe(-200);
    expect(between).toBe(0);
    expect(shares).toEqual({ between: 0, input: 1 });
  });

  it("has no shares of nothing", () => {
    expect(varianceOfTrusts([5000, 5000], [0, 0]).shares).toBeNull();
  });
});
