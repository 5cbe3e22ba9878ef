import { describe, expect, it } from "vitest";
import { checkResult, type Estimate } from "../../../src/core/result.js";
import { summariseDraws } from "../../../src/costs/simulated-summary.js";
import { costModel, perImgInDraws, simulateLines } from "../../../src/costs/uncertainty/cost-model.js";
import { oneWay } from "../../../src/costs/uncertainty/one-way.js";
import { oneWayResults } from "../../../src/costs/uncertainty/one-way-results.js";
import { differences } from "../../../src/costs/uncertainty/simulated-costs.js";
import { mixDraws, structureResults } from "../../../src/costs/uncertainty/structure-results.js";
import { thresholdResults } from "../../../src/costs/uncertainty/threshold-results.js";
import { combinations } from "../../../src/costs/uncertainty/ways-to-count.js";
import { costCategories } from "../../../src/ingest/formats/cost-return-layout.js";
import { scenarioIds, uncertainCategories } from "../../../src/study/schema-uncertainty.js";
import type { Study } from "../../../src/study/study.js";
import { staffCategory, supernumeraryCategory } from "../../../src/costs/ledger.js";
import type { CostReturn } from "../../../src/validate/cost-return.js";
import { cohort, costReturn, costStudy, imgTime, other, staff, uncertainty } from "../fixture.js";
import { shippedFigures } from "../figures-file.js";

const codes = ["A", "B"];
const cohorts = codes.map((code) => cohort(code, { recruited: 10, inducted: 10, completed: 10, intakes: 1 }));

/** Own rates of £20 and £30 an hour, so that every amount can be worked by hand. */
const rate = (pounds: number) => ({
  pencePerHour: pounds * 100,
  source: "local payroll" as const,
  includesOnCosts: true,
  includesOverheads: false,
});

/** A: 100 h of teaching at £30, 50 h of backfill at £20, £1,000 overhead. B: £6,000 of premises. */
const returns: readonly CostReturn[] = [
  costReturn("A", {
    staff: [
      staff({ component: "PRO-01", hours: 100, ownRate: rate(30) }),
      staff({ component: "PRO-01", hours: 50, ownRate: rate(20), backfill: true }),
    ],
    other: [other({ category: "overhead", amountPence: 100_000, evidence: "guessed" })],
  }),
  costReturn("B", { other: [other({ amountPence: 600_000, evidence: "estimated" })] }),
];

function model(of = returns, change: Partial<Study["costing"]> = {}, economics: Study["economics"] = {}) {
  const made = costModel({ ...costStudy(codes, change), economics }, of, cohorts, shippedFigures);
  if (made === null) throw new Error("no model");
  return made;
}

function byId(results: readonly { readonly id: string }[]): ReadonlyMap<string, Estimate> {
  return new Map((results as readonly Estimate[]).map((one) => [one.id, checkResult(one) as Estimate]));
}

