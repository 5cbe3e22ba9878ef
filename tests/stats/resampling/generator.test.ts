import { describe, expect, it } from "vitest";
import { chiSquaredUpperTail } from "../../../src/stats/distributions/chi-squared.js";
import { nextWord } from "../../../src/stats/draws/xoshiro.js";
import { nextBinomial } from "../../../src/stats/resampling/binomial.js";
import { fillCounts } from "../../../src/stats/resampling/bootstrap-counts.js";
import {
  fillIndices,
  generatorFor,
  nextIndex,
  nextUniform,
} from "../../../src/stats/resampling/generator.js";

const start = () => Int32Array.of(1, 2, 3, 4);

describe("the generator", () => {
  it("gives the published numbers of xoshiro128** from state 1, 2, 3, 4", () => {
    // The vector in the tests of Rust's rand_xoshiro, made there with the authors' C code
    const published = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ];
    const state = start();
    expect(published.map(() => nextWord(state))).toEqual(published);
  });

  it("draws the same indices in a list as one by one, and leaves the same state", () => {
    for (const n of [1, 2, 7, 1000, 3_000_000]) {
      const one = start();
      const many = start();
      const drawn = fillIndices(many, n, new Int32Array(500));
      expect([...drawn]).toEqual([...drawn].map(() => nextIndex(one, n)));
      expect(many).toEqual(one);
    }
  });

  it("refuses the draws that would favour some indices", () => {
    // n = 3 × 2²⁹ goes into 2³² twice and two thirds: a quarter of all words must go, or every third index comes up less
    const n = 3 * 2 ** 29;
    const state = generatorFor(3, "refusal");
    const drawn = Array.from({ length: 3000 }, () => nextIndex(state, n));
    const thirds = [0, 1, 2].map(
      (third) => drawn.filter((index) => Math.floor((index * 3) / n) === third).length,
    );
    expect(goodnessOfFit(thirds, [1000, 1000, 1000])).toBeGreaterThan(0.001);
    const modulo = [0, 1, 2].map((rest) => drawn.filter((index) => index % 3 === rest).length);
    expect(goodnessOfFit(modulo, [1000, 1000, 1000])).toBeGreaterThan(0.001);
  });

  it("draws each index as often as the others", () => {
    const state = generatorFor(1, "indices");
    const times = new Array<number>(10).fill(0);
    fillIndices(state, 10, new Int32Array(20_000)).forEach((index) => (times[index]! += 1));
    expect(
      goodnessOfFit(
        times,
        times.map(() => 2000),
      ),
    ).toBeGreaterThan(0.001);
  });

  it("draws uniforms strictly between 0 and 1", () => {
    const state = generatorFor(1, "uniforms");
    const drawn = Array.from({ length: 10_000 }, () => nextUniform(state));
    expect(drawn.every((value) => value > 0 && value < 1)).toBe(true);
    const tenths = new Array<number>(10).fill(0);
    drawn.forEach((value) => (tenths[Math.floor(value * 10)]! += 1));
    expect(
      goodnessOfFit(
        tenths,
        tenths.map(() => 1000),
      ),
    ).toBeGreaterThan(0.001);
  });

  it("another seed or family is another stream, and no two blocks share a state", () => {
    const states = Array.from({ length: 1000 }, (_, block) => generatorFor(1, `costs/block-${block}`).join());
    states.push(generatorFor(2, "costs/block-0").join(), generatorFor(1, "hours/block-0").join());
    expect(new Set(states).size).toBe(1002);
    expect(() => generatorFor(1.5, "costs")).toThrow("generatorFor: seed: expected a whole number, got 1.5");
  });
});

