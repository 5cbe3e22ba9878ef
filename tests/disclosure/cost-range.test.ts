import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Result } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import { costModel } from "../../src/costs/uncertainty/cost-model.js";
import { uncertaintyResults } from "../../src/costs/uncertainty/uncertainty-results.js";
import { boundsOf } from "../../src/disclosure/attack/bounds.js";
import type { Constraint } from "../../src/disclosure/attack/system.js";
import { stepOfRange } from "../../src/disclosure/cost-range.js";
import { passGate } from "../../src/disclosure/gate.js";
import { pilot } from "../../src/disclosure/policy.js";
import { keepsWide } from "../../src/disclosure/within-range.js";
import type { CostsTold } from "../../src/disclosure/within-range.js";
import { nextWord } from "../../src/stats/draws/xoshiro.js";
import type { Study } from "../../src/study/study.js";
import { cohort, costReturn, costStudy, staff, other } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";

const proportion = pilot.protection.money;

const stepOf = (pooled: number) => stepOfRange(pooled, proportion, pilot.steps.costPerImg);

/** Costs per IMG of Trusts with so many IMGs, all held back. */
interface Costs {
  readonly imgs: readonly number[];
  readonly costs: readonly number[];
}

/** What a release tells of some costs, worked out here by its definition. */
function toldOf({ imgs, costs }: Costs): CostsTold {
  const pounds = imgs.reduce((sum, count, place) => sum + count * costs[place]!, 0);
  const all = imgs.reduce((sum, count) => sum + count, 0);
  const pooled = 10 * Math.round(pounds / all / 10);
  const step = stepOf(pooled)!;
  const below = (cost: number) => step * Math.floor(cost / step);
  const high = below(Math.max(...costs)) + step;
  return { low: below(Math.min(...costs)), high, step, pooled, rounding: 5 };
}

function isShown({ imgs, costs }: Costs): boolean {
  const groups = imgs.map((count) => ({ imgs: count, cost: null }));
  return keepsWide(groups, toldOf({ imgs, costs }), proportion);
}

const state = Int32Array.of(2026, 11, 27, 6);
const uniform = () => ((nextWord(state) >>> 0) + 0.5) / 2 ** 32;
const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

function someCosts(trusts: number, spread: number): Costs {
  const imgs = Array.from({ length: trusts }, () => 5 + Math.floor(uniform() * 31));
  return { imgs, costs: imgs.map(() => 1500 * Math.exp(spread * normal())) };
}

/**
 * How far each cost moves among costs that one Trust, which knows its own, cannot tell from the true ones: pounds are passed
 * between two others at a time, at random, and the costs kept when they look the same.
 */
function widthsSeen(
  true_: Costs,
  insider: number | null,
  looksSame: (costs: Costs) => boolean,
  tries: number,
): readonly number[] {
  const { imgs } = true_;
  const costs = [...true_.costs];
  const low = [...costs];
  const high = [...costs];
  const places = [...imgs.keys()].filter((place) => place !== insider);
  for (let tried = 0; tried < tries; tried++) {
    const from = places[Math.floor(uniform() * places.length)]!;
    const to = places[Math.floor(uniform() * places.length)]!;
    if (from === to) continue;
    const pounds = 30_000 * uniform() ** 3;
    const next = [...costs];
    next[from]! -= pounds / imgs[from]!;
    next[to]! += pounds / imgs[to]!;
    if (next[from]! < 0 || !looksSame({ imgs, costs: next })) continue;
    costs.splice(0, costs.length, ...next);
    for (const place of places) {
      low[place] = Math.min(low[place]!, costs[place]!);
      high[place] = Math.max(high[place]!, costs[place]!);
    }
  }
  return places.map((place) => (high[place]! - low[place]!) / true_.costs[place]!);
}

