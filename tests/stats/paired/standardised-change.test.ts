import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noncentralTCdf, noncentralTLimits } from "../../../src/stats/distributions/noncentral-t.js";
import { studentTCdf } from "../../../src/stats/distributions/student-t.js";
import { pairedTTest } from "../../../src/stats/paired/paired-t-test.js";
import type { PairedTTest } from "../../../src/stats/paired/paired-t-test.js";
import { dAverage, dZ } from "../../../src/stats/paired/standardised-change.js";
import type { StandardisedChange } from "../../../src/stats/paired/standardised-change.js";
import { unavailable } from "../../../src/stats/unavailable.js";
import { relativeError } from "../reference.js";

const few = { numRuns: 40 };
const changes = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 15 })
  .filter((list) => list.some((change) => change !== list[0]));

describe("noncentral t", () => {
  const t = fc.double({ min: -8, max: 8, noNaN: true });
  const df = fc.integer({ min: 1, max: 300 });

  it("without noncentrality is Student's t", () => {
    const same = (value: number, degrees: number) => {
      expect(relativeError(noncentralTCdf(value, degrees, 0), studentTCdf(value, degrees))).toBeLessThan(
        1e-12,
      );
    };
    fc.assert(fc.property(t, df, same), few);
  });

  it("turned round has the other tail, and falls as the noncentrality grows", () => {
    const turns = (value: number, degrees: number, noncentrality: number) => {
      const below = noncentralTCdf(value, degrees, noncentrality);
      expect(below + noncentralTCdf(-value, degrees, -noncentrality)).toBeCloseTo(1, 13);
      expect(noncentralTCdf(value, degrees, noncentrality + 0.5)).toBeLessThanOrEqual(below);
    };
    fc.assert(fc.property(t, df, fc.double({ min: -6, max: 6, noNaN: true }), turns), few);
  });

  it("its limits leave half of the rest of the level on either side", () => {
    const leaves = (value: number, degrees: number) => {
      const { low, high } = noncentralTLimits(value, degrees, 0.9);
      expect(noncentralTCdf(value, degrees, low)).toBeCloseTo(0.95, 12);
      expect(noncentralTCdf(value, degrees, high)).toBeCloseTo(0.05, 12);
    };
    fc.assert(fc.property(t, df, leaves), few);
  });

  it("refuses what has no meaning", () => {
    expect(() => noncentralTCdf(Infinity, 3, 0)).toThrow("noncentralTCdf: t: expected a finite number");
    expect(() => noncentralTCdf(1, 0, 0)).toThrow("noncentralTCdf: df: expected 0.5 to 1e10");
    expect(() => noncentralTCdf(1, 3, NaN)).toThrow(
      "noncentralTCdf: noncentrality: expected a finite number",
    );
    expect(() => noncentralTLimits(1, 3, 1)).toThrow("noncentralTLimits: level");
  });
});

describe("standardised change", () => {
  it("excludes 0 exactly when the t test is significant at the same level", () => {
    const dual = (list: number[]) => {
      const { low, high } = dZ(list) as StandardisedChange;
      const { pValue } = pairedTTest(list) as PairedTTest;
      expect(low > 0 || high < 0).toBe(pValue < 0.05);
    };
    fc.assert(fc.property(changes, dual), few);
  });

  it("has no unit, and turns round with its changes", () => {
    const turns = (list: number[]) => {
      const one = dZ(list) as StandardisedChange;
      const other = dZ(list.map((change) => -8 * change)) as StandardisedChange;
      expect(other.estimate).toBeCloseTo(-one.estimate, 12);
      expect(other.low).toBeCloseTo(-one.high, 9);
      expect(other.correctedHigh).toBeCloseTo(-one.correctedLow, 9);
    };
    fc.assert(fc.property(changes, turns), few);
  });

  it("d_av does not care about a constant added at both times; limits and estimate are in proportion to those of d_z", () => {
    const moved = (list: number[]) => {
      const before = list.map((_, person) => (person * 7) % 5);
      const after = before.map((score, person) => score + list[person]!);
      const one = dAverage(before, after) as StandardisedChange;
      const other = dAverage(
        before.map((score) => score + 100),
        after.map((score) => score + 100),
      ) as StandardisedChange;
      expect(other.estimate).toBeCloseTo(one.estimate, 9);
      const z = dZ(list) as StandardisedChange;
      expect(one.low * z.high).toBeCloseTo(one.high * z.low, 8);
    };
    fc.assert(fc.property(changes, moved), few);
  });

  it("is unavailable for two people or for equal changes", () => {
    expect(dZ([1, 2])).toEqual(unavailable("fewer than 3 pairs"));
    expect(dZ([2, 2, 2])).toEqual(unavailable("every change is the same"));
    expect(dAverage([1, 2], [2, 4])).toEqual(unavailable("fewer than 3 pairs"));
    expect(dAverage([1.1, 2.3, 0.7], [1.3, 2.5, 0.9])).toEqual(unavailable("every change is the same"));
    expect(() => dZ([1, NaN, 2])).toThrow("dZ: changes[1]: expected a finite number");
  });
});

describe("paired t test", () => {
  it("has an interval that ends where p is one less the level", () => {
    const dual = (list: number[]) => {
      const { low, high } = pairedTTest(list, { level: 0.9 }) as PairedTTest;
      for (const end of [low, high])
        expect((pairedTTest(list.map((change) => change - end)) as PairedTTest).pValue).toBeCloseTo(0.1, 9);
    };
    fc.assert(fc.property(changes, dual), few);
  });

  it("is unavailable for one person or for equal changes", () => {
    expect(pairedTTest([1])).toEqual(unavailable("fewer than 2 values"));
    expect(pairedTTest([1, 1])).toEqual(unavailable("every value is the same"));
  });
});
