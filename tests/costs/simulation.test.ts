import { describe, expect, it } from "vitest";
import { summariseDraws } from "../../src/costs/simulated-summary.js";
import type { SimulatedSummary } from "../../src/costs/simulated-summary.js";
import { prepareSimulation, simulate } from "../../src/costs/simulation.js";
import type { SimulationRequest, UncertainInput } from "../../src/costs/simulation.js";
import { blockDrawer } from "../../src/costs/simulation-block.js";
import { drawShares, drawValues } from "../../src/stats/draws/draw.js";
import { correlation, covariance, meanOf, ranksOf } from "../stats/draws/reference.js";

const hours: UncertainInput = {
  name: "hours",
  distribution: { kind: "gamma", mean: 120, standardDeviation: 40 },
};
const rate: UncertainInput = { name: "rate", distribution: { kind: "pert", low: 30, mode: 35, high: 50 } };
const uptake: UncertainInput = { name: "uptake", distribution: { kind: "beta", a: 32, b: 8 } };
const room: UncertainInput = {
  name: "room",
  distribution: { kind: "triangular", low: 0, mode: 300, high: 900 },
};
const mix = { name: "mix", shares: { nurse: 6, doctor: 4 } };

const request: SimulationRequest = {
  inputs: [hours, rate, uptake, room, mix],
  totals: {
    "per IMG": { ratio: [{ sum: [{ product: ["hours", "rate"] }, "room"] }, "uptake"] },
    "nurses' hours": { product: ["hours", "mix/nurse"] },
  },
  seed: 20260901,
  draws: 100_000,
};

describe("simulate(request)", () => {
  it("works the totals out of the draws that each input has on its own", () => {
    const totals = simulate({ ...request, draws: 5000 });
    const plan = (name: string) => ({ seed: 20260901, family: `input/${name}`, draws: 5000 });
    const [h, r, u, o] = [hours, rate, uptake, room].map((input) =>
      drawValues(input.distribution, plan(input.name)),
    );
    totals["per IMG"]!.forEach((total, draw) =>
      expect(total).toBe((h![draw]! * r![draw]! + o![draw]!) / u![draw]!),
    );
    const both = ["nurse", "doctor"].map((part) =>
      simulate({ ...request, totals: { share: `mix/${part}` } }),
    );
    both[0]!["share"]!.forEach((share, draw) => expect(share + both[1]!["share"]![draw]!).toBeCloseTo(1, 14));
  });

  it("has the mean and standard deviation that theory gives a sum and a product of independent inputs", () => {
    const { sum, product } = simulate({
      ...request,
      totals: { sum: { sum: ["hours", "room", 10] }, product: { product: ["hours", "room", 2] } },
    });
    const [mean, variance] = [400, (900 ** 2 + 300 ** 2 - 900 * 300) / 18];
    const n = request.draws;
    const sumVariance = 40 ** 2 + variance;
    expect(Math.abs(meanOf(sum!) - (120 + mean + 10))).toBeLessThan(4 * Math.sqrt(sumVariance / n));
    expect(Math.abs(covariance(sum!, sum!) / sumVariance - 1)).toBeLessThan(0.03);
    const productVariance = 4 * ((40 ** 2 + 120 ** 2) * (variance + mean ** 2) - (120 * mean) ** 2);
    expect(Math.abs(meanOf(product!) - 2 * 120 * mean)).toBeLessThan(4 * Math.sqrt(productVariance / n));
    expect(Math.abs(covariance(product!, product!) / productVariance - 1)).toBeLessThan(0.03);
  });

  it("scenarios share their draws, and another input or total moves none", () => {
    const one = simulate({ ...request, inputs: [room, rate, uptake, hours, mix], draws: 9000 });
    const other = simulate({
      ...request,
      inputs: [{ name: "new", distribution: { kind: "uniform", low: 0, high: 1 } }, ...request.inputs],
      totals: { other: { sum: ["new", "hours"] }, ...request.totals },
      draws: 10_000,
    });
    expect(other["per IMG"]!.slice(0, 9000)).toEqual(one["per IMG"]);
  });

  it("blocks drawn in any order, by drawers of their own, hold the same bits", () => {
    const correlated = { ...withGroup("Trust A"), draws: 20_000 };
    const expected = simulate(correlated);
    const prepared = prepareSimulation(correlated);
    const totals = Object.keys(correlated.totals).map(() => new Float64Array(prepared.draws));
    const drawers = [0, 1, 2].map(() => blockDrawer(prepared, totals));
    const backwards = Array.from({ length: prepared.blocks }, (_, block) => prepared.blocks - 1 - block);
    backwards.forEach((block) => drawers[block % 3]!(block));
    expect(totals).toEqual(Object.values(expected));
  });

  it("inputs of one group correlate as declared, and keep their distributions", () => {
    const {
      hours: h,
      rate: r,
      alone,
    } = simulate({
      ...withGroup("Trust A"),
      totals: { hours: "hours", rate: "rate", alone: "room" },
    });
    const n = request.draws;
    const expected = (6 / Math.PI) * Math.asin(0.6 / 2);
    expect(Math.abs(correlation(ranksOf(h!), ranksOf(r!)) - expected)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(correlation(h!, alone!))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(meanOf(h!) - 120)).toBeLessThan((4 * 40) / Math.sqrt(n));
    expect(Math.abs(covariance(h!, h!) / 1600 - 1)).toBeLessThan(0.03);
  });

  it("two groups are unrelated", () => {
    const groups = ["Trust A", "Trust B"].map((group, index) => ({
      ...hours,
      name: `hours ${index}`,
      group,
    }));
    const { a, b } = simulate({
      ...request,
      inputs: groups,
      correlations: { "Trust A": 1, "Trust B": 1 },
      totals: { a: "hours 0", b: "hours 1" },
    });
    expect(Math.abs(correlation(a!, b!))).toBeLessThan(4 / Math.sqrt(request.draws));
  });

  it("shares draw as drawShares does from the streams of their parts", () => {
    const { nurse } = simulate({ ...request, inputs: [mix], totals: { nurse: "mix/nurse" } });
    const [share] = drawShares([6, 4], { seed: 5, family: "other", draws: request.draws });
    const error = Math.sqrt((2 * 0.24) / 11 / request.draws);
    expect(Math.abs(meanOf(nurse!) - meanOf(share!))).toBeLessThan(4 * error);
  });

  it("steps go up in whole ones, and the most and the least are taken draw by draw", () => {
    const { groups, most, least, left } = simulate({
      ...request,
      draws: 100,
      totals: {
        groups: { roundUp: { ratio: ["hours", 50] } },
        most: { most: ["room", 400] },
        least: { least: ["room", 400, 300] },
        left: { difference: ["room", "room"] },
      },
    });
    expect(groups!.every((value) => Number.isInteger(value) && value >= 1)).toBe(true);
    expect(Math.min(...most!)).toBe(400);
    expect(Math.max(...least!)).toBe(300);
    expect(new Set(left)).toEqual(new Set([0]));
  });

  it.each<[string, Partial<SimulationRequest>, string]>([
    [
      "an input that is not there",
      { totals: { t: "hour" } },
      "simulate: totals: expected an input, got hour",
    ],
    [
      "a number that is none",
      { totals: { t: { sum: ["hours", NaN] } } },
      "expected a finite number, got NaN",
    ],
    ["a sum of nothing", { totals: { t: { sum: [] } } }, "expected a sum of at least 1, got none"],
    [
      "a name given twice",
      { inputs: [hours, hours] },
      "simulate: inputs: expected each name once, got hours",
    ],
    ["a seed that is not whole", { seed: 0.5 }, "simulate: seed: expected a whole number, got 0.5"],
    ["no draws", { draws: 0 }, "simulate: draws: expected a whole number, 1 to 100000000, got 0"],
    [
      "a group without a correlation",
      { inputs: [{ ...hours, group: "Trust A" }], totals: { t: "hours" } },
      "simulate: correlations of group Trust A: expected 0 to 1, got undefined",
    ],
    [
      "a distribution that cannot be, of an input no total needs",
      {
        inputs: [hours, { name: "x", distribution: { kind: "uniform", low: 2, high: 1 } }],
        totals: { t: "hours" },
      },
      "simulate: input x: high: expected 2 or more, got 1",
    ],
    [
      "a division by nothing",
      { totals: { t: { ratio: ["hours", { difference: ["room", "room"] }] } } },
      "simulate: total t, draw 1: expected a finite number, got Infinity",
    ],
  ])("refuses %s", (_, changed, message) => {
    expect(() => simulate({ ...request, draws: 100, ...changed })).toThrow(message);
  });
});

