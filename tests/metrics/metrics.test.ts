import { describe, expect, it } from "vitest";
import type { Estimate, Result } from "../../src/core/result.js";
import { checkResult } from "../../src/core/result.js";
import { coverage } from "../../src/metrics/coverage.js";
import { gap } from "../../src/metrics/gap.js";
import { metrics } from "../../src/metrics/index.js";
import { items } from "../../src/metrics/items.js";
import type { Metric, MetricInput } from "../../src/metrics/metric.js";
import { milestones } from "../../src/metrics/milestones.js";
import { response } from "../../src/metrics/response.js";
import { scales } from "../../src/metrics/scales.js";
import { standards } from "../../src/metrics/standards.js";
import { inputOf, missing, number, variable } from "./fixture.js";
import type { Person } from "./fixture.js";

function estimates(metric: Metric, input: MetricInput): Map<string, Estimate> {
  const { results } = metric.compute(input);
  results.forEach(checkResult);
  return new Map(results.flatMap((one) => (one.kind === "estimate" ? [[one.id, one] as const] : [])));
}

function repeat(times: number, person: Person): readonly Person[] {
  return Array.from({ length: times }, () => person);
}

describe("every metric", () => {
  it("has an id, a label, words on what it is and a reference", () => {
    for (const { id, label, about, reference } of metrics) {
      expect(
        [id, label, about, reference].every((text) => text.length > 2),
        id,
      ).toBe(true);
    }
    expect(new Set(metrics.map((metric) => metric.id)).size).toBe(metrics.length);
  });

  it("computes from nobody without a number that is not one", () => {
    for (const metric of metrics) {
      const results: readonly Result[] = metric.compute(inputOf([], [variable("q", {})])).results;
      expect(() => results.forEach(checkResult), metric.id).not.toThrow();
    }
  });

  it("names in its relations and ladders only results that it made", () => {
    const received = variable("received_x", { role: "received", component: "X", categories: threeLevels });
    const input = inputOf(repeat(4, { trust: "A", answers: { received_x: number(2) } }), [
      received,
      variable("q", {}),
    ]);
    for (const metric of metrics) {
      const { results, relations, ladders } = metric.compute(input);
      const ids = new Set(results.map((one) => one.id));
      const named = [
        ...relations.flatMap((one) => ("parts" in one ? one.parts : [])),
        ...ladders.flatMap(({ id, rungs, slices }) =>
          rungs.flatMap(({ levels }) =>
            levels.flatMap((level) => slices.map((slice) => `${id}/${level.id}/${slice}`)),
          ),
        ),
      ];
      expect(
        named.filter((id) => !ids.has(id)),
        metric.id,
      ).toEqual([]);
    }
  });
});

const threeLevels = [
  { code: 0, label: "No" },
  { code: 1, label: "Partly" },
  { code: 2, label: "Yes" },
];

describe("response", () => {
  it("is people who answered over people invited, by Trust and over all", () => {
    const at = { file: "cohort.csv" };
    const cohort = (trust: string, invited: number) => ({
      trust,
      eligible: invited,
      invited,
      recruited: invited,
      inducted: invited,
      completed: 1,
      intakes: 1,
      at,
    });
    const people = [...repeat(3, { trust: "A" }), ...repeat(8, { trust: "B", complete: false })];
    const survey = (trust: string) => ({ file: `${trust}.csv`, kind: "survey", trust, wave: "month3" });
    const cohorts = [cohort("A", 4), cohort("B", 16)];
    const found = estimates(
      response,
      inputOf(people, [], { cohorts, declared: { sources: [survey("A"), survey("B")] } }),
    );
    const without = estimates(
      response,
      inputOf(people, [], { cohorts, declared: { sources: [survey("A")] } }),
    );
    expect(without.get("response/month3/pooled")).toMatchObject({
      estimate: 0.75,
      n: 4,
      cautions: ["Trust B: no survey at this wave, its IMGs are left out"],
    });
    expect(found.get("response/month3/trust-a")).toMatchObject({ estimate: 0.75, n: 4, count: 3 });
    expect(found.get("response/month3/pooled")).toMatchObject({ estimate: 11 / 20, n: 20 });
    expect(found.get("completion/month3/trust-b")).toMatchObject({ estimate: 0, n: 8 });
    expect(found.get("flow/invited/pooled")).toMatchObject({ estimate: 20, unit: "people" });
  });
});