describe("binomial counts", () => {
  const shapes = [
    { n: 1, p: 0.3 },
    { n: 12, p: 0.5 },
    { n: 40, p: 0.2 },
    { n: 19, p: 0.53 },
    { n: 60, p: 0.4 },
    { n: 100, p: 0.9 },
    { n: 1000, p: 0.02 },
  ];

  it.each(shapes)("with n $n and p $p fit their law", ({ n, p }) => {
    const draws = 40_000;
    const state = generatorFor(5, `binomial/${n}/${p}`);
    const seen = new Array<number>(n + 1).fill(0);
    for (let draw = 0; draw < draws; draw += 1) seen[nextBinomial(state, n, p)]! += 1;
    const expected = chances(n, p).map((chance) => chance * draws);
    const { seen: pooledSeen, expected: pooledExpected } = poolRare(seen, expected);
    expect(goodnessOfFit(pooledSeen, pooledExpected)).toBeGreaterThan(0.001);
  });

  it.each([
    { n: 100_000, p: 0.37 },
    { n: 1_000_000, p: 0.00002 },
    { n: 2_000_000_000, p: 0.5 },
  ])("with n $n and p $p have their mean and variance", ({ n, p }) => {
    const draws = 20_000;
    const state = generatorFor(6, `moments/${n}/${p}`);
    const variance = n * p * (1 - p);
    let sum = 0;
    let squares = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const away = nextBinomial(state, n, p) - n * p;
      sum += away;
      squares += away ** 2;
    }
    expect(Math.abs(sum / draws) / Math.sqrt(variance / draws)).toBeLessThan(4);
    const kurtosis = 3 + (1 - 6 * p * (1 - p)) / variance;
    expect(Math.abs(squares / draws / variance - 1) / Math.sqrt((kurtosis - 1) / draws)).toBeLessThan(4);
  });

  it("nobody, no chance and certainty", () => {
    expect([nextBinomial(start(), 0, 0.5), nextBinomial(start(), 9, 0), nextBinomial(start(), 9, 1)]).toEqual(
      [0, 0, 9],
    );
  });

  it("resampled counts keep their total, leave empty answers empty and have the right means", () => {
    const counts = [4, 0, 30, 16, 0];
    const state = generatorFor(7, "counts");
    const resample = new Float64Array(5);
    const sums = new Array<number>(5).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      fillCounts(state, counts, resample);
      expect(resample.reduce((total, count) => total + count, 0)).toBe(50);
      resample.forEach((count, answer) => (sums[answer]! += count));
    }
    expect([sums[1], sums[4]]).toEqual([0, 0]);
    counts.forEach((count, answer) => {
      const error = Math.sqrt((count * (1 - count / 50)) / 10_000);
      expect(Math.abs(sums[answer]! / 10_000 - count)).toBeLessThanOrEqual(4 * error);
    });
  });
});

function goodnessOfFit(seen: readonly number[], expected: readonly number[]): number {
  const statistic = seen.reduce(
    (sum, count, index) => sum + (count - expected[index]!) ** 2 / expected[index]!,
    0,
  );
  return chiSquaredUpperTail(statistic, seen.length - 1);
}

function chances(n: number, p: number): number[] {
  const law = [(1 - p) ** n];
  for (let count = 1; count <= n; count += 1)
    law.push((law[count - 1]! * (n - count + 1) * p) / (count * (1 - p)));
  return law;
}

/** Puts counts of which fewer than 10 are expected together with their neighbours. */
function poolRare(seen: readonly number[], expected: readonly number[]) {
  const pooled = { seen: [0], expected: [0] };
  seen.forEach((count, index) => {
    if (pooled.expected.at(-1)! >= 10) {
      pooled.seen.push(0);
      pooled.expected.push(0);
    }
    pooled.seen[pooled.seen.length - 1]! += count;
    pooled.expected[pooled.expected.length - 1]! += expected[index]!;
  });
  if (pooled.expected.at(-1)! < 10 && pooled.expected.length > 1) {
    const [seenLast, expectedLast] = [pooled.seen.pop()!, pooled.expected.pop()!];
    pooled.seen[pooled.seen.length - 1]! += seenLast;
    pooled.expected[pooled.expected.length - 1]! += expectedLast;
  }
  return pooled;
}
