import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialProbability } from "../../../src/stats/distributions/binomial.js";
import { binomialTest } from "../../../src/stats/proportions/binomial-test.js";
import { available } from "../available.js";
import { relativeError } from "../reference.js";
import { count, few } from "./counts.js";

describe("binomialTest", () => {
  const probability = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);

  it("adds every count that is no more likely than the one observed", () => {
    const isSum = ({ successes, n }: { successes: number; n: number }, p: number) => {
      const mass = Array.from({ length: n + 1 }, (_, k) => binomialProbability(k, n, p));
      const limit = (mass[successes] as number) * (1 + 1e-7);
      const sum = mass.filter((one) => one <= limit).reduce((total, one) => total + one, 0);
      return relativeError(available(binomialTest(successes, n, p)).pValue, Math.min(1, sum)) < 1e-11;
    };
    fc.assert(fc.property(count, probability, isSum), few);
  });

  it("successes tested at p are failures tested at 1 - p", () => {
    const mirrors = ({ successes, n }: { successes: number; n: number }, p: number) => {
      const one = available(binomialTest(successes, n, p)).pValue;
      const other = available(binomialTest(n - successes, n, 1 - p)).pValue;
      return relativeError(one, other) < 1e-10;
    };
    fc.assert(fc.property(count, probability, mirrors), few);
  });

  it("six of six against one half is 2 / 64", () => {
    expect(binomialTest(6, 6)).toMatchObject({ kind: "binomialTest", pValue: expect.closeTo(1 / 32, 15) });
  });

  it("nobody is data, an impossible probability is a mistake refused by name", () => {
    expect(binomialTest(0, 0)).toEqual({ kind: "unavailable", reason: "nobody was observed" });
    expect(() => binomialTest(1, 2, 1.2)).toThrow("binomialTest: probability: expected 0 to 1, got 1.2");
  });
});
