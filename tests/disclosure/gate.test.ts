import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Computed, Relation } from "../../src/core/relation.js";
import { trustSlug } from "../../src/core/result.js";
import type { Estimate, Result, Subject } from "../../src/core/result.js";
import { passGate } from "../../src/disclosure/gate.js";
import { roundTo } from "../../src/disclosure/precision.js";
import { derivable, groupDisclosure, noConsent, tooFew, tooFewTrusts } from "../../src/disclosure/primary.js";
import type { Study } from "../../src/study/study.js";

const codes = ["A", "B", "C", "D"];
const sizes = [5, 14, 20, 40];
const partitions = trustPartitions(codes.map((code, index) => ({ code, size: sizes[index]! })));

const study = {
  trusts: codes.map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
  disclosure: { profile: "pilot", trust_costs: [{ trust: "C", by: "x", on: "2026-10-01" }] },
  costing: { headline: "inducted" },
} as unknown as Study;

function estimate(id: string, subject: Subject, values: Partial<Estimate>): Estimate {
  return {
    kind: "estimate",
    id,
    label: id,
    subject,
    unit: "proportion",
    method: "m",
    reference: "r",
    estimate: 0.5,
    interval: { low: 0.31, high: 0.69, level: 0.95, method: "Wilson", kind: "confidence" },
    n: 20,
    missing: { blank: 2 },
    settings: { secret: 3, clusters: 4 },
    source: { files: [], columns: [] },
    cautions: [],
    ...values,
  };
}

const groups = [...codes.map((code) => [code]), ["A", "B"], ["A", "B", "C"], codes];

function answered(counts: Readonly<Record<string, number>>): readonly Estimate[] {
  return groups.map((trusts) => {
    const n = trusts.reduce((sum, code) => sum + counts[code]!, 0);
    const id = `flow/answered-arrival/${trustSlug(trusts, codes)}`;
    return estimate(
      id,
      { measure: "flow", item: "answered-arrival", trusts, sensitivity: "service" },
      {
        unit: "people",
        estimate: n,
        n,
        interval: null,
        noInterval: "a count",
      },
    );
  });
}

const usual = answered({ A: 4, B: 12, C: 18, D: 33 });

function pass(
  results: readonly Result[],
  relations: readonly Relation[] = [],
  ladders: Computed["ladders"] = [],
) {
  return passGate({ results: [...usual, ...results], relations, ladders }, partitions, study);
}

function find(results: readonly Result[], id: string): Result | undefined {
  return results.find((result) => result.id === id);
}

describe("passGate: how the Trusts are grouped", () => {
  it("joins a Trust that is too small with the next smallest, everywhere", () => {
    const { released, summary } = pass([]);
    expect(released.groups).toEqual([["A", "B"], ["C"], ["D"]]);
    expect(summary.joined).toEqual(["Trusts A and B"]);
    expect(find(released.results, "flow/answered-arrival/trust-a")).toBeUndefined();
    expect(find(released.results, "flow/answered-arrival/trusts-a+b")).toBeDefined();
  });

  it("shows each Trust alone when all are large enough", () => {
    const big = answered({ A: 10, B: 12, C: 18, D: 33 });
    const { released } = passGate({ results: big, relations: [], ladders: [] }, partitions, study);
    expect(released.groups).toEqual([["A"], ["B"], ["C"], ["D"]]);
  });

  it("shows nothing by Trust when even joined ones are too small", () => {
    const few = answered({ A: 1, B: 2, C: 3, D: 3 });
    const { released } = passGate({ results: few, relations: [], ladders: [] }, partitions, study);
    expect(released.groups).toEqual([codes]);
    expect(released.results.every((result) => result.kind === "suppressed")).toBe(true);
  });
});

