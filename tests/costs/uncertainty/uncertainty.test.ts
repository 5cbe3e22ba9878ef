import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../../src/core/relation.js";
import { checkResult, type Estimate } from "../../../src/core/result.js";
import { costModel, type CostModel } from "../../../src/costs/uncertainty/cost-model.js";
import { uncertaintyResults } from "../../../src/costs/uncertainty/uncertainty-results.js";
import type { Study } from "../../../src/study/study.js";
import type { CostReturn } from "../../../src/validate/cost-return.js";
import { cohort, costReturn, costStudy, imgTime, other, staff, uncertainty } from "../fixture.js";
import { shippedFigures } from "../figures-file.js";
import { normalQuantile } from "../../../src/stats/distributions/normal.js";

const codes = ["A", "B", "C", "D"];
const cohorts = codes.map((code) => cohort(code, { recruited: 12, inducted: 10, completed: 8, intakes: 1 }));
const partitions = trustPartitions(cohorts.map(({ trust, inducted }) => ({ code: trust, size: inducted })));

/** One amount a Trust, so that its variance is known: (half / 1.96 x amount)². */
const pounds = [40_000, 52_000, 61_000, 75_000];
const halves = { recorded: 0.1, estimated: 0.3, guessed: 0.6 };
const grades = ["recorded", "estimated", "estimated", "guessed"] as const;
const known = codes.map((code, index) =>
  costReturn(code, {
    other: [other({ amountPence: pounds[index]! * 100, evidence: grades[index]! })],
  }),
);

function model(
  returns: readonly CostReturn[],
  change: Partial<Study["costing"]> = {},
  more: object = {},
): CostModel {
  const study = { ...costStudy(codes, change), ...more };
  const made = costModel(study, returns, cohorts, shippedFigures);
  if (made === null) throw new Error("no model");
  return made;
}

function results(of: CostModel): ReadonlyMap<string, Estimate> {
  const computed = uncertaintyResults(of, partitions);
  return new Map(
    computed.results.map(checkResult).flatMap((one) => (one.kind === "estimate" ? [[one.id, one]] : [])),
  );
}

describe("between Trusts and inputs", () => {
  const z = normalQuantile(0.975);
  const perImg = pounds.map((amount) => amount / 10);
  const variances = perImg.map((cost, index) => ((halves[grades[index]!] / z) * cost) ** 2);
  const input = variances.reduce((sum, one) => sum + one, 0) / 4;
  const average = perImg.reduce((sum, one) => sum + one, 0) / 4;
  const observed = perImg.reduce((sum, one) => sum + (one - average) ** 2, 0) / 3;
  const found = results(model(known, { uncertainty: uncertainty(halves) }));
  const value = (what: string) => found.get(`cost/between-trusts/${what}/of-4`)!.estimate;

  it("come to the variances that the returns were made with, shares within 1%", () => {
    expect(value("standard-deviation")).toBeCloseTo(Math.sqrt(observed), 8);
    expect(Math.abs(value("share-inputs") - input / observed)).toBeLessThan(0.01);
    expect(value("share-between") + value("share-inputs")).toBeCloseTo(1, 12);
    expect(value("net-standard-deviation") ** 2 / (observed - input)).toBeCloseTo(1, 1);
  });

  it("are told as lowest and highest, each Trust once", () => {
    expect([value("lowest"), value("highest")]).toEqual([4000, 7500]);
    expect([...found.keys()].some((id) => id.endsWith("/of-1"))).toBe(false);
  });

  it("give the pooled cost its mean and its standard deviation", () => {
    const mean = found.get("cost/inputs/mean")!;
    const pooled = Math.sqrt(variances.reduce((sum, one) => sum + one, 0)) / 4;
    const error = found.get("cost/inputs/monte-carlo-error")!.estimate;
    expect(Math.abs(mean.estimate - average)).toBeLessThan(4 * error);
    expect(found.get("cost/inputs/standard-deviation")!.estimate / pooled).toBeCloseTo(1, 1);
    expect(error).toBeCloseTo(found.get("cost/inputs/standard-deviation")!.estimate / 100, 8);
    expect(mean.interval).toMatchObject({ kind: "simulation", level: 0.95 });
    expect(mean.interval!.low).toBeLessThan(mean.estimate);
    expect(mean.interval!.high).toBeGreaterThan(mean.estimate);
  });

  it("say that Trusts no further apart than their inputs are shown as 0, and keep the unbiased variance", () => {
    const alike = codes.map((code) =>
      costReturn(code, { other: [other({ amountPence: 5_000_000, evidence: "guessed" })] }),
    );
    const net = results(model(alike)).get("cost/between-trusts/net-standard-deviation/of-4")!;
    expect(net.estimate).toBe(0);
    expect(Number(net.settings["unbiasedVariance"])).toBeLessThan(0);
    expect(net.cautions.join()).toContain("shown as 0");
  });
});

