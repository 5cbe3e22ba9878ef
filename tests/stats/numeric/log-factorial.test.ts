import { expect, it } from "vitest";
import { logChoose, logFactorial } from "../../../src/stats/numeric/log-factorial.js";

it("the log of n! is the sum of the logs up to n, to the last digits", () => {
  let sum = 0;
  for (let n = 1; n <= 170; n += 1) {
    sum += Math.log(n);
    expect(Math.abs(logFactorial(n) - sum)).toBeLessThanOrEqual(1e-14 * Math.max(1, sum));
  }
  expect(logFactorial(0)).toBe(0);
});

it("the ways to choose follow Pascal's triangle", () => {
  const ways = (n: number, k: number) => Math.exp(logChoose(n, k));
  for (let n = 2; n <= 40; n += 1)
    for (let k = 1; k < n; k += 1)
      expect(ways(n, k) / (ways(n - 1, k) + ways(n - 1, k - 1))).toBeCloseTo(1, 12);
});
