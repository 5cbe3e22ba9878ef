import { describe, expect, it } from "vitest";
import { checkResult } from "../../src/core/result.js";
import type { Result } from "../../src/core/result.js";
import type { Metric, MetricInput } from "../../src/metrics/metric.js";
import { nonResponse } from "../../src/metrics/non-response.js";
import { reliability } from "../../src/metrics/reliability.js";
import { scales } from "../../src/metrics/scales.js";
import { sensitivity } from "../../src/metrics/sensitivity.js";
import { weighted } from "../../src/metrics/weighted.js";
import type { Cohort } from "../../src/validate/cost-return.js";
import { inputOf, missing, number, variable } from "./fixture.js";
import type { Person } from "./fixture.js";

function resultsOf(metric: Metric, input: MetricInput): Map<string, Result> {
  const { results } = metric.compute(input);
  results.forEach(checkResult);
  return new Map(results.map((one) => [one.id, one]));
}

const survey = (trust: string, wave: string) => ({
  file: `survey/${trust}-${wave}.csv`,
  kind: "survey",
  trust,
  wave,
});
const cohort = (trust: string, invited: number): Cohort => ({
  trust,
  eligible: invited,
  invited,
  recruited: invited,
  inducted: invited,
  completed: invited,
  intakes: 1,
  at: { file: "cohort.csv" },
});
const scale = { id: "settling", label: "Settling in", aim: "settling-in" };
const items = ["s1", "s2", "s3"].map((name) =>
  variable(name, { role: "item", scale: "settling", waves: ["arrival", "month3"], sensitivity: "opinion" }),
);

describe("non-response: the least and the most favourable case", () => {
  const declared = { scales: [scale], sources: ["A", "B"].map((trust) => survey(trust, "month3")) };
  const scored = [
    ...[20, 40, 60].map((settling): Person => ({ trust: "A", scores: { settling } })),
    { trust: "B", scores: { settling: 80 } },
  ];

  it("puts those who did not answer at 0, then at 100", () => {
    // 4 of 10 answered, mean 50: 200 / 10 = 20, and (200 + 600) / 10 = 80
    const input = inputOf(scored, items, { declared, cohorts: [cohort("A", 6), cohort("B", 4)] });
    const results = resultsOf(nonResponse, input);
    expect(results.get("bounds/settling/month3/worst/pooled")).toMatchObject({ estimate: 20, n: 10 });
    expect(results.get("bounds/settling/month3/best/pooled")).toMatchObject({ estimate: 80, n: 10 });
  });

  it("counts the favourable answers of a rating over everyone invited", () => {
    const rating = variable("recommend", { role: "outcome", sensitivity: "opinion" });
    const people = [5, 4, 2].map((value): Person => ({ trust: "A", answers: { recommend: number(value) } }));
    const input = inputOf(people, [rating], { declared, cohorts: [cohort("A", 5), cohort("B", 0)] });
    const results = resultsOf(nonResponse, input);
    expect(results.get("bounds/recommend/month3/worst/pooled")).toMatchObject({ estimate: 0.4, count: 2 });
    expect(results.get("bounds/recommend/month3/best/pooled")).toMatchObject({ estimate: 0.8, count: 4 });
  });

  it("says why there is no case when more answered than were invited, and when nobody was", () => {
    const more = resultsOf(nonResponse, inputOf(scored, items, { declared, cohorts: [cohort("A", 2)] }));
    expect(more.get("bounds/settling/month3/worst/pooled")).toMatchObject({
      kind: "unavailable",
      reason: "more people answered than cohort.csv says were invited",
    });
    const none = resultsOf(nonResponse, inputOf([], items, { declared, cohorts: [] }));
    expect(none.get("bounds/settling/month3/best/pooled")).toMatchObject({ kind: "unavailable" });
  });
});

