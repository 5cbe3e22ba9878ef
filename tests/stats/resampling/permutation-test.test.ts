import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawBlock, drawBlocks } from "../../../src/stats/resampling/blocks.js";
import { permutationTest } from "../../../src/stats/resampling/permutation-test.js";
import type { PermutationTest } from "../../../src/stats/resampling/permutation-test.js";
import { generatorFor } from "../../../src/stats/resampling/generator.js";
import { sumProbabilities, visitChoices } from "../../../src/stats/resampling/arrangements.js";
import { pickToFront, shuffleSums } from "../../../src/stats/resampling/shuffles.js";
import type { Unavailable } from "../../../src/stats/unavailable.js";
import { relativeError } from "../reference.js";

const seeded = { seed: 1, family: "test" };
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
const few = { numRuns: 60 };
const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const differenceOfMeans = (a: ArrayLike<number>, b: ArrayLike<number>) => meanOf(a) - meanOf(b);
const pValues = ["pValue", "pValueFirstHigher", "pValueFirstLower"] as const;

describe("permutationTest, exact", () => {
  it("gives the same p-values by counting sums, by visiting choices and by any statistic", () => {
    const agree = (first: number[], second: number[]) => {
      const whole = permutationTest(first, second, seeded);
      if (whole.kind === "unavailable") return new Set([...first, ...second]).size === 1;
      const third = (value: number) => value / 3;
      const visited = found(permutationTest(first.map(third), second.map(third), seeded));
      const general = found(permutationTest(first, second, { ...seeded, statistic: differenceOfMeans }));
      return pValues.every(
        (name) =>
          relativeError(visited[name], whole[name]) < 1e-12 &&
          relativeError(general[name], whole[name]) < 1e-12,
      );
    };
    fc.assert(fc.property(answers, answers, agree), few);
  });

  it("does not change with unit and origin, and turns round with the groups", () => {
    const holds = (first: number[], second: number[]) => {
      const test = permutationTest(first, second, seeded);
      if (test.kind === "unavailable") return true;
      const move = (value: number) => 250 * value + 1_000_000;
      const moved = found(permutationTest(first.map(move), second.map(move), seeded));
      const turned = found(permutationTest(second, first, seeded));
      return (
        pValues.every((name) => moved[name] === test[name] && test[name] > 0 && test[name] <= 1) &&
        relativeError(turned.pValue, test.pValue) < 1e-12 &&
        relativeError(turned.pValueFirstHigher, test.pValueFirstLower) < 1e-12 &&
        turned.estimate === -test.estimate
      );
    };
    fc.assert(fc.property(answers, answers, holds), few);
  });

  it("keeps the digits of a far tail: one arrangement of 100 in 200", () => {
    const first = new Array<number>(100).fill(2);
    const second = new Array<number>(100).fill(1);
    const { pValueFirstHigher, pValue, method } = found(permutationTest(first, second, seeded));
    // 200 choose 100, from R: choose(200, 100)
    expect(relativeError(pValueFirstHigher, 1 / 9.0548514656103281e58)).toBeLessThan(1e-12);
    expect(relativeError(pValue, 2 / 9.0548514656103281e58)).toBeLessThan(1e-12);
    expect(method).toBe("exact, all arrangements");
  });

  it("visits every choice once, and probabilities sum to 1", () => {
    const seen = new Set<string>();
    expect(visitChoices(7, 3, (picked) => seen.add(picked.join()))).toBe(35);
    expect(seen.size).toBe(35);
    const total = sumProbabilities([0, 0, 1, 2, 2, 5, 9], 4).reduce((sum, p) => sum + p, 0);
    expect(Math.abs(total - 1)).toBeLessThan(1e-14);
  });
});