describe("ways to count", () => {
  const structure = structureResults(model());
  const found = byId(structure.results);
  const difference = (id: string) => found.get(`cost/scenario/${id}/difference`)!.estimate;

  it("range over every combination of the choices", () => {
    // declared (3,000 + 1,000 + 1,000 + 6,000) / 20; least: B's premises and the teaching that nobody covered
    const range = found.get("cost/structure/range")!;
    expect(range.estimate).toBe(550);
    expect(range.interval).toMatchObject({ low: 375, high: 550, kind: "range", level: 1 });
    expect(range.settings["ways"]).toBe(8);
  });

  it("leave out overheads, or the time that was covered, or those who covered it, or both", () => {
    expect(difference("without-overhead")).toBeCloseTo(-50, 0);
    expect(difference("time-not-backfill")).toBeCloseTo(-50, 0);
    // 50 hours stood in, so 50 of the 100 hours of teaching were covered
    expect(difference("backfill-not-time")).toBeCloseTo(-75, 0);
    expect(difference("neither-time-nor-backfill")).toBeCloseTo(-125, 0);
  });

  it("take off as many hours as stood in, spread over the part's other staff, and no more than there were", () => {
    const standIn = (hours: number) =>
      model([
        costReturn("A", {
          staff: [
            staff({ component: "PRO-01", hours: 30, ownRate: rate(30) }),
            staff({ component: "PRO-01", hours: 10, ownRate: rate(50) }),
            staff({ component: "PRO-02", hours: 10, ownRate: rate(50) }),
            staff({ component: "PRO-01", hours, ownRate: rate(20), backfill: true }),
          ],
        }),
      ]);
    const amounts = (hours: number, id: string) => {
      const { choices, repriced } = standIn(hours);
      const ways = choices.find((choice) => choice.id === "backfill")!.alternatives;
      return repriced.lines(ways.filter((way) => way.id === id)).map(({ amountPence }) => amountPence / 100);
    };
    // 8 of 40 hours: a fifth off each line of PRO-01
    expect(amounts(8, "backfill-not-time")).toEqual([720, 400, 500, 160]);
    expect(amounts(8, "neither-time-nor-backfill")).toEqual([720, 400, 500]);
    expect(amounts(90, "backfill-not-time")).toEqual([0, 0, 500, 1800]);
  });

  it("are not offered where they make no difference", () => {
    expect([...found.keys()].join()).not.toMatch(/supernumerary|pension|hours|set-up/);
    const paid = byId(
      structureResults(model([costReturn("A", { staff: [staff()], supernumerary: [imgTime()] })])).results,
    );
    expect([...paid.keys()].join()).toMatch(/without-supernumerary.*productive-hours.*pension-full/);
  });

  it("count set-up in full or by its years, where the years are declared", () => {
    const once = [costReturn("A", { other: [other({ amountPence: 1_000_000, recurrence: "one-off" })] })];
    const annuitised = model(once, {
      set_up: { treatment: "annuitised", years: 5, discount_rate: 0, timing: "in-arrears" },
    });
    const { low, high } = byId(structureResults(annuitised).results).get("cost/structure/range")!.interval!;
    expect(high).toBe(1000);
    expect(low).toBeLessThan(200);
    const written = byId(structureResults(model(once)).results);
    expect(written.has("cost/structure/range")).toBe(false);
  });

  it("count the full pension rate always for the NHS", () => {
    const nhs = model([costReturn("A", { staff: [staff()] })], { perspective: "nhs" });
    expect(nhs.choices.map(({ id }) => id)).toEqual(["hours"]);
  });

  it("go from the gate together with the differences that would tell them", () => {
    expect(structure.relations).toContainEqual({
      kind: "again",
      again: "cost/structure/range",
      parts: expect.arrayContaining(["cost/scenario/without-overhead/difference"]) as string[],
    });
    expect(found.get("cost/scenario/without-overhead/difference")!.settings["spending"]).toBe(1);
  });

  it("under the same draws differ more surely than under draws of their own", () => {
    const of = model();
    const lines = of.repriced.lines(of.choices.find(({ id }) => id === "overhead")!.alternatives);
    const same = perImgInDraws(of, simulateLines(of, lines));
    const other = { ...of, study: { ...of.study, study: { ...of.study.study, seed: 99 } } };
    const again = costModel(other.study, returns, cohorts, shippedFigures)!;
    const apart = perImgInDraws(again, simulateLines(again, lines));
    const declared = perImgInDraws(of, of.costs);
    const error = (draws: Float64Array) => summariseDraws(differences(draws, declared)).monteCarloError;
    expect(error(same)).toBeLessThan(error(apart) / 2);
  });

  it("are averaged only by declared weights; one that makes no difference counts as what is declared", () => {
    expect(found.has("cost/structure/averaged")).toBe(false);
    const weights = { "as-declared": 0.25, "pension-full": 0.25, "without-overhead": 0.5 };
    const averaged = byId(structureResults(model(returns, { structure_weights: weights })).results);
    const [declared, without] = ["as-declared", "without-overhead"].map(
      (id) => averaged.get(`cost/scenario/${id}`)!.estimate,
    );
    expect(averaged.get("cost/structure/averaged")!.estimate).toBeCloseTo((declared! + without!) / 2, 8);
  });

  it("of scenarios are all known to the study, and so are the categories that a range may be about", () => {
    expect(new Set(uncertainCategories)).toEqual(
      new Set([staffCategory, ...costCategories, supernumeraryCategory]),
    );
    const known: readonly string[] = scenarioIds;
    for (const { alternatives } of model().choices)
      for (const { id } of alternatives) expect(known).toContain(id);
  });
});

