import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannWhitneyFromCounts, mannWhitneyTest } from "../../../src/stats/unpaired/mann-whitney.js";
import type { MannWhitney } from "../../../src/stats/unpaired/mann-whitney.js";
import { rankSumWays } from "../../../src/stats/unpaired/rank-sum-ways.js";
import { countValues } from "../../../src/stats/unpaired/value-counts.js";

const few = { numRuns: 100 };
const answers = (most: number) => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: most });
const notAllEqual = ([a, b]: readonly [number[], number[]]) => new Set([...a, ...b]).size > 1;
const smallPair = fc.tuple(answers(5), answers(5)).filter(notAllEqual);
const pair = fc.tuple(answers(12), answers(12)).filter(notAllEqual);

const test = (a: ArrayLike<number>, b: ArrayLike<number>) => mannWhitneyTest(a, b) as MannWhitney;
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

describe("mannWhitneyTest", () => {
  it("is every division of the values counted one by one", () => {
    const isCounted = ([a, b]: readonly [number[], number[]]) => {
      const pooled = [...a, ...b];
      const wins = divisions(pooled.length, a.length).map((chosen) => winsOf(pooled, chosen));
      const observed = winsOf(pooled, [...a.keys()]);
      const middle = (a.length * b.length) / 2;
      const share = (keep: (u: number) => boolean) => wins.filter(keep).length / wins.length;
      const { u, pValue, pValueFirstHigher, pValueFirstLower } = test(a, b);
      return (
        u === observed &&
        close(
          pValue,
          share((one) => Math.abs(one - middle) >= Math.abs(observed - middle)),
        ) &&
        close(
          pValueFirstHigher,
          share((one) => one >= observed),
        ) &&
        close(
          pValueFirstLower,
          share((one) => one <= observed),
        )
      );
    };
    fc.assert(fc.property(smallPair, isCounted), few);
  });

  it("turns round with the groups, by the exact test and by the approximation", () => {
    const turns = ([a, b]: readonly [number[], number[]]) =>
      [10_000, 0].every((exactUpTo) => {
        const there = mannWhitneyTest(a, b, { exactUpTo }) as MannWhitney;
        const back = mannWhitneyTest(b, a, { exactUpTo }) as MannWhitney;
        return (
          there.u + back.u === a.length * b.length &&
          close(there.z, -back.z) &&
          close(there.pValue, back.pValue) &&
          close(there.pValueFirstHigher, back.pValueFirstLower)
        );
      });
    fc.assert(fc.property(pair, turns), few);
  });

  it("sees only the order of the values, in any array, and not the order in which they come", () => {
    const sees = ([a, b]: readonly [number[], number[]]) => {
      const stretch = (values: number[]) =>
        Float64Array.from(values, (value) => Math.exp(value) / 7).reverse();
      const expected = test(a, b);
      return [
        test(stretch(a), stretch(b)),
        test(Uint8Array.from(a), Int8Array.from(b)),
        test(
          a.map((value) => 1e6 * value),
          b.map((value) => 1e6 * value),
        ),
      ].every((one) => JSON.stringify(one) === JSON.stringify(expected));
    };
    fc.assert(fc.property(pair, sees), few);
  });

  it("from counts is the same as from the answers, empty categories or not", () => {
    const same = ([a, b]: readonly [number[], number[]]) => {
      const counted = (values: number[]) =>
        [0, 1, 2, 3, 4, 5, 6].map((c) => values.filter((one) => one === c).length);
      return JSON.stringify(mannWhitneyFromCounts(counted(a), counted(b))) === JSON.stringify(test(a, b));
    };
    fc.assert(fc.property(pair, same), few);
  });

  it("one-sided p-values share the observed U and leave nothing out", () => {
    const share = ([a, b]: readonly [number[], number[]]) => {
      const { pValueFirstHigher, pValueFirstLower, pValue } = test(a, b);
      return pValueFirstHigher + pValueFirstLower > 1 - 1e-12 && pValue > 0 && pValue <= 1;
    };
    fc.assert(fc.property(pair, share), few);
  });

  it("keeps the digits of the smallest tail: 100 against 100 apart is 2 of 200-choose-100 divisions", () => {
    const low = Array.from({ length: 100 }, (_, index) => index);
    const { pValue, pValueFirstHigher, pValueFirstLower } = test(
      low,
      low.map((value) => value + 100),
    );
    let divisions = 1;
    for (let k = 1; k <= 100; k += 1) divisions *= (100 + k) / k;
    expect(pValue * divisions).toBeCloseTo(2, 10);
    expect(pValueFirstLower * divisions).toBeCloseTo(1, 10);
    expect(pValueFirstHigher).toBe(1);
  });

  it("says when it turns to the normal approximation", () => {
    const many = [250, 250, 250, 250, 250];
    expect((mannWhitneyFromCounts(many, [200, 200, 250, 300, 300]) as MannWhitney).method).toBe(
      "normal approximation, corrected for ties",
    );
    const options = { exactUpTo: 0, continuityCorrection: true };
    expect((mannWhitneyTest([1, 2], [2, 3], options) as MannWhitney).method).toBe(
      "normal approximation, corrected for ties and continuity",
    );
    expect((mannWhitneyTest([1, 2], [2, 1], options) as MannWhitney).pValue).toBe(1);
  });

  it("is unavailable for an empty group and for equal values, and exact for one value a group", () => {
    expect(mannWhitneyTest([], [1])).toEqual({
      kind: "unavailable",
      reason: "the first group has no values",
    });
    expect(mannWhitneyFromCounts([0, 2], [0, 0])).toEqual({
      kind: "unavailable",
      reason: "the second group has no values",
    });
    expect(mannWhitneyFromCounts([], [])).toEqual({
      kind: "unavailable",
      reason: "neither group has any values",
    });
    expect(mannWhitneyTest([4, 4], [4, 4, 4])).toEqual({
      kind: "unavailable",
      reason: "all values are equal, so neither group can be higher",
    });
    expect(test([2], [1])).toMatchObject({ u: 1, pValue: 1, pValueFirstHigher: 0.5, pValueFirstLower: 1 });
  });

  it("refuses what only a caller can get wrong", () => {
    expect(() => mannWhitneyTest([1, NaN], [2])).toThrow(
      "mannWhitneyTest: group 1[1]: expected a finite number, got NaN",
    );
    expect(() => mannWhitneyFromCounts([1, 2], [3])).toThrow("mannWhitneyFromCounts: second");
    expect(() => mannWhitneyFromCounts([1, 2.5], [3, 1])).toThrow("mannWhitneyFromCounts: first[1]");
    expect(() => mannWhitneyTest([1], [2], { exactUpTo: 1e9 })).toThrow(
      "mannWhitneyTest: exactUpTo: expected 0 to 40000, got 1000000000",
    );
  });
});

