import fc from "fast-check";
import { expect, it } from "vitest";
import { tInterval } from "../../../src/stats/means/t-interval.js";
import type { MeanInterval } from "../../../src/stats/means/t-interval.js";
import { unavailable } from "../../../src/stats/unavailable.js";

const available = (values: readonly number[]) => tInterval(values) as MeanInterval;

it("tInterval gives the printed interval for Student's sleep data", () => {
  // Student (1908) Biometrika 6:1-25, p. 20: ten differences in hours of sleep, mean 1.58; R prints 0.70 to 2.46
  const interval = available([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
  expect(interval.estimate).toBeCloseTo(1.58, 12);
  expect(interval.low).toBeCloseTo(0.7, 2);
  expect(interval.high).toBeCloseTo(2.46, 2);
});

it("tInterval moves and stretches with its values", () => {
  const sample = fc
    .array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 })
    .filter((values) => values.some((value) => value !== values[0]));
  const moves = (values: number[]) => {
    const before = available(values);
    const after = available(values.map((value) => 5 - 2 * value));
    return (
      Math.abs(after.low - (5 - 2 * before.high)) < 1e-8 && Math.abs(after.high - (5 - 2 * before.low)) < 1e-8
    );
  };
  fc.assert(fc.property(sample, moves), { numRuns: 100 });
});

it("tInterval has no interval for fewer than two values or for equal ones, and says why", () => {
  expect(tInterval([])).toEqual(unavailable("fewer than 2 values"));
  expect(tInterval([3])).toEqual(unavailable("fewer than 2 values"));
  expect(tInterval([0.1 + 0.2, 0.3, 0.3])).toEqual(unavailable("every value is the same"));
  expect(tInterval([0.1, 0.1, 0.1])).toEqual(unavailable("every value is the same"));
});

it("tInterval takes a million values", () => {
  const million = Array.from({ length: 1_000_000 }, (_, index) => index % 5);
  expect(available(million)).toMatchObject({ estimate: 2, n: 1_000_000 });
});

it("tInterval refuses a value that is no number, and a level outside 0 to 1", () => {
  expect(() => tInterval([1, NaN])).toThrow("tInterval: values[1]: expected a finite number, got NaN");
  expect(() => tInterval([3, 4], 95)).toThrow(
    "tInterval: level: expected more than 0 and less than 1, got 95",
  );
});
