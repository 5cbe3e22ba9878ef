import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcNemarTest } from "../../../src/stats/paired/mcnemar.js";
import { newcombePairedDifference } from "../../../src/stats/paired/newcombe.js";
import type { PairedDifference } from "../../../src/stats/paired/newcombe.js";
import { countPairs } from "../../../src/stats/paired/paired-counts.js";
import { stuartMaxwellTest } from "../../../src/stats/paired/stuart-maxwell.js";
import type { StuartMaxwellTest } from "../../../src/stats/paired/stuart-maxwell.js";
import { drawSwap, swapDistribution } from "../../../src/stats/paired/swap-distribution.js";
import { generatorFor } from "../../../src/stats/resampling/generator.js";
import { unavailable } from "../../../src/stats/unavailable.js";

const few = { numRuns: 100 };
const count = fc.nat({ max: 9 });
const table = (size: number) =>
  fc.array(fc.array(count, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const homogeneity = (counts: readonly (readonly number[])[]) =>
  stuartMaxwellTest(counts) as StuartMaxwellTest;

describe("McNemar", () => {
  it("says that nobody changed, and gives p 1", () => {
    expect(mcNemarTest({ onlyBefore: 0, onlyAfter: 0 })).toEqual({
      kind: "mcNemarTest",
      onlyBefore: 0,
      onlyAfter: 0,
      nChanged: 0,
      pValue: 1,
      midPValue: 1,
      method: "McNemar, exact binomial: nobody changed, so p is 1",
    });
  });

  it("does not care which way, and mid-p is never above the exact p", () => {
    const fair = (onlyBefore: number, onlyAfter: number) => {
      const one = mcNemarTest({ onlyBefore, onlyAfter });
      expect(mcNemarTest({ onlyBefore: onlyAfter, onlyAfter: onlyBefore }).pValue).toBe(one.pValue);
      expect(one.midPValue).toBeLessThanOrEqual(one.pValue);
      expect(one.pValue).toBeLessThanOrEqual(1);
    };
    fc.assert(fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), fair), few);
  });

  it("takes a whole table of answers, counted by name", () => {
    const answers = countPairs([true, true, false, false, false], [true, false, true, true, false]);
    expect(answers).toEqual({ bothYes: 1, onlyBefore: 1, onlyAfter: 2, neither: 1 });
    expect(mcNemarTest(answers)).toMatchObject({ onlyBefore: 1, onlyAfter: 2, pValue: 1 });
    expect(() => countPairs([true], [])).toThrow("countPairs: after: expected 1 values");
    expect(() => mcNemarTest({ onlyBefore: -1, onlyAfter: 2 })).toThrow(
      "mcNemarTest: counts[0]: expected a whole number",
    );
  });
});

describe("Newcombe's interval for pairs", () => {
  const answers = fc
    .record({ bothYes: count, onlyBefore: count, onlyAfter: count, neither: count })
    .filter((one) => Object.values(one).some((n) => n > 0));
  const difference = (counts: Parameters<typeof newcombePairedDifference>[0], level?: number) =>
    newcombePairedDifference(counts, level) as PairedDifference;

  it("holds its estimate and stays within -1 and 1, at any table", () => {
    const holds = (counts: Parameters<typeof difference>[0]) => {
      const { low, estimate, high } = difference(counts);
      expect(low).toBeLessThanOrEqual(estimate);
      expect(high).toBeGreaterThanOrEqual(estimate);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
    };
    fc.assert(fc.property(answers, holds), few);
  });

  it("turns round when before and after, or yes and no, change places", () => {
    const turns = (counts: Parameters<typeof difference>[0]) => {
      const { low, high } = difference(counts);
      const { bothYes, onlyBefore, onlyAfter, neither } = counts;
      const swapped = difference({ bothYes, onlyBefore: onlyAfter, onlyAfter: onlyBefore, neither });
      const reversed = difference({
        bothYes: neither,
        onlyBefore: onlyAfter,
        onlyAfter: onlyBefore,
        neither: bothYes,
      });
      for (const other of [swapped, reversed]) {
        expect(other.low).toBeCloseTo(-high, 13);
        expect(other.high).toBeCloseTo(-low, 13);
      }
    };
    fc.assert(fc.property(answers, turns), few);
  });

  it("is unavailable without people, and refuses half a person and a level in per cent", () => {
    expect(newcombePairedDifference({ bothYes: 0, onlyBefore: 0, onlyAfter: 0, neither: 0 })).toEqual(
      unavailable("no pairs"),
    );
    expect(() => difference({ bothYes: 0.5, onlyBefore: 0, onlyAfter: 0, neither: 0 })).toThrow(
      "expected a whole number",
    );
    expect(() => difference({ bothYes: 1, onlyBefore: 0, onlyAfter: 0, neither: 0 }, 95)).toThrow(
      "newcombePairedDifference: level",
    );
  });
});