describe("rankSumWays", () => {
  it("counts every way once", () => {
    const ties = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 });
    const countsAll = (sizes: number[]) => {
      const n = sizes.reduce((sum, size) => sum + size, 0);
      return Array.from({ length: n - 1 }, (_, index) => index + 1).every((size) => {
        const { ways, total } = rankSumWays(sizes, size, 2 * size * (n - size));
        return ways.reduce((sum, count) => sum + count, 0) === total;
      });
    };
    fc.assert(fc.property(ties, countsAll), few);
  });
});

describe("countValues", () => {
  it("counts whole numbers as it counts others", () => {
    const groups = fc.array(fc.array(fc.integer({ min: -3, max: 900 }), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 3,
    });
    const alike = (whole: number[][]) => {
      const halves = countValues(
        whole.map((group) => group.map((value) => value / 4)),
        "test",
      );
      const counted = countValues(whole, "test");
      return (
        JSON.stringify(halves.counts) === JSON.stringify(counted.counts) &&
        JSON.stringify(halves.values.map((value) => 4 * value)) === JSON.stringify(counted.values)
      );
    };
    fc.assert(fc.property(groups, alike), few);
  });

  it("takes -0 for 0", () => {
    expect(countValues([[-0, 0.5, 0], [0]], "test").counts).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });
});

function divisions(n: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (n < size) return [];
  return [...divisions(n - 1, size), ...divisions(n - 1, size - 1).map((chosen) => [...chosen, n - 1])];
}

function winsOf(pooled: readonly number[], chosen: readonly number[]): number {
  const others = pooled.filter((_, index) => !chosen.includes(index));
  const wins = chosen.map((index) =>
    others.reduce((sum, other) => sum + (pooled[index]! > other ? 1 : pooled[index] === other ? 0.5 : 0), 0),
  );
  return wins.reduce((sum, won) => sum + won, 0);
}
