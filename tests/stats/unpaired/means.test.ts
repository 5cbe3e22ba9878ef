import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hedgesCorrection } from "../../../src/stats/means/hedges-correction.js";
import { hedgesG } from "../../../src/stats/unpaired/hedges-g.js";
import type { HedgesG } from "../../../src/stats/unpaired/hedges-g.js";
import { welchTTest } from "../../../src/stats/unpaired/welch.js";
import type { WelchT } from "../../../src/stats/unpaired/welch.js";

const few = { numRuns: 100 };
const sample = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 })
  .filter((values) => new Set(values).size > 1);
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("welchTTest", () => {
  it("moves and stretches with the values", () => {
    const moves = (a: number[], b: number[]) => {
      const before = welchTTest(a, b) as WelchT;
      const after = welchTTest(
        a.map((value) => 3 + 2 * value),
        b.map((value) => 2 * value),
      ) as WelchT;
      return (
        near(after.estimate, 2 * before.estimate + 3) &&
        near(after.low, 2 * before.low + 3) &&
        near(after.high, 2 * before.high + 3) &&
        near(after.df, before.df)
      );
    };
    fc.assert(fc.property(sample, sample, moves), few);
  });

  it("moved by a limit of its interval, its p-value is what the level leaves", () => {
    const dual = (a: number[], b: number[], level: number) => {
      const { low, high } = welchTTest(a, b, level) as WelchT;
      const pAt = (shift: number) =>
        (
          welchTTest(
            a.map((value) => value - shift),
            b,
          ) as WelchT
        ).pValue;
      return Math.abs(pAt(low) - (1 - level)) < 1e-9 && Math.abs(pAt(high) - (1 - level)) < 1e-9;
    };
    fc.assert(fc.property(sample, sample, fc.constantFrom(0.8, 0.95, 0.99), dual), few);
  });

  it("one constant group is enough to judge by, two are not, nor is one value", () => {
    expect(welchTTest([0.1, 0.1, 0.1], [1, 2, 3])).toMatchObject({ kind: "welchT", df: 2 });
    expect(welchTTest([0.1, 0.1, 0.1], [0.7, 0.7])).toEqual({
      kind: "unavailable",
      reason: "values do not differ within either group",
    });
    expect(welchTTest([1], [1, 2])).toMatchObject({ kind: "unavailable" });
    expect(welchTTest([], [1, 2])).toMatchObject({ kind: "unavailable" });
    expect(() => welchTTest([1, 2], [1, Infinity])).toThrow("welchTTest: second[1]");
    expect(() => welchTTest([1, 2], [1, 3], 1)).toThrow("welchTTest: level");
  });
});

describe("hedgesG", () => {
  it("has no unit and turns round with the groups", () => {
    const noUnit = (a: number[], b: number[]) =>
      (["pooled", "average"] as const).every((standardiser) => {
        const g = hedgesG(a, b, { standardiser });
        const scaled = hedgesG(
          a.map((value) => 7 * value + 1),
          b.map((value) => 7 * value + 1),
          { standardiser },
        );
        const turned = hedgesG(b, a, { standardiser });
        if (g.kind === "unavailable") return scaled.kind === "unavailable";
        return (
          near(g.estimate, (scaled as HedgesG).estimate) && near(g.estimate, -(turned as HedgesG).estimate)
        );
      });
    fc.assert(fc.property(sample, sample, noUnit), few);
  });

  it("turns its interval round with the groups, around the estimate, wider at a higher level", () => {
    const turns = (a: number[], b: number[]) => {
      const there = hedgesG(a, b) as HedgesG;
      const back = hedgesG(b, a) as HedgesG;
      const wide = hedgesG(a, b, { level: 0.99 }) as HedgesG;
      return (
        near(there.low, -back.high) &&
        near(there.high, -back.low) &&
        there.low < there.estimate &&
        there.estimate < there.high &&
        wide.low < there.low &&
        there.high < wide.high
      );
    };
    fc.assert(fc.property(sample, sample, turns), few);
  });

  it("its interval holds 0 when Student's t test with one spread does not reject", () => {
    const g = (shift: number) =>
      hedgesG(
        [1, 2, 4, 7].map((value) => value + shift),
        [1, 3, 3, 5],
      ) as HedgesG;
    // at this shift the equal-variance t is its 0.975 quantile on 6 degrees of freedom
    const deviation = Math.sqrt((7 + 8 / 3) / 2);
    const edge = 2.446911851144969 * deviation * Math.sqrt(1 / 2) - 0.5;
    expect(g(edge).low).toBeCloseTo(0, 10);
  });

  it("pooled and average agree when the groups are of one size, but for the correction", () => {
    const pooled = hedgesG([1, 2, 3, 9], [4, 6, 5, 8]) as HedgesG;
    const average = hedgesG([1, 2, 3, 9], [4, 6, 5, 8], { standardiser: "average" }) as HedgesG;
    expect(pooled.standardDeviation).toBeCloseTo(average.standardDeviation, 12);
    expect(average.df).toBeLessThan(pooled.df);
  });

  it("is unavailable without a spread, and where the correction has no degrees of freedom", () => {
    expect(hedgesG([2, 2], [5, 5])).toMatchObject({ kind: "unavailable" });
    expect(hedgesG([2, 3], [5, 5], { standardiser: "average" })).toEqual({
      kind: "unavailable",
      reason: "only one degree of freedom is left, too few for the correction",
    });
    expect(hedgesG([2], [5, 6])).toMatchObject({ kind: "unavailable" });
    expect(hedgesG([], [5, 6])).toMatchObject({ kind: "unavailable" });
  });
});

describe("hedgesCorrection", () => {
  it("is 1 / √π at 2 degrees of freedom, and close to 1 - 3 / (4 df - 1) from a few on", () => {
    expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 15);
    for (const df of [10, 30, 100, 1e4, 1e8])
      expect(hedgesCorrection(df)).toBeCloseTo(1 - 3 / (4 * df - 1), 3);
    expect(hedgesCorrection(1e12)).toBeLessThanOrEqual(1);
    expect(() => hedgesCorrection(1)).toThrow("hedgesCorrection: df");
  });
});