describe("summariseDraws(draws)", () => {
  it("gives mean, standard deviation and quantiles, and the error of each", () => {
    // R: x <- (1:1000)^2; mean(x); sd(x); quantile(x, c(.025, .5, .975))
    const draws = Float64Array.from({ length: 1000 }, (_, index) => (index + 1) ** 2);
    const found = summariseDraws(draws);
    expect(found.mean).toBeCloseTo(333833.5, 9);
    expect(found.standardDeviation).toBeCloseTo(298571.050645, 3);
    expect(found.monteCarloError).toBeCloseTo(298571.050645 / Math.sqrt(1000), 3);
    expect(found.quantiles.map(({ value }) => value)).toEqual([674.725, 250500.5, 950673.775].map(nearly));
  });

  it("its Monte Carlo errors are the spread over seeds", () => {
    const runs = Array.from({ length: 200 }, (_, seed) =>
      summariseDraws(simulate({ ...request, seed, draws: 2000, totals: { t: "hours" } })["t"]!),
    );
    const spread = (values: readonly number[]) => Math.sqrt(covariance(values, values));
    const figures = [
      (run: SimulatedSummary) => ({ value: run.mean, monteCarloError: run.monteCarloError }),
      ...[0, 1, 2].map((place) => (run: SimulatedSummary) => run.quantiles[place]!),
    ];
    for (const figure of figures) {
      const values = runs.map((run) => figure(run).value);
      const ratio = spread(values) / meanOf(runs.map((run) => figure(run).monteCarloError));
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.25);
    }
  });

  it("refuses one draw, and what is not finite", () => {
    expect(() => summariseDraws(Float64Array.of(1))).toThrow(
      "summariseDraws: draws: expected at least 2, got 1",
    );
    expect(() => summariseDraws(Float64Array.of(1, NaN))).toThrow("expected a finite number, got NaN");
  });
});

function withGroup(group: string): SimulationRequest {
  return {
    ...request,
    inputs: [{ ...hours, group }, { ...rate, group }, uptake, room, mix],
    correlations: { [group]: 0.6 },
  };
}

function nearly(value: number): unknown {
  return expect.closeTo(value, 6);
}