describe("permutationTest, drawn", () => {
  const first = Array.from({ length: 60 }, (_, i) => Math.sin(i) + 0.25);
  const second = Array.from({ length: 140 }, (_, i) => Math.sin(3 * i + 1));

  it("is near the exact p-value, within its own Monte Carlo error", () => {
    const a = [3, 4, 4, 5, 2, 4, 5, 3, 3, 4];
    const b = [3, 2, 4, 1, 2, 4, 3, 3, 2, 5, 1, 3];
    const exact = found(permutationTest(a, b, seeded));
    const drawn = found(permutationTest(a, b, { ...seeded, exactUpTo: 0, replicates: 20_000 }));
    expect(exact.monteCarloError).toBe(0);
    expect(exact.replicates).toBeNull();
    expect(drawn.method).toBe("Monte Carlo, (b + 1) / (B + 1)");
    expect(Math.abs(drawn.pValue - exact.pValue)).toBeLessThan(4 * drawn.monteCarloError);
    expect(Math.abs(drawn.pValueFirstHigher - exact.pValueFirstHigher)).toBeLessThan(
      4 * drawn.monteCarloError,
    );
  });

  it("never gives p = 0: the least is 1 / (B + 1)", () => {
    const apart = first.map((value) => value + 100);
    const test = found(permutationTest(apart, second, { ...seeded, replicates: 999 }));
    expect([test.pValue, test.pValueFirstHigher, test.pValueFirstLower]).toEqual([0.001, 0.001, 1]);
  });

  it("the difference of means by the quick way and as any statistic agree", () => {
    const general = { ...seeded, replicates: 2000, statistic: differenceOfMeans };
    const quick = found(permutationTest(first, second, { ...seeded, replicates: 2000 }));
    const slow = found(permutationTest(first, second, general));
    for (const name of pValues) expect(relativeError(slow[name], quick[name])).toBeLessThan(1e-12);
  });

  it("the same seed gives the same p-value, and blocks come in any order", () => {
    const plan = { ...seeded, replicates: 2100 };
    const [late, early, middle] = [2, 0, 1].map((block) => drawBlock(plan, block, shuffleSums(first, 20)));
    expect([...early!, ...middle!, ...late!]).toEqual([...drawBlocks(plan, shuffleSums(first, 20))]);
    expect(permutationTest(first, second, seeded)).toEqual(permutationTest(first, second, seeded));
  });

  it("a shuffle puts each person first as often as any other, and loses nobody", () => {
    const state = generatorFor(1, "shuffle");
    const people = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
    const times = new Array<number>(8).fill(0);
    for (let draw = 0; draw < 16_000; draw += 1) {
      pickToFront(state, people, 3);
      for (let place = 0; place < 3; place += 1) times[people[place]!]! += 1;
    }
    expect([...people].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const count of times)
      expect(Math.abs(count - 6000)).toBeLessThan(4 * Math.sqrt(16_000 * 0.375 * 0.625));
  });

  it("takes any statistic, such as a difference of medians", () => {
    const median = (values: ArrayLike<number>) =>
      Array.from(values).sort((x, y) => x - y)[values.length >> 1]!;
    const statistic = (a: ArrayLike<number>, b: ArrayLike<number>) => median(a) - median(b);
    const test = found(permutationTest([5, 6, 7, 8, 9], [1, 2, 3, 4, 5], { ...seeded, statistic }));
    expect(test.estimate).toBe(4);
    expect(test.method).toBe("exact, all arrangements");
    expect(test.pValue).toBeGreaterThan(0);
  });
});

it("says why there is no test, and refuses what only a caller can get wrong", () => {
  expect(permutationTest([], [1], seeded)).toEqual({
    kind: "unavailable",
    reason: "the first group has no values",
  });
  expect(permutationTest([2, 2], [2], seeded)).toEqual({
    kind: "unavailable",
    reason: "everyone has the same value",
  });
  expect(() => permutationTest([NaN], [1], seeded)).toThrow(
    "permutationTest: first[0]: expected a finite number, got NaN",
  );
  expect(() => permutationTest([2], [1], { ...seeded, exactUpTo: -1 })).toThrow("permutationTest: exactUpTo");
  expect(() => permutationTest([2], [1], { ...seeded, statistic: () => NaN })).toThrow(
    "permutationTest: statistic",
  );
  expect(() => permutationTest([0.5], [1], { ...seeded, exactUpTo: 0, replicates: 0 })).toThrow("replicates");
});

function found(result: PermutationTest | Unavailable): PermutationTest {
  if (result.kind === "unavailable") throw new Error(result.reason);
  return result;
}
