import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockCount, drawBlock, drawBlocks } from "../../../src/stats/resampling/blocks.js";
import { bootstrapFromCounts, resampleCountMeans } from "../../../src/stats/resampling/bootstrap-counts.js";
import type { BootstrapInterval } from "../../../src/stats/resampling/bootstrap-interval.js";
import { bootstrapMean, resampleMeans } from "../../../src/stats/resampling/bootstrap-mean.js";
import { bootstrap, resampleRows } from "../../../src/stats/resampling/bootstrap.js";
import { accelerationOf, jackknife, jackknifeAcceleration } from "../../../src/stats/resampling/jackknife.js";
import {
  bcaInterval,
  bootstrapTInterval,
  percentileInterval,
} from "../../../src/stats/resampling/replicate-intervals.js";
import type { Unavailable } from "../../../src/stats/unavailable.js";
import { relativeError } from "../reference.js";

const costs = [1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500];
const seeded = { seed: 1, family: "test" };
const methods = ["percentile", "BCa", "t"] as const;
const few = { numRuns: 50 };

describe("blocks of replicates", () => {
  const plan = { ...seeded, replicates: 4500 };

  it.each([1, 2, 3])("are the same bits spread over %i workers, in any order", (workers) => {
    const blocks = Array.from({ length: blockCount(plan) }, (_, block) => block);
    const shares = Array.from({ length: workers }, (_, worker) =>
      blocks.filter((b) => b % workers === worker),
    );
    const drawn = shares
      .reverse()
      .flatMap((share) =>
        share.reverse().map((block) => ({ block, replicates: drawBlock(plan, block, resampleMeans(costs)) })),
      );
    const together = drawn.sort((a, b) => a.block - b.block).flatMap(({ replicates }) => [...replicates]);
    expect(together).toEqual([...drawBlocks(plan, resampleMeans(costs))]);
  });

  it("more replicates keep those drawn before", () => {
    const more = drawBlocks({ ...plan, replicates: 5200 }, resampleMeans(costs));
    expect([...more.slice(0, 4500)]).toEqual([...drawBlocks(plan, resampleMeans(costs))]);
  });

  it("are refused outside the plan", () => {
    expect(() => drawBlock(plan, 5, resampleMeans(costs))).toThrow(
      "drawBlock: block: expected a whole number, 0 to 4, got 5",
    );
    expect(() => blockCount({ ...plan, replicates: 0 })).toThrow(
      "replicates: expected a whole number, 1 or more, got 0",
    );
  });
});