describe("draws", () => {
  const returns = codes.map((code) =>
    costReturn(code, {
      staff: [staff({ hours: 300, evidence: "estimated" }), staff({ hours: 100, payPoint: "band5.mid" })],
      other: [other({ evidence: "guessed", amountPence: 400_000 })],
      supernumerary: [imgTime()],
    }),
  );

  it("are the same for the same seed, and others for another", () => {
    const first = model(returns);
    expect(model(returns).costs.get("A")).toEqual(first.costs.get("A"));
    expect(model(returns, {}, { study: { seed: 2 } }).costs.get("A")).not.toEqual(first.costs.get("A"));
  });

  it("of a line do not move when another line is added", () => {
    const more = returns.map((one) =>
      one.trust === "A" ? { ...one, other: [...one.other, other({ evidence: "guessed" })] } : one,
    );
    const [before, after] = [model(returns), model(more)];
    for (const [id, factor] of before.factors) expect(after.factors.get(id)).toEqual(factor);
    expect(after.factors.size).toBe(before.factors.size + 1);
  });

  it("of one Trust's amounts go together as declared, and of two Trusts not at all", () => {
    const { factors } = model(returns, { uncertainty: uncertainty({ pay_point: false }) });
    const r = correlation(factors.get("A/staff/1")!, factors.get("A/other/1")!);
    expect(r).toBeGreaterThan(0.46);
    expect(r).toBeLessThan(0.53);
    expect(Math.abs(correlation(factors.get("A/staff/1")!, factors.get("B/staff/1")!))).toBeLessThan(0.04);
  });

  it("of pay points stay between the entry and the top of the grade", () => {
    const certain = { recorded: 0, estimated: 0, guessed: 0 };
    const { factors, priced } = model(returns, { uncertainty: uncertainty(certain) });
    const { rates } = priced.card;
    const drawn = factors.get("A/staff/2")!;
    const own = rates["band5.mid"]!.hourly;
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(rates["band5.entry"]!.hourly / own);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(rates["band5.top"]!.hourly / own);
    expect(factors.has("A/other/1")).toBe(false);
  });

  it("of a declared staff mix keep the hours and move the shares", () => {
    const mix = [{ component: "PROGRAMME", hours_seen: 20, source: "test" }];
    const certain = { recorded: 0, estimated: 0, guessed: 0, pay_point: false, staff_mix: mix };
    const { factors } = model(returns, { uncertainty: uncertainty(certain) });
    const [first, second] = [factors.get("A/staff/1")!, factors.get("A/staff/2")!];
    first.forEach((factor, draw) => {
      if (draw % 997 === 0) expect(factor * 300 + second[draw]! * 100).toBeCloseTo(400, 8);
    });
    expect(new Set(first).size).toBeGreaterThan(9000);
  });
});

function correlation(first: Float64Array, second: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [m, n] = [mean(first), mean(second)];
  const product = (a: Float64Array, p: number, b: Float64Array, q: number) =>
    a.reduce((sum, one, draw) => sum + (one - p) * (b[draw]! - q), 0);
  return (
    product(first, m, second, n) / Math.sqrt(product(first, m, first, m) * product(second, n, second, n))
  );
}

it("the amounts of a category and the choice of counting it are told apart: no two results share an id", () => {
  const overheads = codes.map((code) =>
    costReturn(code, {
      staff: [staff()],
      supernumerary: [imgTime()],
      other: [other({ category: "overhead", evidence: "estimated" }), other({ evidence: "guessed" })],
    }),
  );
  const ids = uncertaintyResults(model(overheads), partitions).results.map(({ id }) => id);
  expect(ids).toContain("cost/one-way/amount/overhead");
  expect(ids).toContain("cost/one-way/choice/overhead");
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
