import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kruskalWallisFromCounts, kruskalWallisTest } from "../../../src/stats/unpaired/kruskal-wallis.js";
import type { KruskalWallis } from "../../../src/stats/unpaired/kruskal-wallis.js";
import { kruskalWallisPermutationTest } from "../../../src/stats/unpaired/kruskal-wallis-permutation.js";
import type { KruskalWallisPermutation } from "../../../src/stats/unpaired/kruskal-wallis-permutation.js";
import { mannWhitneyTest } from "../../../src/stats/unpaired/mann-whitney.js";

const few = { numRuns: 100 };
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 });
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-10 * Math.max(1, Math.abs(b));

describe("kruskalWallisTest", () => {
  it("of two groups is the square of the Mann-Whitney z", () => {
    const isSquare = (a: number[], b: number[]) => {
      const several = kruskalWallisTest([a, b]);
      const two = mannWhitneyTest(a, b, { exactUpTo: 0 });
      if (several.kind === "unavailable" || two.kind === "unavailable") return several.kind === two.kind;
      return near(several.h, two.z ** 2) && near(several.pValue, two.pValue);
    };
    fc.assert(fc.property(answers, answers, isSquare), few);
  });

  it("does not mind the order of the groups or a stretch of the scale, and is the same from counts", () => {
    const same = (a: number[], b: number[], c: number[]) => {
      const counted = (values: number[]) =>
        [1, 2, 3, 4, 5].map((k) => values.filter((one) => one === k).length);
      const expected = kruskalWallisTest([a, b, c]);
      if (expected.kind === "unavailable") return true;
      const others = [
        kruskalWallisTest([c, a, b]),
        kruskalWallisTest([a, b, c].map((group) => group.map((value) => value ** 3 / 7))),
        kruskalWallisFromCounts([a, b, c].map(counted)),
      ] as KruskalWallis[];
      return (
        others.every(
          ({ h, epsilonSquared }) => near(h, expected.h) && near(epsilonSquared, expected.epsilonSquared),
        ) &&
        expected.epsilonSquared >= 0 &&
        expected.epsilonSquared <= 1 + 1e-12
      );
    };
    fc.assert(fc.property(answers, answers, answers, same), few);
  });

  it("passes over empty groups and counts them", () => {
    const found = kruskalWallisTest([[1, 2, 3], [], [4, 5]]) as KruskalWallis;
    expect(found).toMatchObject({ df: 1, groups: 2, emptyGroups: 1, n: 5 });
    expect(found.h).toBeCloseTo(
      (
        kruskalWallisTest([
          [1, 2, 3],
          [4, 5],
        ]) as KruskalWallis
      ).h,
      14,
    );
  });

  it("is unavailable for fewer than two groups, and for equal values", () => {
    expect(kruskalWallisTest([])).toMatchObject({ kind: "unavailable" });
    expect(kruskalWallisTest([[1, 2], []])).toEqual({
      kind: "unavailable",
      reason: "fewer than two groups have values",
    });
    expect(kruskalWallisTest([[3], [3, 3]])).toEqual({
      kind: "unavailable",
      reason: "all values are equal, so no group can be higher",
    });
    expect(() => kruskalWallisTest([[1], [NaN]])).toThrow("kruskalWallisTest: group 2[0]");
    expect(() => kruskalWallisFromCounts([[1, 2], [1]])).toThrow("kruskalWallisFromCounts: groups[1]");
  });
});

describe("kruskalWallisPermutationTest", () => {
  const options = { seed: 7, family: "test" };

  it("of two groups is the exact Mann-Whitney test", () => {
    const same = (a: number[], b: number[]) => {
      const several = kruskalWallisPermutationTest([a, [], b], options);
      const two = mannWhitneyTest(a, b);
      if (several.kind === "unavailable" || two.kind === "unavailable") return several.kind === two.kind;
      return near(several.pValue, two.pValue) && several.emptyGroups === 1;
    };
    fc.assert(fc.property(answers, answers, same), few);
  });

  it("drawn, it is near the exact p-value, the same each time, and never 0", () => {
    const groups = [
      [4, 5, 3, 4],
      [3, 2, 3],
      [2, 1, 3],
    ];
    const exact = kruskalWallisPermutationTest(groups, options) as KruskalWallisPermutation;
    const draw = () =>
      kruskalWallisPermutationTest(groups, { ...options, exactUpTo: 0 }) as KruskalWallisPermutation;
    expect(draw()).toEqual(draw());
    expect(draw()).toMatchObject({ method: "Monte Carlo, (b + 1) / (B + 1)", replicates: 10_000 });
    expect(Math.abs(draw().pValue - exact.pValue)).toBeLessThan(4 * draw().monteCarloError);
    const apart = Array.from({ length: 4 }, (_, group) =>
      Array.from({ length: 20 }, (_, i) => 100 * group + i),
    );
    const found = kruskalWallisPermutationTest(apart, { ...options, replicates: 99 });
    expect(found).toMatchObject({ pValue: 0.01 });
  });

  it("is unavailable as the test it refines, and refuses options out of range", () => {
    expect(kruskalWallisPermutationTest([[3], [3, 3]], options)).toMatchObject({ kind: "unavailable" });
    expect(() => kruskalWallisPermutationTest([[1], [2]], { ...options, replicates: 0 })).toThrow(
      "kruskalWallisPermutationTest: replicates",
    );
    expect(() => kruskalWallisPermutationTest([[1], [2]], { ...options, exactUpTo: -1 })).toThrow(
      "kruskalWallisPermutationTest: exactUpTo",
    );
  });
});