describe("bootstrapMean", () => {
  it.each(methods)("%s agrees with bootstrap on the same resamples", (method) => {
    const meanOf = (rows: Int32Array) => rows.reduce((sum, row) => sum + costs[row]!, 0) / rows.length;
    const errorOf = (rows: Int32Array) => {
      const squares = rows.reduce((sum, row) => sum + (costs[row]! - meanOf(rows)) ** 2, 0);
      return Math.sqrt(squares / (rows.length - 1) / rows.length);
    };
    const options = { ...seeded, method, replicates: 2000 };
    const general = found(bootstrap(10, meanOf, { ...options, standardError: errorOf }));
    const special = found(bootstrapMean(costs, options));
    for (const field of ["estimate", "low", "high", "standardError"] as const)
      expect(relativeError(special[field], general[field])).toBeLessThan(1e-12);
    expect({ ...special, low: 0, high: 0, standardError: 0, acceleration: 0 }).toEqual({
      ...general,
      low: 0,
      high: 0,
      standardError: 0,
      acceleration: 0,
    });
  });

  it("draws the means of all 3,125 resamples of five values as often as they should come", () => {
    const five = [0, 1, 3, 7, 20];
    const all = Array.from({ length: 5 ** 5 }, (_, code) => {
      const picks = [0, 1, 2, 3, 4].map((place) => five[Math.floor(code / 5 ** place) % 5]!);
      return picks.reduce((sum, value) => sum + value, 0) / 5;
    });
    const drawn = drawBlocks({ ...seeded, replicates: 20_000 }, resampleMeans(five));
    for (const point of [1, 2, 4, 6.2, 9, 12, 16]) {
      const share = all.filter((mean) => mean <= point).length / all.length;
      const drawnShare = drawn.filter((mean) => mean <= point).length / drawn.length;
      expect(Math.abs(drawnShare - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / drawn.length));
    }
  });

  it.each(methods)("%s is near the normal limits when there are many values", (method) => {
    const values = Array.from({ length: 1000 }, (_, i) => ((i * 7919) % 1000) / 10);
    const { low, high, estimate, standardError } = found(bootstrapMean(values, { ...seeded, method }));
    expect(Math.abs((estimate - low) / standardError - 1.96)).toBeLessThan(0.12);
    expect(Math.abs((high - estimate) / standardError - 1.96)).toBeLessThan(0.12);
  });

  it.each(methods)("%s follows the unit and origin of the values", (method) => {
    const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 12 });
    const moves = (values: number[], by: number, times: number) => {
      const options = { ...seeded, method, replicates: 300 };
      const before = bootstrapMean(values, options);
      const after = bootstrapMean(
        values.map((value) => value * times + by),
        options,
      );
      if (before.kind === "unavailable" || after.kind === "unavailable") return before.kind === after.kind;
      return (
        Math.abs(after.low - (before.low * times + by)) < 1e-8 &&
        Math.abs(after.high - (before.high * times + by)) < 1e-8 &&
        before.low <= before.high
      );
    };
    fc.assert(
      fc.property(sample, fc.integer({ min: -99, max: 99 }), fc.constantFrom(0.5, 2, 16), moves),
      few,
    );
  });

  it.each(methods)("%s never gives NaN or infinity, and says when there is no answer", (method) => {
    const sample = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 8 });
    const isSound = (values: number[]) => {
      const result = bootstrapMean(values, { ...seeded, method, replicates: 100 });
      if (result.kind === "unavailable") return result.reason.length > 0;
      return [result.low, result.high, result.estimate, result.standardError].every(Number.isFinite);
    };
    fc.assert(fc.property(sample, isSound), few);
  });

  it("the same seed and family give the same replicates, others others", () => {
    const bits = (seed: number, family: string) =>
      drawBlock({ seed, family, replicates: 20 }, 0, resampleMeans(costs)).join();
    expect(bits(1, "a")).toBe(bits(1, "a"));
    expect(new Set([bits(1, "a"), bits(2, "a"), bits(1, "b")]).size).toBe(3);
  });

  it("says why there is no interval", () => {
    expect(bootstrapMean([], seeded)).toEqual({ kind: "unavailable", reason: "nobody to resample" });
    expect(bootstrapMean([3], seeded)).toEqual({ kind: "unavailable", reason: "one value shows no spread" });
    expect(bootstrapMean([3, 3, 3], seeded)).toEqual({
      kind: "unavailable",
      reason: "everyone has the same value",
    });
    expect(() => bootstrapMean([1, NaN], seeded)).toThrow(
      "bootstrapMean: values[1]: expected a finite number, got NaN",
    );
    expect(() => bootstrapMean([1, 2], { ...seeded, level: 1 })).toThrow("level");
  });

  it("carries a caution below 10 people, for the two methods that need it", () => {
    const nine = costs.slice(0, 9);
    const cautions = methods.map((method) => found(bootstrapMean(nine, { ...seeded, method })).cautions);
    expect(cautions).toEqual([["bootstrap unreliable below 10"], ["bootstrap unreliable below 10"], []]);
    expect(found(bootstrapMean(costs, seeded)).cautions).toEqual([]);
  });

  it("bootstrap-t drops and counts the resamples without spread", () => {
    const result = found(bootstrapMean([0, 0.1, 0.1, 0.3], { ...seeded, method: "t" }));
    const share = 2 / 4 ** 4 + (2 / 4) ** 4;
    expect(Math.abs(result.dropped - 10_000 * share)).toBeLessThan(
      4 * Math.sqrt(10_000 * share * (1 - share)),
    );
    expect(result.replicates + result.dropped).toBe(10_000);
    expect(result.cautions).toEqual([`replicates without a value were dropped: ${result.dropped}`]);
  });

  it("cautions when a limit is the outermost replicate", () => {
    const result = found(bootstrapMean(costs, { ...seeded, replicates: 30, method: "percentile" }));
    expect(result.isExtreme).toBe(true);
    expect(result.cautions).toEqual(["a limit is the outermost replicate: more replicates are needed"]);
  });
});

