import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawValues } from "../../../src/stats/draws/draw.js";
import { quantiles } from "../../../src/stats/means/quantiles.js";
import { quantile } from "../../../src/stats/means/summary.js";

const shares = [0, 1, 0.5, 0.025, 0.975, 1 / 3, 0.001, 0.5];

describe("quantiles(values, probabilities)", () => {
  it("are those of quantile, to the bit, for any values", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1.7e308 }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, 1e-320, 5e-324, -1.7e308),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), (values) => {
        const found = quantiles(Float64Array.from(values), shares);
        shares.forEach((p, index) => expect(found[index]! + 0).toBe(quantile(values, p) + 0));
      }),
    );
  });

  it.each([
    ["skewed", (z: number) => Math.exp(5 * z)],
    ["mostly alike", (z: number) => (z > 2 ? z : 1)],
    ["all alike", () => 3],
    ["few different", (z: number) => Math.round(z)],
    ["one far away", (z: number) => (z > 3.9 ? 1e300 : z)],
    ["on both sides of the doubles", (z: number) => (z > 0 ? 1.7e308 : -1.7e308)],
    ["close together", (z: number) => 1e9 + Math.round(z * 8) / 2 ** 23],
    ["tiny", (z: number) => z * 1e-322],
  ] as const)("are those of quantile, to the bit, for 20,000 values, %s", (_, shape) => {
    const plan = { seed: 1, family: "quantiles", draws: 20_000 };
    const values = drawValues({ kind: "normal", mean: 0, standardDeviation: 1 }, plan).map(shape);
    const found = quantiles(values, shares);
    shares.forEach((p, index) => expect(found[index]! + 0).toBe(quantile([...values], p) + 0));
  });

  it("leaves the values as they were", () => {
    const values = Float64Array.of(3, 1, 2);
    quantiles(values, [0.5]);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it("refuses none, what is not finite and what is no probability", () => {
    expect(() => quantiles(new Float64Array(0), [0.5])).toThrow(
      "quantiles: values: expected at least 1, got 0",
    );
    expect(() => quantiles(Float64Array.of(1, NaN), [0.5])).toThrow(
      "quantiles: values[1]: expected a finite number, got NaN",
    );
    expect(() => quantiles(Float64Array.of(1, 2, -Infinity), [0.5])).toThrow("quantiles: values[2]");
    expect(() => quantiles(Float64Array.of(1), [1.1])).toThrow(
      "quantiles: probabilities: expected 0 to 1, got 1.1",
    );
  });
});
