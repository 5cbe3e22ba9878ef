import fc from "fast-check";
import { expect, it } from "vitest";
import { tInterval } from "../../../src/stats/means/t-interval.js";

it("tInterval gives the printed interval for Student's sleep data", () => {
  // Student (1908) Biometrika 6:1-25, p. 20: ten differences in hours of sleep, mean 1.58; R prints 0.70 to 2.46
  const interval = tInterval([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
  expect(interval.estimate).toBeCloseTo(1.58, 12);
  expect(interval.low).toBeCloseTo(0.7, 2);
  expect(interval.high).toBeCloseTo(2.46, 2);
});

it("tInterval moves and stretches with its values", () => {
  const sample = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 });
  const moves = (values: number[]) => {
    const before = tInterval(values);
    const after = tInterval(values.map((value) => 5 - 2 * value));
    return (
      Math.abs(after.low - (5 - 2 * before.high)) < 1e-8 && Math.abs(after.high - (5 - 2 * before.low)) < 1e-8
    );
  };
  fc.assert(fc.property(sample, moves), { numRuns: 100 });
});

it("tInterval refuses one value, and a level outside 0 to 1", () => {
  expect(() => tInterval([3])).toThrow("tInterval: values: expected at least 2, got 1");
  expect(() => tInterval([3, 4], 95)).toThrow(
    "tInterval: level: expected more than 0 and less than 1, got 95",
  );
});