describe("one input at a time", () => {
  it("moves the cost by what is declared, the widest first", () => {
    // A: staff £4,000 recorded ±5%; overhead £1,000 guessed ±50%; B: £6,000 estimated ±20%
    const { inputs, choices, repriced, study } = model();
    const ways = oneWay(inputs, choices, repriced, study.costing.uncertainty);
    expect(ways.map(({ id, low, high }) => [id, low, high].join(" "))).toEqual([
      "backfill 850000 1100000",
      "premises 980000 1220000",
      "overhead 1050000 1150000",
      "overhead 1000000 1100000",
      "staff time 1080000 1120000",
    ]);
  });

  it("takes elicited ends where somebody gave them", () => {
    const ranges = [{ category: "premises" as const, low: 0.5, likely: 1, high: 2, source: "estates" }];
    const found = byId(oneWayResults(model(returns, { uncertainty: uncertainty({ ranges }) })).results);
    const premises = found.get("cost/one-way/amount/premises")!;
    expect(premises.interval).toMatchObject({ low: 400, high: 850, kind: "range" });
    expect(premises.method).toContain("estates");
  });

  it("goes with a category that is not shown", () => {
    expect(oneWayResults(model()).relations).toContainEqual({
      kind: "again",
      again: "cost/one-way/amount/premises",
      parts: ["cost/category/premises/pooled"],
    });
  });
});

describe("thresholds", () => {
  it("ask how many hours of staff would give the declared cost", () => {
    // fixed 7,000; staff 4,000 x times; 20 IMGs: 450 = (7,000 + 4,000 t) / 20
    const { results } = thresholdResults(model(returns, { threshold: { pounds: 450, source: "the board" } }));
    expect(byId(results).get("cost/threshold/staff-time")!.estimate).toBeCloseTo(0.5, 10);
  });

  it("say when no number of hours does", () => {
    const { results } = thresholdResults(model(returns, { threshold: { pounds: 100, source: "the board" } }));
    expect(results[0]).toMatchObject({ kind: "unavailable", reason: "no solution in range" });
  });

  it("give the doctors whose replacement costs as much", () => {
    const { results, relations } = thresholdResults(
      model(returns, {}, { replacement_cost: { pounds: 4400, source: "HR" } }),
    );
    expect(byId(results).get("cost/break-even/retained-doctors")!.estimate).toBeCloseTo(2.5, 12);
    expect(relations).toEqual([
      {
        kind: "again",
        again: "cost/break-even/retained-doctors",
        parts: ["cost/total/with-supernumerary/pooled"],
      },
    ]);
  });

  it("say nothing of what is not declared", () => {
    expect(thresholdResults(model()).results).toEqual([]);
  });
});

describe("what they are made of", () => {
  it("combinations takes one or none of each list", () => {
    expect(combinations([["a"], ["b", "c"]])).toEqual([[], ["b"], ["c"], ["a"], ["a", "b"], ["a", "c"]]);
  });

  it("a mixture holds each part as often as its share", () => {
    const mixed = mixDraws([
      { share: 0.3, draws: new Float64Array(1000).fill(1) },
      { share: 0.7, draws: new Float64Array(1000).fill(2) },
    ]);
    expect(mixed.filter((one) => one === 1)).toHaveLength(300);
    expect(mixed.filter((one) => one === 2)).toHaveLength(700);
  });
});