describe("items", () => {
  const question = variable("q", { reverse: true, sensitivity: "opinion" });
  const people = [5, 4, 3, 2, 1, 1].map((code): Person => ({ trust: "A", answers: { q: number(code) } }));

  it("turns a reverse-worded question, so that high is favourable", () => {
    const found = estimates(items, inputOf(people, [question]));
    expect(found.get("item/q/month3/high/trust-a")).toMatchObject({ count: 3, n: 6 });
    expect(found.get("item/q/month3/low/trust-a")).toMatchObject({ count: 2 });
    expect(found.get("item/q/month3/top-two/trust-a")).toMatchObject({ count: 3 });
    expect(found.get("item/q/month3/5/trust-a")).toMatchObject({ count: 1 });
  });

  it("keeps missing answers apart, by reason", () => {
    const more: Person[] = [
      { trust: "A", answers: { q: missing("don't know") } },
      { trust: "A", answers: { q: missing("prefer not to say") } },
      { trust: "A" },
    ];
    const found = estimates(items, inputOf([...people, ...more], [question]));
    expect(found.get("item/q/month3/high/trust-a")).toMatchObject({
      n: 6,
      missing: { "don't know": 1, "prefer not to say": 1, blank: 1 },
    });
  });

  it("warns of a ceiling when 80% chose the most favourable answer", () => {
    const happy = repeat(8, { trust: "A", answers: { q: number(1) } });
    const found = estimates(items, inputOf([...happy, ...people.slice(0, 2)], [question]));
    expect(found.get("item/q/month3/top-two/trust-a")?.cautions).toEqual([
      expect.stringContaining("ceiling"),
    ]);
  });
});

describe("coverage and gap", () => {
  const received = variable("received_x", { role: "received", component: "X-01", categories: threeLevels });
  const useful = variable("useful_x", { role: "useful", component: "X-01" });
  const people: Person[] = [
    ...repeat(2, { trust: "A", answers: { received_x: number(2), useful_x: number(5) } }),
    ...repeat(1, { trust: "A", answers: { received_x: number(1), useful_x: number(2) } }),
    ...repeat(3, { trust: "B", answers: { received_x: number(0), useful_x: missing("not received") } }),
    { trust: "B", answers: { received_x: missing("not applicable") } },
  ];
  const input = inputOf(people, [received, useful]);

  it("coverage leaves those out to whom it did not apply", () => {
    const found = estimates(coverage, input);
    expect(found.get("coverage/received-x/month3/yes/pooled")).toMatchObject({
      count: 2,
      n: 6,
      missing: { "not applicable": 1 },
    });
    expect(found.get("coverage/received-x/month3/partly/trust-a")).toMatchObject({ count: 1, n: 3 });
  });

  it("usefulness rests only on those who received it", () => {
    const found = estimates(gap, input);
    expect(found.get("gap/x-01/provided/pooled")).toMatchObject({ count: 3, n: 6 });
    expect(found.get("gap/x-01/useful/pooled")).toMatchObject({
      count: 2,
      n: 3,
      missing: { "not received": 3 },
    });
  });
});