describe("whether a range keeps every cost wide", () => {
  it("no Trust, whatever its own cost is, and no outsider tells one more closely: tried at random", () => {
    let shown = 0;
    for (let study = 0; study < 60; study++) {
      const costs = someCosts(4 + (study % 5), [0.05, 0.15, 0.3, 0.5][study % 4]!);
      if (!isShown(costs)) continue;
      shown += 1;
      const told = JSON.stringify(toldOf(costs));
      for (const insider of [null, ...costs.imgs.keys()]) {
        const seen = widthsSeen(costs, insider, (one) => JSON.stringify(toldOf(one)) === told, 4000);
        expect(Math.min(...seen), `${JSON.stringify(costs)} from ${insider}`).toBeGreaterThan(proportion);
      }
    }
    expect(shown).toBeGreaterThan(25);
  });

  it("agrees with the bounds of the attacker, at each Trust's own cost", () => {
    let shown = 0;
    for (let study = 0; study < 3; study++) {
      const costs = someCosts(5 + (study % 2), 0.3);
      if (!isShown(costs)) continue;
      shown += 1;
      for (const insider of [null, ...costs.imgs.keys()])
        for (const place of costs.imgs.keys()) {
          if (place === insider) continue;
          const { low, high } = boundsByAttacker(costs, insider, place);
          expect(high - low).toBeGreaterThanOrEqual(proportion * costs.costs[place]! - 1e-6);
        }
    }
    expect(shown).toBeGreaterThan(1);
  });

  it("that it is not shown tells no Trust's cost either", () => {
    let held = 0;
    for (let study = 0; study < 32; study++) {
      const costs = someCosts(6, [0.15, 0.3, 0.5][study % 3]!);
      if (isShown(costs)) continue;
      held += 1;
      const { pooled } = toldOf(costs);
      for (const insider of [null, ...costs.imgs.keys()]) {
        const seen = widthsSeen(costs, insider, (one) => toldOf(one).pooled === pooled && !isShown(one), 600);
        expect(Math.min(...seen), `${JSON.stringify(costs)} from ${insider}`).toBeGreaterThan(proportion);
      }
    }
    expect(held).toBeGreaterThan(2);
  });

  it("is not so where one Trust is far above the others, which then lie at the low end", () => {
    expect(isShown({ imgs: [20, 20, 20, 20, 20, 20], costs: [1290, 1295, 1300, 1285, 1290, 3000] })).toBe(
      false,
    );
    expect(isShown({ imgs: [20, 20, 20, 20, 20, 20], costs: [1000, 1200, 1450, 1600, 1800, 2000] })).toBe(
      true,
    );
  });

  it("is not so where a Trust can take its own from what two others cost", () => {
    expect(isShown({ imgs: [20, 20, 20], costs: [1200, 1500, 1900] })).toBe(false);
  });

  it("counts costs that are shown as known", () => {
    const imgs = [20, 20, 20, 20, 20, 20];
    const told = toldOf({ imgs, costs: [1000, 1200, 1450, 1600, 1800, 2000] });
    const groups = [1000, 1200, 1450, 1600].map((cost) => ({ imgs: 20, cost }));
    const hidden = [1800, 2000].map(() => ({ imgs: 20, cost: null }));
    expect(keepsWide([...groups, ...hidden], told, proportion)).toBe(false);
  });
});

/** The same by the general solver: the widest of all choices of who is in the lowest step and who in the highest. */
function boundsByAttacker({ imgs, costs }: Costs, insider: number | null, place: number) {
  const { low, high, step, pooled } = toldOf({ imgs, costs });
  const all = imgs.reduce((sum, count) => sum + count, 0);
  const sum: Constraint = {
    terms: imgs.map((times, unknown) => ({ unknown, times })),
    low: (pooled - 5) * all,
    high: (pooled + 5) * all,
    from: [],
  };
  const is = (unknown: number, from: number, to: number): Constraint => ({
    terms: [{ unknown, times: 1 }],
    low: from,
    high: to,
    from: [],
  });
  const own = insider === null ? [] : [is(insider, costs[insider]!, costs[insider]!)];
  const unknowns = imgs.map((_, index) => ({ name: `cost ${index}`, whole: false, low, high }));
  const ends = [...imgs.keys()].flatMap((lowest) =>
    [...imgs.keys()].map((highest) => [lowest, highest] as const),
  );
  const found = ends.flatMap(([lowest, highest]) => {
    const constraints = [sum, ...own, is(lowest, low, low + step), is(highest, high - step, high)];
    try {
      return [boundsOf({ unknowns, constraints }, [{ unknown: place, times: 1 }])];
    } catch {
      return [];
    }
  });
  return {
    low: Math.min(...found.map((one) => one.low!)),
    high: Math.max(...found.map((one) => one.high!)),
  };
}

it("a step is at least twice what is protected, and the pooled cost lies in its middle half", () => {
  for (let pooled = 60; pooled < 20_000; pooled += 10) {
    const step = stepOf(pooled)!;
    expect(step).toBeGreaterThanOrEqual(2 * proportion * pooled);
    expect(step).toBeLessThan(0.3 * pooled + 10);
    expect(Number.isInteger(step)).toBe(true);
    expect(Math.abs(((pooled / step) % 1) - 0.5)).toBeLessThanOrEqual(0.25);
  }
  expect(stepOf(0)).toBeNull();
});