describe("Stuart-Maxwell", () => {
  it("with two categories is McNemar's chi-squared and its exact p", () => {
    const same = (bothYes: number, onlyBefore: number, onlyAfter: number, neither: number) => {
      if (onlyBefore + onlyAfter === 0) return;
      const found = homogeneity([
        [bothYes, onlyBefore],
        [onlyAfter, neither],
      ]);
      expect(found.statistic).toBeCloseTo((onlyBefore - onlyAfter) ** 2 / (onlyBefore + onlyAfter), 12);
      expect(found.df).toBe(1);
      expect(found.permutationPValue).toBeCloseTo(mcNemarTest({ onlyBefore, onlyAfter }).pValue, 13);
    };
    fc.assert(fc.property(count, count, count, count, same), few);
  });

  it("is the same whichever order the categories are in, and with before and after swapped", () => {
    const same = (counts: number[][]) => {
      const found = stuartMaxwellTest(counts);
      const turned = [2, 0, 1].map((row) => [2, 0, 1].map((column) => counts[row]![column]!));
      const swapped = counts.map((row, i) => row.map((_, j) => counts[j]![i]!));
      for (const other of [turned, swapped].map((one) => stuartMaxwellTest(one))) {
        if (found.kind === "unavailable") return expect(other).toEqual(found);
        expect((other as StuartMaxwellTest).statistic).toBeCloseTo(found.statistic, 10);
        expect((other as StuartMaxwellTest).permutationPValue).toBeCloseTo(found.permutationPValue, 12);
      }
    };
    fc.assert(fc.property(table(3), same), few);
  });

  it("leaves out categories nobody left or joined, tells which, and loses a degree of freedom for each part", () => {
    expect(
      homogeneity([
        [3, 4, 0],
        [1, 2, 0],
        [0, 0, 6],
      ]),
    ).toMatchObject({ df: 1, droppedCategories: [2], n: 16, nChanged: 5 });
    expect(
      homogeneity([
        [0, 4, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 6, 0],
      ]),
    ).toMatchObject({ df: 2, droppedCategories: [] });
  });

  it("draws at random, by seed, when the outcomes are too many, and comes near the exact value", () => {
    const large = [
      [0, 40, 30, 20, 9],
      [30, 0, 35, 28, 8],
      [22, 30, 0, 33, 9],
      [15, 25, 30, 0, 12],
      [7, 9, 11, 8, 0],
    ];
    const first = homogeneity(large);
    expect(first).toMatchObject({ permutation: "Monte Carlo", draws: 9999 });
    expect(homogeneity(large)).toEqual(first);
    expect(Math.abs(first.permutationPValue - first.pValue)).toBeLessThan(0.03);
    expect((stuartMaxwellTest(large, { seed: 2, draws: 99 }) as StuartMaxwellTest).draws).toBe(99);
  });

  it("the distribution behind it sums to one, has no gain on average, and is what random draws give", () => {
    const moves = [
      { from: 0, to: 1, n: 3 },
      { from: 1, to: 2, n: 2 },
      { from: 0, to: 2, n: 1 },
    ];
    const all = swapDistribution(moves, 3)!;
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 14);
    for (const category of [0, 1, 2])
      expect(
        all.reduce((sum, { gains, probability }) => sum + probability * gains[category]!, 0),
      ).toBeCloseTo(0, 14);
    const possible = new Set(all.map(({ gains }) => gains.join()));
    const generator = generatorFor(1, "draws");
    for (let draw = 0; draw < 50; draw += 1)
      expect(possible.has(drawSwap(moves, 3, generator).join())).toBe(true);
  });

  it("draws at random, too, when the net gains would not fit one whole number each", () => {
    const long = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) => (Math.abs(row - column) === 1 ? 5 : 0)),
    );
    expect(homogeneity(long)).toMatchObject({
      df: 11,
      statistic: 0,
      permutationPValue: 1,
      permutation: "Monte Carlo",
    });
  });

  it("is unavailable without people or change, and refuses a table that is not square", () => {
    expect(
      stuartMaxwellTest([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(unavailable("no pairs"));
    expect(stuartMaxwellTest([])).toEqual(unavailable("no pairs"));
    expect(
      stuartMaxwellTest([
        [2, 0],
        [0, 5],
      ]),
    ).toEqual(unavailable("nobody changed"));
    expect(() =>
      stuartMaxwellTest([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow("stuartMaxwellTest: counts[0]: expected 2 values");
    expect(() => stuartMaxwellTest([[1]], { draws: 0 })).toThrow(
      "stuartMaxwellTest: draws: expected a whole number, 1 or more",
    );
  });
});
