import { expect, it } from "vitest";
import { findRoot } from "../../../src/stats/numeric/root.js";

it("findRoot finds the zero of a falling function", () => {
  expect(findRoot((x) => ({ value: 1 - x ** 3, slope: -3 * x * x }), 0, 5)).toBeCloseTo(1, 15);
});

it("findRoot bisects when the slope misleads", () => {
  const wrongSlope = (x: number) => ({ value: Math.atan(x - 1), slope: -1 });
  expect(findRoot(wrongSlope, -1000, 500)).toBeCloseTo(1, 12);
});

it("findRoot returns a zero at the end of the bracket", () => {
  expect(findRoot((x) => ({ value: x, slope: 1 }), 0, 1)).toBeCloseTo(0, 15);
});

it("findRoot settles on a zero at 0 when told what difference matters", () => {
  const shaky = (x: number) => ({ value: x + (x > 0 ? 1e-17 : -1e-17), slope: 1 });
  expect(Math.abs(findRoot(shaky, -3, 2, 1e-15))).toBeLessThan(1e-15);
});