describe("scales", () => {
  const declared = {
    scales: [{ id: "s", label: "Settling", aim: "settling-in" }],
    comparisons: [{ scale: "s", from: "arrival", to: "month3" }],
  };
  const settle = variable("s1", { scale: "s", waves: ["arrival", "month3"], sensitivity: "opinion" });
  const person = (trust: string, who: string, before: number, after: number): Person[] => [
    { trust, who, wave: "arrival", scores: { s: before } },
    { trust, who, wave: "month3", scores: { s: after } },
  ];
  // Changes: Trust A 10, 20, 30; Trust B 0, 10. One more at month 3 is not linked.
  const people = [
    ...person("A", "1", 40, 50),
    ...person("A", "2", 30, 50),
    ...person("A", "3", 30, 60),
    ...person("B", "4", 50, 50),
    ...person("B", "5", 50, 60),
    { trust: "B", who: "6", wave: "month3", scores: { s: 90 } },
  ];
  const found = estimates(scales, inputOf(people, [settle], { declared }));

  it("change within a Trust is the mean of linked people's changes with a t interval (R: t.test(c(10,20,30)))", () => {
    // R 4.2.2: t.test(c(10, 20, 30))$conf.int is -4.841377 44.841377
    const change = found.get("change/s/arrival-to-month3/trust-a");
    expect(change).toMatchObject({ estimate: 20, n: 3 });
    expect(change?.interval?.low).toBeCloseTo(-4.841377, 5);
    expect(change?.interval?.high).toBeCloseTo(44.841377, 5);
    expect(found.get("change/s/arrival-to-month3/trust-b")?.missing).toEqual({ unlinked: 1 });
  });

  it("over all Trusts it is a random-effects mean with a prediction interval, and claims no cause", () => {
    // By hand: pooled variance (200 + 50) / 3; variances 27.777778 and 41.666667; REML tau-squared of two estimates
    // is (20 - 5)^2 / 2 - (27.777778 + 41.666667) / 2 = 77.777778; weights 1/105.555556 and 1/119.444444
    const pooled = found.get("change/s/arrival-to-month3/pooled");
    expect(pooled?.estimate).toBeCloseTo(
      (20 / 105.5555556 + 5 / 119.4444444) / (1 / 105.5555556 + 1 / 119.4444444),
      5,
    );
    expect(pooled?.prediction?.kind).toBe("prediction");
    expect(pooled?.cautions).toEqual(["single arm: no causal reading"]);
    expect(pooled?.settings).toMatchObject({ trusts: 2, clusters: 2 });
  });

  it("shift and scale of scores shift and scale the result", () => {
    const moved = people.map((one) => ({ ...one, scores: { s: 3 + 0.5 * one.scores!.s! } }));
    const other = estimates(scales, inputOf(moved, [settle], { declared }));
    const id = "change/s/arrival-to-month3/pooled";
    expect(other.get(id)!.estimate).toBeCloseTo(0.5 * found.get(id)!.estimate, 8);
    expect(other.get("scale/s/arrival/trust-a")!.estimate).toBeCloseTo(
      3 + 0.5 * found.get("scale/s/arrival/trust-a")!.estimate,
      10,
    );
  });
});

describe("milestones and standards", () => {
  const days = variable("days_x", { role: "milestone", type: "number", categories: [] });
  const reached = (time: number): Person => ({
    trust: "A",
    durations: { days_x: { kind: "duration", time, reached: true } },
  });
  const waiting = (time: number): Person => ({
    trust: "A",
    durations: { days_x: { kind: "duration", time, reached: false } },
  });
  const people = [reached(0), reached(2), reached(2), waiting(5), reached(10)];

  it("the share reached by a day counts those not yet there up to the day they answered", () => {
    // By hand, Kaplan-Meier: S(0) 4/5, S(2) 2/5, S(10) 0
    const found = estimates(milestones, inputOf(people, [days]));
    expect(found.get("milestone/days-x/day-1/trust-a")?.estimate).toBeCloseTo(0.2, 12);
    expect(found.get("milestone/days-x/day-7/trust-a")?.estimate).toBeCloseTo(0.6, 12);
    expect(found.get("milestone/days-x/median/trust-a")?.estimate).toBe(2);
  });

  it("a standard on a milestone is met by those there in time; those who answered too early are left out", () => {
    const declared = {
      standards: [{ id: "week", label: "by a week", variable: "days_x", at_most: 7, basis: "ours" }],
    };
    const found = estimates(standards, inputOf(people, [days], { declared }));
    expect(found.get("standard/week/trust-a")).toMatchObject({
      count: 3,
      n: 4,
      missing: { "too early to tell": 1 },
    });
  });
});