describe("passGate: grain by sensitivity", () => {
  const byTrust = (
    measure: string,
    level: string,
    sensitivity: Subject["sensitivity"],
    values: Partial<Estimate> = {},
  ) =>
    estimate(`${measure}/x/arrival/${level}/trust-c`, { measure, level, trusts: ["C"], sensitivity }, values);

  it("service by Trust goes through to the nearest 5%, with n to the nearest 5", () => {
    const { released } = pass([byTrust("coverage", "yes", "service", { estimate: 0.68, n: 18, count: 12 })]);
    const result = find(released.results, "coverage/x/arrival/yes/trust-c");
    expect(result).toMatchObject({ kind: "estimate", estimate: 0.7, n: 20, precision: 0.05 });
    expect(result).toMatchObject({ interval: { low: 0.3, high: 0.7 } });
  });

  it("service allows 0% and 100%", () => {
    const { released } = pass([byTrust("coverage", "yes", "service", { estimate: 1, n: 18, count: 18 })]);
    expect(find(released.results, "coverage/x/arrival/yes/trust-c")).toMatchObject({
      kind: "estimate",
      estimate: 1,
    });
  });

  it("opinion by Trust shows the top two answers and means, not single answers", () => {
    const { released } = pass([
      byTrust("item", "top-two", "opinion", { count: 9, n: 18 }),
      byTrust("item", "low", "opinion", { count: 9, n: 18 }),
      estimate(
        "scale/s/arrival/trust-c",
        { measure: "scale", trusts: ["C"], sensitivity: "opinion" },
        {
          unit: "points 0-100",
          estimate: 61.27,
        },
      ),
    ]);
    expect(find(released.results, "item/x/arrival/top-two/trust-c")?.kind).toBe("estimate");
    expect(find(released.results, "item/x/arrival/low/trust-c")).toBeUndefined();
    expect(find(released.results, "scale/s/arrival/trust-c")).toMatchObject({ estimate: 61, precision: 1 });
  });

  it("personal is shown over all Trusts only", () => {
    const { released } = pass([byTrust("item", "top-two", "personal")]);
    expect(find(released.results, "item/x/arrival/top-two/trust-c")).toBeUndefined();
  });

  it("answers to an opinion are joined into three groups over all Trusts", () => {
    const one = (level: string) =>
      estimate(
        `item/x/arrival/${level}/pooled`,
        { measure: "item", level, trusts: codes, sensitivity: "opinion" },
        {
          count: 20,
          n: 60,
        },
      );
    const { released } = pass(
      ["1", "2", "3", "low", "high"].map(one),
      [],
      [
        {
          id: "item/x/arrival/pooled",
          about: "categories",
          rungs: [
            {
              grain: "every answer",
              results: ["1", "2", "3"].map((level) => `item/x/arrival/${level}/pooled`),
            },
            {
              grain: "three groups",
              results: ["low", "high"].map((level) => `item/x/arrival/${level}/pooled`),
            },
          ],
        },
      ],
    );
    const shown = released.results.map((result) => result.id).filter((id) => id.startsWith("item"));
    expect(shown).toEqual(["item/x/arrival/low/pooled", "item/x/arrival/high/pooled"]);
  });
});

describe("passGate: what is held back", () => {
  const pooled = (id: string, sensitivity: Subject["sensitivity"], values: Partial<Estimate>) =>
    estimate(id, { measure: "item", level: id, trusts: codes, sensitivity }, values);

  it("fewer than ten people", () => {
    const { released } = pass([pooled("item/a/pooled", "service", { n: 9, count: 5 })]);
    expect(find(released.results, "item/a/pooled")).toMatchObject({ kind: "suppressed", reason: tooFew });
  });

  it("all, or all but one, in one answer on an opinion", () => {
    const { released } = pass([
      pooled("item/all/pooled", "opinion", { n: 30, count: 30 }),
      pooled("item/one/pooled", "opinion", { n: 30, count: 1 }),
      pooled("item/two/pooled", "opinion", { n: 30, count: 2 }),
    ]);
    expect(find(released.results, "item/all/pooled")).toMatchObject({ reason: groupDisclosure });
    expect(find(released.results, "item/one/pooled")).toMatchObject({ reason: groupDisclosure });
    expect(find(released.results, "item/two/pooled")?.kind).toBe("estimate");
  });

  it("a second Trust where one alone could be worked out from the pooled number", () => {
    const of = (slug: string, trusts: readonly string[], n: number) =>
      estimate(
        `coverage/v/arrival/yes/${slug}`,
        { measure: "coverage", trusts, sensitivity: "service" },
        { n, count: 5 },
      );
    const { released } = pass([
      of("trusts-a+b", ["A", "B"], 8),
      of("trust-c", ["C"], 12),
      of("trust-d", ["D"], 30),
      of("pooled", codes, 50),
    ]);
    expect(find(released.results, "coverage/v/arrival/yes/trusts-a+b")).toMatchObject({ reason: tooFew });
    expect(find(released.results, "coverage/v/arrival/yes/trust-c")).toMatchObject({ reason: derivable });
    expect(find(released.results, "coverage/v/arrival/yes/trust-d")?.kind).toBe("estimate");
    expect(find(released.results, "coverage/v/arrival/yes/pooled")?.kind).toBe("estimate");
  });

  it("a second share where one alone is one minus the rest", () => {
    const ids = ["low", "middle", "high"].map((level) => `item/q/${level}/pooled`);
    const counts = [1, 9, 20];
    const results = ids.map((id, index) => pooled(id, "opinion", { n: 30, count: counts[index]! }));
    const { released } = pass(results, [{ kind: "complement", parts: ids }]);
    const kinds = ids.map((id) => find(released.results, id)?.kind);
    expect(kinds.filter((kind) => kind === "suppressed")).toHaveLength(2);
  });

  it("a Trust's cost without its recorded consent, and a total beside any Trust's cost", () => {
    const cost = (id: string, trusts: readonly string[]) =>
      estimate(
        id,
        { measure: "cost", trusts, sensitivity: "service" },
        { unit: "GBP", estimate: 5234, n: 20, interval: null },
      );
    const { released } = pass([
      cost("cost/per-img/inducted/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/recruited/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/inducted/with-supernumerary/trust-d", ["D"]),
      cost("cost/total/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/inducted/with-supernumerary/pooled", codes),
    ]);
    expect(find(released.results, "cost/per-img/inducted/with-supernumerary/trust-d")).toMatchObject({
      reason: noConsent,
    });
    expect(find(released.results, "cost/per-img/recruited/with-supernumerary/trust-c")).toBeUndefined();
    expect(find(released.results, "cost/total/with-supernumerary/trust-c")).toBeUndefined();
    expect(find(released.results, "cost/per-img/inducted/with-supernumerary/pooled")).toMatchObject({
      estimate: 5230,
    });
  });
});