describe("in a release", () => {
  /** Trusts of 20 IMGs each, by what they spent on catering beside a coordinator. */
  function release(
    pounds: readonly number[],
    consented: readonly string[] = [],
    beside: readonly string[] = [],
  ) {
    const codes = pounds.map((_, index) => "ABCDEFGH"[index]!);
    const cohorts = codes.map((code) => cohort(code, { recruited: 20, inducted: 20, completed: 20 }));
    const partitions = trustPartitions(codes.map((code) => ({ code, size: 20 })));
    const study = {
      ...costStudy(codes),
      disclosure: {
        profile: "pilot",
        trust_costs: consented.map((trust) => ({ trust, by: "x", on: "2026-10-01" })),
      },
      quotations: [],
    } as unknown as Study;
    const returns = codes.map((code, index) =>
      costReturn(code, {
        staff: [staff({ hours: 40 }), staff({ hours: 40, payPoint: "band5.mid", role: "Trainer" })],
        other: [other({ category: "catering", amountPence: pounds[index]! * 100 })],
      }),
    );
    const parts = [
      costResults(study, returns, cohorts, shippedFigures, partitions),
      uncertaintyResults(costModel(study, returns, cohorts, shippedFigures)!, partitions),
    ];
    const computed = {
      results: parts.flatMap((part) => part.results),
      relations: parts.flatMap((part) => part.relations),
      ladders: [],
    };
    const sizes = new Map(codes.map((code) => [code, 20]));
    const gated = passGate(computed, partitions[0]!, study, sizes, new Set(beside));
    const find = (results: readonly Result[], id: string) => {
      const found = results.find((one) => one.id === id);
      return found?.kind === "estimate" ? found : null;
    };
    return {
      shown: (id: string) => find(gated.released.results, id),
      exact: (id: string) => find(computed.results, id)!.estimate,
    };
  }
  const lowest = "cost/between-trusts/lowest/of-6";
  const highest = "cost/between-trusts/highest/of-6";
  const spread = [20_000, 24_000, 29_000, 32_000, 36_000, 40_000];

  it("the lowest and the highest are rounded outwards to a step of the pooled cost, where nobody agreed", () => {
    const { shown, exact } = release(spread);
    const pooled = shown("cost/per-img/inducted/with-supernumerary/pooled")!.estimate;
    const step = stepOf(pooled)!;
    const ends = [shown(lowest)!, shown(highest)!] as const;
    for (const end of ends) {
      expect(end.precision).toBe(step);
      expect(end.estimate % step).toBe(0);
      expect(end).not.toHaveProperty("contributions");
    }
    expect(exact(lowest) - ends[0].estimate).toBeGreaterThanOrEqual(0);
    expect(exact(lowest) - ends[0].estimate).toBeLessThan(step);
    expect(ends[1].estimate - exact(highest)).toBeGreaterThan(0);
    expect(ends[1].estimate - exact(highest)).toBeLessThanOrEqual(step);
  });

  it("all else that compares the Trusts stays held back beside it", () => {
    const { shown } = release(spread);
    for (const id of [
      "cost/between-trusts/standard-deviation/of-6",
      "cost/between-trusts/share-between/of-6",
      "cost/mean-of-trusts/inducted/with-supernumerary/of-6",
      "cost/median-of-trusts/inducted/with-supernumerary/of-6",
      "cost/per-img/inducted/with-supernumerary/trust-a",
    ])
      expect(shown(id), id).toBeNull();
  });

  it("is the same wherever the Trusts lie, as long as what is told is", () => {
    const moved = release([20_100, 23_500, 29_600, 31_500, 36_000, 40_300]);
    const { shown } = release(spread);
    expect(moved.shown(lowest)).toEqual(shown(lowest));
    expect(moved.shown(highest)).toEqual(shown(highest));
  });

  it("is exact to the usual step where every Trust agreed", () => {
    const { shown, exact } = release(spread, ["A", "B", "C", "D", "E", "F"]);
    expect(shown(lowest)!.precision).toBe(10);
    expect(Math.abs(shown(lowest)!.estimate - exact(lowest))).toBeLessThanOrEqual(5);
  });

  it("is not shown where one Trust lies far from the others, or an earlier release would set people apart", () => {
    expect(release([20_000, 20_100, 20_200, 20_100, 20_000, 90_000]).shown(lowest)).toBeNull();
    expect(release(spread, [], [lowest]).shown(lowest)).toBeNull();
    expect(release(spread, [], [lowest]).shown(highest)).toBeNull();
  });

  it("is not shown without the pooled cost, or where too few are held back", () => {
    expect(release([20_000, 40_000]).shown("cost/between-trusts/lowest/of-2")).toBeNull();
    expect(release(spread, ["A", "B", "C"]).shown(lowest)).toBeNull();
  });
});