describe("bootstrapFromCounts", () => {
  const counts = [3, 0, 5, 12, 8];
  const scores = [1, 2, 3, 4, 5];
  const people = counts.flatMap((count, index) => new Array<number>(count).fill(scores[index]!));

  it.each(methods)("%s has the law of the same people written out", (method) => {
    const options = { ...seeded, method, replicates: 40_000 };
    const short = found(bootstrapFromCounts(counts, scores, options));
    const long = found(bootstrapMean(people, { ...options, family: "people" }));
    expect(short.n).toBe(28);
    expect(relativeError(short.estimate, long.estimate)).toBeLessThan(1e-15);
    expect(Math.abs(short.low - long.low)).toBeLessThan(0.04);
    expect(Math.abs(short.high - long.high)).toBeLessThan(0.04);
    expect(relativeError(short.standardError, long.standardError)).toBeLessThan(0.02);
    if (method === "BCa") expect(relativeError(short.acceleration!, long.acceleration!)).toBeLessThan(1e-12);
  });

  it("an answer that nobody gave changes nothing", () => {
    const without = bootstrapFromCounts([3, 5, 12, 8], [1, 3, 4, 5], seeded);
    expect(bootstrapFromCounts(counts, scores, seeded)).toEqual(without);
  });

  it("replicates have the bootstrap's mean and variance", () => {
    const replicates = drawBlocks({ ...seeded, replicates: 20_000 }, resampleCountMeans(counts, scores));
    const mean = people.reduce((sum, value) => sum + value, 0) / 28;
    const variance = people.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 28 / 28;
    const drawnMean = replicates.reduce((sum, value) => sum + value, 0) / 20_000;
    const drawnVariance = replicates.reduce((sum, value) => sum + (value - drawnMean) ** 2, 0) / 20_000;
    expect(Math.abs(drawnMean - mean)).toBeLessThan(4 * Math.sqrt(variance / 20_000));
    expect(relativeError(drawnVariance, variance)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
  });

  it("says why there is no interval", () => {
    expect(bootstrapFromCounts([0, 0], [1, 2], seeded)).toMatchObject({ reason: "nobody to resample" });
    expect(bootstrapFromCounts([0, 1], [1, 2], seeded)).toMatchObject({
      reason: "one value shows no spread",
    });
    expect(bootstrapFromCounts([0, 9], [1, 2], seeded)).toMatchObject({
      reason: "everyone has the same value",
    });
    expect(bootstrapFromCounts([4, 9], [2, 2], seeded)).toMatchObject({
      reason: "everyone has the same value",
    });
    expect(() => bootstrapFromCounts([1.5, 9], [1, 2], seeded)).toThrow("bootstrapFromCounts: counts[0]");
    expect(() => bootstrapFromCounts([1, 9], [1], seeded)).toThrow("bootstrapFromCounts: scores");
  });
});

describe("bootstrap of any statistic", () => {
  const range = (rows: Int32Array) => Math.max(...rows) - Math.min(...rows);

  it("drops and counts resamples on which the statistic has no value", () => {
    const oneOver = (rows: Int32Array) => (rows.includes(0) ? rows.reduce((sum, row) => sum + row, 0) : NaN);
    const result = found(bootstrap(5, oneOver, { ...seeded, method: "percentile" }));
    const share = (4 / 5) ** 5;
    expect(Math.abs(result.dropped - 10_000 * share)).toBeLessThan(
      4 * Math.sqrt(10_000 * share * (1 - share)),
    );
    expect(result.replicates + result.dropped).toBe(10_000);
    expect(result.cautions).toContain(`replicates without a value were dropped: ${result.dropped}`);
    expect(bootstrap(5, oneOver, seeded)).toMatchObject({
      reason: "the statistic has no value when one of the rows is left out",
    });
  });

  it("says why there is no interval", () => {
    expect(bootstrap(0, range, seeded)).toMatchObject({ reason: "nobody to resample" });
    expect(bootstrap(1, range, seeded)).toMatchObject({ reason: "one value shows no spread" });
    expect(bootstrap(4, () => 3, seeded)).toMatchObject({ reason: "every resample gives the same value" });
    expect(bootstrap(4, () => NaN, seeded)).toMatchObject({
      reason: "the statistic has no value on these data",
    });
    expect(() => bootstrap(4, range, { ...seeded, method: "t" })).toThrow("bootstrap: standardError");
    expect(() => bootstrap(2.5, range, seeded)).toThrow(
      "bootstrap: n: expected a whole number, 0 or more, got 2.5",
    );
  });

  it("gives the statistic rows 0 to n - 1", () => {
    const rowsSeen = new Set<number>();
    drawBlocks(
      { ...seeded, replicates: 100 },
      resampleRows(7, (rows) => rows.forEach((row) => rowsSeen.add(row)) ?? 0),
    );
    expect([...rowsSeen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("acceleration", () => {
  it("is the same by the jackknife, by deviations and by deviations with counts, and turns round with the sign", () => {
    const values = [1, 1, 1, 4, 4, 9];
    const meanOf = (rows: Int32Array) => rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
    const byJackknife = jackknifeAcceleration(jackknife(6, meanOf)) as number;
    const deviations = values.map((value) => value - 10 / 3);
    expect(relativeError(byJackknife, accelerationOf(deviations))).toBeLessThan(1e-12);
    const byCounts = accelerationOf(
      [1, 4, 9].map((value) => value - 10 / 3),
      [3, 2, 1],
    );
    expect(relativeError(byCounts, byJackknife)).toBeLessThan(1e-12);
    expect(accelerationOf(deviations.map((value) => -value * 1e200))).toBeCloseTo(-byJackknife, 12);
  });

  it("says when no row changes the statistic, and refuses what has none", () => {
    expect(jackknifeAcceleration([2, 2, 2])).toMatchObject({
      reason: "leaving out any one row does not change the statistic",
    });
    expect(() => accelerationOf([0, 0])).toThrow(
      "accelerationOf: influence: expected some value other than 0",
    );
    expect(() => jackknife(1, () => 0)).toThrow("jackknife: n: expected a whole number, 2 or more, got 1");
  });
});

describe("limits from replicates", () => {
  const replicates = Array.from({ length: 999 }, (_, i) => i + 1);

  it("percentile reads rank 25 and 975 of 999 at 95%", () => {
    const { low, high, isExtreme } = percentileInterval(replicates);
    expect([low, high].map((limit) => Math.round(limit * 1e9) / 1e9)).toEqual([25, 975]);
    expect(isExtreme).toBe(false);
  });

  it("BCa without bias or acceleration is percentile", () => {
    const result = bcaInterval(replicates, { estimate: 500, acceleration: 0 });
    const plain = percentileInterval(replicates);
    if (result.kind === "unavailable") throw new Error(result.reason);
    expect(result.biasCorrection).toBe(0);
    expect(relativeError(result.low, plain.low)).toBeLessThan(1e-12);
    expect(relativeError(result.high, plain.high)).toBeLessThan(1e-12);
  });

  it("BCa says when all replicates lie on one side", () => {
    for (const estimate of [0, 1000])
      expect(bcaInterval(replicates, { estimate, acceleration: 0 })).toMatchObject({
        reason: "every replicate lies on one side of the estimate",
      });
  });

  it("BCa says when the acceleration is too strong for it", () => {
    expect(bcaInterval(replicates, { estimate: 500, acceleration: 0.6 })).toMatchObject({
      kind: "unavailable",
    });
  });

  it("bootstrap-t with Student's own pivots turned round is Student's interval", () => {
    const result = bootstrapTInterval([-2, -1, 0, 1, 2], { estimate: 10, standardError: 3, level: 2 / 3 });
    expect(result).toMatchObject({ low: 4, high: 16 });
  });

  it("bad arguments are refused by name", () => {
    expect(() => percentileInterval([])).toThrow(
      "percentileInterval: replicates: expected at least 1, got 0",
    );
    expect(() => percentileInterval([1, Infinity])).toThrow("percentileInterval: replicates[1]");
    expect(() => bcaInterval([1, 2], { estimate: NaN, acceleration: 0 })).toThrow("bcaInterval: estimate");
    expect(() => bootstrapTInterval([1], { estimate: 0, standardError: 0 })).toThrow("standardError");
    expect(bootstrapTInterval([NaN], { estimate: 0, standardError: 1 })).toMatchObject({
      reason: "no resample has a standard error",
    });
  });
});

function found(result: BootstrapInterval | Unavailable): BootstrapInterval {
  if (result.kind === "unavailable") throw new Error(result.reason);
  return result;
}