describe("passGate: pooled costs when some Trusts did not agree", () => {
  const withConsent = (trusts: readonly string[]) =>
    ({
      ...study,
      disclosure: {
        profile: "pilot",
        trust_costs: trusts.map((trust) => ({ trust, by: "x", on: "2026-10-01" })),
      },
    }) as Study;
  const pooledCost = (id: string, settings: Estimate["settings"] = {}) =>
    estimate(
      id,
      { measure: "cost", trusts: codes, sensitivity: "service" },
      { unit: "GBP", estimate: 5000, n: 60, interval: null, settings },
    );
  const reasonOf = (id: string, consents: readonly string[], settings: Estimate["settings"] = {}) => {
    const computed = { results: [...usual, pooledCost(id, settings)], relations: [], ladders: [] };
    const result = find(passGate(computed, partitions, withConsent(consents)).released.results, id);
    return result?.kind === "suppressed" ? result.reason : result?.kind;
  };

  it("the mean of Trusts is held back while one or two Trusts are hidden among shown ones", () => {
    const id = "cost/mean-of-trusts/inducted/with-supernumerary";
    expect(reasonOf(id, codes)).toBe("estimate");
    expect(reasonOf(id, ["A", "B"])).toBe(derivable);
    expect(reasonOf(id, [])).toBe("estimate");
  });

  it("a pooled category that fewer than three Trusts spent on is held back unless all agreed", () => {
    const id = "cost/category/catering/pooled";
    expect(reasonOf(id, ["A"], { spending: 2 })).toBe(tooFewTrusts);
    expect(reasonOf(id, ["A"], { spending: 3 })).toBe("estimate");
    expect(reasonOf(id, codes, { spending: 1 })).toBe("estimate");
  });
});

describe("passGate: what is left in a released result", () => {
  it("no count, no setting that could hold one, no missing answers by Trust, and every number on its step", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 10, max: 60 })
          .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
        fc.constantFrom<readonly string[]>(["C"], ["D"], codes),
        fc.constantFrom<Subject["sensitivity"]>("service", "opinion", "personal"),
        ([n, count], trusts, sensitivity) => {
          const id = `item/x/top-two/${trustSlug(trusts, codes)}`;
          const subject: Subject = { measure: "item", level: "top-two", trusts, sensitivity };
          const { released } = pass([estimate(id, subject, { n, count, estimate: count / n })]);
          const result = find(released.results, id);
          if (result?.kind !== "estimate") return;
          expect(result.count).toBeUndefined();
          expect(Object.keys(result.settings)).toEqual(["clusters"]);
          const step = trusts.length === codes.length ? 0.01 : 0.05;
          for (const value of [result.estimate, result.interval!.low, result.interval!.high]) {
            expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-9);
          }
          if (trusts.length < codes.length) {
            expect(result.missing).toEqual({});
            expect(result.n % 5).toBe(0);
          }
        },
      ),
    );
  });

  it("never computes: each released number is a rounded one of the results it was given", () => {
    const given = estimate(
      "coverage/z/arrival/yes/pooled",
      { measure: "coverage", trusts: codes, sensitivity: "service" },
      {
        estimate: 0.123456,
        n: 60,
        count: 7,
      },
    );
    const { released } = pass([given]);
    expect(find(released.results, given.id)).toMatchObject({ estimate: 0.12 });
  });
});

describe("roundTo(value, step)", () => {
  it("rounds to multiples without dust, halves away from zero", () => {
    expect([0.625, 0.074, 0.3, -0.625, 0.025].map((value) => roundTo(value, 0.05))).toEqual([
      0.65, 0.05, 0.3, -0.65, 0.05,
    ]);
    expect([1234, 1235, -4].map((value) => roundTo(value, 10))).toEqual([1230, 1240, 0]);
  });
});