describe("reliability", () => {
  const answered = (codes: readonly (number | null)[], trust = "A"): Person => ({
    trust,
    answers: Object.fromEntries(
      codes.map((code, index) => [`s${index + 1}`, code === null ? missing("blank") : number(code)]),
    ),
  });
  const declared = { scales: [scale] };

  it("is 1 when everyone answers every question alike, over complete answers alone", () => {
    const people = [
      answered([1, 1, 1]),
      answered([3, 3, 3]),
      answered([5, 5, 5], "B"),
      answered([5, null, 1]),
    ];
    const results = resultsOf(reliability, inputOf(people, items, { declared }));
    const alpha = results.get("reliability/settling/month3/alpha/pooled");
    expect(alpha).toMatchObject({ kind: "estimate", n: 3, missing: { blank: 1 } });
    expect(alpha!.kind === "estimate" && alpha!.estimate).toBeCloseTo(1, 12);
  });

  it("refuses omega for few people, and tells so", () => {
    const people = [1, 2, 3, 4].map((code) => answered([code, code, 5 - code + 1]));
    const results = resultsOf(reliability, inputOf(people, items, { declared }));
    expect(results.get("reliability/settling/month3/omega/pooled")).toMatchObject({ kind: "unavailable" });
  });

  it("has a reason for nobody, for one person and for equal totals", () => {
    for (const people of [[], [answered([1, 2, 3])], [answered([1, 2, 3]), answered([1, 2, 3])]]) {
      const results = resultsOf(reliability, inputOf(people, items, { declared }));
      expect(results.get("reliability/settling/month3/alpha/pooled")!.kind).toBe("unavailable");
    }
  });
});

describe("sensitivity and the test of change", () => {
  const change = (trust: string, who: string, from: number, to: number): readonly Person[] => [
    { trust, who, wave: "arrival", scores: { settling: from } },
    { trust, who, wave: "month3", scores: { settling: to } },
  ];
  const people = [
    ...change("A", "a", 40, 52),
    ...change("A", "b", 50, 60),
    ...change("B", "c", 30, 50),
    ...change("B", "d", 20, 44),
  ];
  const declared = {
    scales: [scale, { ...scale, id: "other", label: "Other" }],
    comparisons: [{ scale: "settling", from: "arrival", to: "month3", primary: true }],
  };

  it("flips the signs of the Trusts' means: two Trusts can give no p below 0.5", () => {
    const flipped = resultsOf(sensitivity, inputOf(people, items, { declared })).get(
      "sensitivity/settling/arrival-to-month3/sign-flip/pooled",
    );
    expect(flipped).toMatchObject({ estimate: 16.5, interval: null, test: { pValue: 0.5 } });
  });

  it("averages Trusts, and averages people", () => {
    const uneven = [...people, ...change("B", "e", 40, 62)];
    const results = resultsOf(sensitivity, inputOf(uneven, items, { declared }));
    const at = (way: string) => results.get(`sensitivity/settling/arrival-to-month3/${way}/pooled`);
    // Trust means 11 and 22; people 12, 10, 20, 24, 22
    expect(at("trust-means")).toMatchObject({ estimate: 16.5 });
    expect(at("people")).toMatchObject({ estimate: 17.6, n: 5 });
  });

  it("tests the change over all Trusts alone, and no subgroup or single Trust", () => {
    const results = resultsOf(scales, inputOf(people, items, { declared }));
    const tested = [...results.values()].filter((one) => one.kind === "estimate" && one.test);
    expect(tested.map((one) => one.id)).toEqual(["change/settling/arrival-to-month3/pooled"]);
  });

  it("is nothing in a design without linked answers", () => {
    const unlinked = { ...declared, design: "pre-post-unlinked" };
    expect(resultsOf(sensitivity, inputOf(people, items, { declared: unlinked })).size).toBe(0);
  });
});

describe("weighting", () => {
  const group = variable("post", {
    role: "group",
    waves: ["arrival", "month3"],
    categories: [0, 1].map((code) => ({ code, label: `answer ${code}` })),
  });
  const person = (trust: string, code: number, settling: number): Person => ({
    trust,
    scores: { settling },
    answers: { post: number(code) },
  });
  const people = [person("A", 0, 20), person("A", 0, 40), person("B", 1, 80)];
  const weighting = {
    margins: [{ variable: "post", people: { 0: 20, 1: 20 } }],
    minimum_people: 1,
    basis: "the register",
  };

  it("is off unless it is declared", () => {
    const input = inputOf(people, [...items, group], { declared: { scales: [scale] } });
    expect(resultsOf(weighted, input).size).toBe(0);
  });

  it("weighs people to the declared make-up", () => {
    // 20 people at a mean of 30 and 20 at 80: (600 + 1600) / 40
    const input = inputOf(people, [...items, group], { declared: { scales: [scale], weighting } });
    const result = resultsOf(weighted, input).get("weighted/settling/month3/pooled");
    expect(result!.kind === "estimate" && result!.estimate).toBeCloseTo(55, 10);
  });

  it("says why not when too few answered in a category", () => {
    const strict = { ...weighting, minimum_people: 5 };
    const input = inputOf(people, [...items, group], { declared: { scales: [scale], weighting: strict } });
    expect(resultsOf(weighted, input).get("weighted/settling/month3/pooled")!.kind).toBe("unavailable");
  });
});
