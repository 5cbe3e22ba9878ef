import fc from "fast-check";
import { expect, it } from "vitest";
import { predictNext } from "../../../src/stats/clusters/predict-next.js";
import { tInterval } from "../../../src/stats/means/t-interval.js";
import { available, few } from "./clusters.js";

const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 9 });

it("the interval of the next value is wider than that of the mean by the square root of k + 1", () => {
  const isWider = (sample: number[]) => {
    const next = available(predictNext(sample));
    if (next === null) return true;
    const mean = available(tInterval(sample));
    if (mean === null) return false;
    return Math.abs((next.high - next.low) / (mean.high - mean.low) - Math.sqrt(sample.length + 1)) < 1e-9;
  };
  fc.assert(fc.property(values, isWider), few);
});

it("on the log scale it stretches with the unit and never goes below 0", () => {
  const stretches = (sample: number[]) => {
    const [pounds, pence] = [sample, sample.map((one) => 100 * one)].map((one) =>
      available(predictNext(one, { scale: "log" })),
    );
    if (!pounds || !pence) return pounds === pence;
    return pounds.low > 0 && Math.abs(pence.high / pounds.high / 100 - 1) < 1e-9;
  };
  fc.assert(fc.property(values, stretches), few);
});

it("needs two values that differ, and above 0 for logs", () => {
  expect(predictNext([3])).toEqual({ kind: "unavailable", reason: "fewer than 2 values" });
  expect(predictNext([0.1, 0.1, 0.1])).toEqual({ kind: "unavailable", reason: "all values are equal" });
  expect(predictNext([0, 5], { scale: "log" })).toEqual({
    kind: "unavailable",
    reason: "a value is not above 0, so it has no log",
  });
  expect(() => predictNext([1, NaN])).toThrow("predictNext: values[1]: expected a finite number, got NaN");
});
