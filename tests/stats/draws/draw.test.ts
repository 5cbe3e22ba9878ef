import { describe, expect, it } from "vitest";
import { openBlock } from "../../../src/stats/draws/block-stream.js";
import { lawOf } from "../../../src/stats/draws/distribution.js";
import type { Distribution } from "../../../src/stats/draws/distribution.js";
import { drawShares, drawValues } from "../../../src/stats/draws/draw.js";
import { fillStandardNormal } from "../../../src/stats/draws/normal.js";
import { nextStandardNormal } from "../../../src/stats/draws/ziggurat.js";
import { correlation, covariance, meanOf, reference } from "./reference.js";

const draws = 200_000;
const plan = (family: string, count = draws) => ({ seed: 20260901, family, draws: count });
const named = reference.laws.map((law) => ({ ...law, name: JSON.stringify(law.distribution) }));

describe("drawValues", () => {
  it.each(named)("$name: mean and standard deviation within their Monte Carlo error", (law) => {
    const drawn = drawValues(law.distribution, plan(law.name));
    const variance = law.standardDeviation ** 2;
    const meanError = law.standardDeviation / Math.sqrt(draws);
    const varianceError = variance * Math.sqrt((law.excessKurtosis + 2) / draws);
    expect(Math.abs(meanOf(drawn) - law.mean)).toBeLessThan(4 * meanError);
    // a lognormal with a fat tail has a fourth moment that no sample of this size shows
    if (law.excessKurtosis < 100)
      expect(Math.abs(covariance(drawn, drawn) - variance)).toBeLessThan(4 * varianceError);
  });

  it.each(named)("$name: as many draws below each quantile of SciPy as there should be", (law) => {
    const drawn = drawValues(law.distribution, plan(law.name)).sort();
    const distances = law.quantiles.map((value, index) =>
      Math.abs(countBelow(drawn, value) / draws - reference.p[index]!),
    );
    // Kolmogorov's bound for a probability of 1 in 1000
    expect(Math.max(...distances)).toBeLessThan(1.95 / Math.sqrt(draws));
  });

  it("normal draws reach beyond 3.654, where the ziggurat's tail begins, as often as they should", () => {
    const drawn = drawValues({ kind: "normal", mean: 0, standardDeviation: 1 }, plan("tail", 2_000_000));
    // R: 2 * pnorm(3.6541528853610088, lower.tail = FALSE) and the same of 4.5
    for (const [from, chance] of [
      [3.6541528853610088, 0.000258032488],
      [4.5, 0.00000679534625],
    ] as const) {
      const beyond = drawn.filter((z) => Math.abs(z) > from);
      const expected = chance * drawn.length;
      expect(Math.abs(beyond.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
      expect(beyond.some((z) => z > 0) && beyond.some((z) => z < 0)).toBe(true);
    }
  });

  it("more draws begin with the same ones, and the same plan gives the same bits", () => {
    for (const { distribution, name } of named) {
      const many = drawValues(distribution, plan(name, 10_000));
      expect(drawValues(distribution, plan(name, 5_000))).toEqual(many.slice(0, 5_000));
    }
  });

  it("another seed or family is unrelated", () => {
    const distribution: Distribution = { kind: "gamma", mean: 5, standardDeviation: 2 };
    const first = drawValues(distribution, plan("a"));
    for (const other of [{ ...plan("a"), seed: 2 }, plan("b")])
      expect(Math.abs(correlation(first, drawValues(distribution, other)))).toBeLessThan(
        4 / Math.sqrt(draws),
      );
  });

  it("neighbouring draws and neighbouring blocks are unrelated", () => {
    const drawn = drawValues({ kind: "normal", mean: 0, standardDeviation: 1 }, plan("lag"));
    for (const lag of [1, 2, 4096]) {
      const pairs = draws - lag;
      const found = correlation(drawn.subarray(0, pairs), drawn.subarray(lag));
      expect(Math.abs(found)).toBeLessThan(4 / Math.sqrt(pairs));
    }
  });

  it("scaling a mean and a standard deviation scales every draw: scenarios keep their random numbers", () => {
    const low = drawValues({ kind: "gamma", mean: 100, standardDeviation: 30 }, plan("pay", 500));
    const high = drawValues({ kind: "gamma", mean: 200, standardDeviation: 60 }, plan("pay", 500));
    low.forEach((value, draw) => expect(high[draw]! / value).toBeCloseTo(2, 12));
  });

  it("a gamma that is all but certain is drawn as a normal", () => {
    const law = lawOf({ kind: "gamma", mean: 1000, standardDeviation: 0.001 }, "input");
    expect(law).toEqual({ kind: "normal", mean: 1000, standardDeviation: 0.001 });
  });

  it("what is certain is drawn as it is", () => {
    const certain: readonly Distribution[] = [
      { kind: "fixed", value: 7 },
      { kind: "gamma", mean: 7, standardDeviation: 0 },
      { kind: "uniform", low: 7, high: 7 },
      { kind: "pert", low: 7, mode: 7, high: 7 },
    ];
    for (const one of certain) expect([...drawValues(one, plan("certain", 2))]).toEqual([7, 7]);
  });

  it.each<[Distribution, string]>([
    [{ kind: "gamma", mean: -1, standardDeviation: 2 }, "mean: expected more than 0, got -1"],
    [{ kind: "gamma", mean: 0, standardDeviation: 2 }, "mean: expected more than 0, got 0"],
    [
      { kind: "gamma", mean: 1, standardDeviation: 11 },
      "mean² / standardDeviation²: expected 0.01 to 1e10, got 0.008",
    ],
    [
      { kind: "lognormal", mean: 5, standardDeviation: -1 },
      "standardDeviation: expected 0 to 1e+100, got -1",
    ],
    [{ kind: "normal", mean: NaN, standardDeviation: 1 }, "mean: expected -1e+100 to 1e+100, got NaN"],
    [
      { kind: "lognormal", mean: 1, standardDeviation: 1001 },
      "standardDeviation / mean: expected at most 1000, got 1001",
    ],
    [{ kind: "uniform", low: 3, high: 2 }, "high: expected 3 or more, got 2"],
    [{ kind: "pert", low: 3, mode: 9, high: 8 }, "mode: expected 3 to 8, got 9"],
    [
      { kind: "pert", low: 3, mode: 4, high: 8, lambda: 0 },
      "lambda: expected more than 0, up to 1000, got 0",
    ],
    [{ kind: "triangular", low: 3, mode: 2, high: 8 }, "mode: expected 3 to 8, got 2"],
    [{ kind: "beta", a: 0, b: 8 }, "a: expected 0.01 to 1e10, got 0"],
    [{ kind: "beta", a: 0.02, b: 0.03 }, "a + b: expected at least 0.1, got 0.05"],
    [{ kind: "fixed", value: Infinity }, "value: expected -1e+100 to 1e+100, got Infinity"],
  ])("refuses %j", (distribution, message) => {
    expect(() => lawOf(distribution, "input hours")).toThrow(`input hours: ${message}`);
  });

  it("refuses a number of draws that is none", () => {
    for (const count of [0, -1, 1.5, NaN, 1e9])
      expect(() => drawValues({ kind: "fixed", value: 1 }, plan("x", count))).toThrow(
        `drawValues: draws: expected a whole number, 1 to 100000000, got ${count}`,
      );
  });
});

describe("drawShares", () => {
  const weights = [6, 3, 0.5, 2.5];
  const total = 12;
  const shares = drawShares(weights, plan("mix"));

  it("add up to 1 in every draw", () => {
    for (let draw = 0; draw < draws; draw += 997)
      expect(shares.reduce((sum, part) => sum + part[draw]!, 0)).toBeCloseTo(1, 14);
  });

  it("have the means, variances and covariances of Dirichlet's law", () => {
    weights.forEach((weight, part) => {
      const mean = weight / total;
      const variance = (mean * (1 - mean)) / (total + 1);
      expect(Math.abs(meanOf(shares[part]!) - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
      expect(Math.abs(covariance(shares[part]!, shares[part]!) / variance - 1)).toBeLessThan(0.03);
    });
    const between = (-(6 / total) * (3 / total)) / (total + 1);
    expect(Math.abs(covariance(shares[0]!, shares[1]!) / between - 1)).toBeLessThan(0.03);
  });

  it("a part keeps its random numbers when another part's weight changes", () => {
    const before = drawShares([6, 3, 2], plan("mix", 100));
    const after = drawShares([6, 3, 9], plan("mix", 100));
    before[0]!.forEach((share, draw) =>
      expect(after[0]![draw]! / after[1]![draw]!).toBeCloseTo(share / before[1]![draw]!, 9),
    );
  });

  it("refuses weights that are none", () => {
    expect(() => drawShares([1], plan("mix"))).toThrow(
      "drawShares: weights: expected at least 2 parts, got 1",
    );
    expect(() => drawShares([1, 0], plan("mix"))).toThrow(
      "drawShares: weights[1]: expected 0.01 to 1e10, got 0",
    );
    expect(() => drawShares([0.02, 0.02], plan("mix"))).toThrow("weights: expected at least 0.1 together");
  });
});

describe("fillStandardNormal", () => {
  it("begins like the same draws one by one, as long as the first word pair is enough", () => {
    const one = Int32Array.of(1, 2, 3, 4);
    const filled = fillStandardNormal(openBlock(one, 0), new Float64Array(20));
    const single = Array.from({ length: 20 }, () => nextStandardNormal(one));
    const same = [...filled].findIndex((z, draw) => z !== single[draw]);
    expect(same === -1 || same > 5).toBe(true);
  });

  it("refuses more than a block", () => {
    expect(() => fillStandardNormal(openBlock(Int32Array.of(1, 2, 3, 4), 0), new Float64Array(4097))).toThrow(
      "fillStandardNormal: out: expected at most 4096 places, got 4097",
    );
  });
});

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
