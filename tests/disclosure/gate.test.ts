import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Computed, Relation } from "../../src/core/relation.js";
import { trustSlug } from "../../src/core/result.js";
import type { Estimate, Result, Subject } from "../../src/core/result.js";
import { passGate } from "../../src/disclosure/gate.js";
import { choosePartition } from "../../src/disclosure/grain.js";
import { pilot } from "../../src/disclosure/policy.js";
import { roundTo } from "../../src/disclosure/rounding.js";
import {
  consentOfOthers,
  derivable,
  groupDisclosure,
  noConsent,
  oneTrust,
  personsPay,
  smallCount,
  tooFew,
  tooFewTrusts,
  withNeighbour,
} from "../../src/disclosure/primary.js";
import type { Study } from "../../src/study/study.js";

const codes = ["A", "B", "C", "D"];
const sizes = [5, 14, 20, 40];
const partitions = trustPartitions(codes.map((code, index) => ({ code, size: sizes[index]! })));

const study = {
  trusts: codes.map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
  disclosure: { profile: "pilot", trust_costs: [{ trust: "C", by: "x", on: "2026-10-01" }] },
  costing: { headline: "inducted" },
  quotations: [],
  variables: [],
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

const imgs = new Map(codes.map((code, index) => [code, sizes[index]!]));

/** The gate on these counts of people who answered, with their flow results among the others. */
function passCounts(
  counts: Readonly<Record<string, number>>,
  computed: Computed = { results: [], relations: [], ladders: [] },
  of: Study = study,
) {
  const people = codes.map((member) => ({ member, wave: "arrival", people: counts[member]! }));
  const partition = choosePartition(partitions, people, pilot);
  const results = [...answered(counts), ...computed.results];
  return passGate({ ...computed, results }, partition, of, imgs);
}

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

const usual = { A: 4, B: 12, C: 18, D: 33 };

function pass(
  results: readonly Result[],
  relations: readonly Relation[] = [],
  ladders: Computed["ladders"] = [],
) {
  return passCounts(usual, { results, relations, ladders });
}

/** Why a result was held back, as told in internal/ only. */
function reasonOf({ decisions }: ReturnType<typeof passGate>, id: string): string | undefined {
  return decisions.find((decision) => decision.id === id)?.reason;
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
    expect(passCounts({ A: 10, B: 12, C: 18, D: 33 }).released.groups).toEqual([["A"], ["B"], ["C"], ["D"]]);
  });

  it("does not join a Trust that nobody answered for at one wave", () => {
    const people = codes.flatMap((member, index) => [
      { member, wave: "arrival", people: [10, 12, 18, 33][index]! },
      { member, wave: "month3", people: [10, 12, 18, 0][index]! },
    ]);
    expect(choosePartition(partitions, people, pilot).groups).toEqual([["A"], ["B"], ["C"], ["D"]]);
  });

  it("treats a study of one Trust as by Trust: coarser, no answers by category, no total", () => {
    const one = {
      ...study,
      trusts: study.trusts.slice(2, 3),
      disclosure: { profile: "pilot", trust_costs: [] },
    } as unknown as Study;
    const subject = (measure: string, level: string): Subject => ({
      measure,
      level,
      trusts: ["C"],
      sensitivity: "opinion",
    });
    const results = [
      estimate("item/x/low/trust-c", subject("item", "low"), { n: 18, count: 9 }),
      estimate("scale/s/arrival/trust-c", subject("scale", ""), { unit: "points 0-100", estimate: 61.27 }),
      estimate(
        "cost/total/with-supernumerary/trust-c",
        { ...subject("cost", ""), item: "total", sensitivity: "service" },
        { unit: "GBP" },
      ),
    ];
    const { released } = passGate({ results, relations: [], ladders: [] }, { groups: [["C"]] }, one, imgs);
    expect(released.results.map((result) => result.id)).toEqual(["scale/s/arrival/trust-c"]);
    expect(released.results[0]).toMatchObject({ estimate: 61, n: 20 });
  });

  it("in a study of one Trust, a level of a subgroup does not stand alone beside its Trust", () => {
    const one = { ...study, trusts: study.trusts.slice(3) } as unknown as Study;
    const rating = (id: string, n: number, count: number, level?: string) =>
      estimate(
        `outcome/r/month3/top-two/${id}`,
        {
          measure: "outcome",
          item: "r",
          wave: "month3",
          level: "top-two",
          trusts: ["D"],
          sensitivity: "opinion",
          ...(level ? { group: { variable: "first_post", level } } : {}),
        },
        { n, count },
      );
    const results = [
      rating("trust-d", 37, 30),
      rating("pooled/first-post-no", 13, 12, "No"),
      rating("pooled/first-post-yes", 24, 18, "Yes"),
    ];
    const passed = passGate({ results, relations: [], ladders: [] }, { groups: [["D"]] }, one, imgs);
    expect(reasonOf(passed, "outcome/r/month3/top-two/pooled/first-post-no")).toBe(groupDisclosure);
    expect(reasonOf(passed, "outcome/r/month3/top-two/pooled/first-post-yes")).toBe(derivable);
  });

  it("shows nothing by Trust when even joined ones are too small", () => {
    const { released } = passCounts({ A: 1, B: 2, C: 3, D: 3 });
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

  it("service by Trust goes through to the step that hides how many there were, with n to the nearest 5", () => {
    const { released } = pass([
      byTrust("coverage", "yes", "service", {
        estimate: 12 / 18,
        n: 18,
        count: 12,
        interval: { low: 0.4375, high: 0.83721, level: 0.95, method: "Wilson", kind: "confidence" },
      }),
    ]);
    const result = find(released.results, "coverage/x/arrival/yes/trust-c");
    expect(result).toMatchObject({ kind: "estimate", estimate: 0.7, n: 20, precision: 0.1 });
    expect(result).toMatchObject({ interval: { low: 0.4, high: 0.9 } });
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

  it("answers to an opinion are joined into groups over all Trusts where one alone has too few people", () => {
    const counts = { "1": 3, "2": 17, "3": 40, low: 20, high: 40 };
    const { released } = pass(
      Object.entries(counts).map(([level, count]) =>
        estimate(
          `item/x/arrival/${level}/pooled`,
          { measure: "item", level, trusts: codes, sensitivity: "opinion" },
          { count, n: 60 },
        ),
      ),
      [],
      [
        {
          id: "item/x/arrival",
          rungs: [
            { grain: "every answer", levels: [1, 2, 3].map((code) => ({ id: String(code), codes: [code] })) },
            {
              grain: "groups",
              levels: [
                { id: "low", codes: [1, 2] },
                { id: "high", codes: [3] },
              ],
            },
          ],
          slices: ["pooled"],
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
    const passed = pass([pooled("item/a/pooled", "service", { n: 9, count: 5 })]);
    expect(find(passed.released.results, "item/a/pooled")?.kind).toBe("suppressed");
    expect(reasonOf(passed, "item/a/pooled")).toBe(tooFew);
  });

  it("all, or all but one, in one answer on an opinion; over all Trusts, fewer than five", () => {
    const passed = pass([
      pooled("item/all/pooled", "opinion", { n: 30, count: 30 }),
      pooled("item/one/pooled", "opinion", { n: 30, count: 1 }),
      pooled("item/four/pooled", "opinion", { n: 30, count: 4 }),
      pooled("item/five/pooled", "opinion", { n: 30, count: 5 }),
      estimate(
        "item/q/top-two/trust-d",
        { measure: "item", level: "top-two", trusts: ["D"], sensitivity: "opinion" },
        { n: 30, count: 28 },
      ),
    ]);
    expect(reasonOf(passed, "item/all/pooled")).toBe(groupDisclosure);
    expect(reasonOf(passed, "item/one/pooled")).toBe(groupDisclosure);
    expect(reasonOf(passed, "item/four/pooled")).toBe(smallCount);
    expect(find(passed.released.results, "item/five/pooled")?.kind).toBe("estimate");
    expect(find(passed.released.results, "item/q/top-two/trust-d")?.kind).toBe("estimate");
  });

  it("what was left out and what is missing, when it tells of fewer than ten people", () => {
    const count = (people: number) =>
      estimate(
        `quality/missing/arrival/blank-${people}/pooled`,
        { measure: "quality", item: "missing", trusts: codes, sensitivity: "service" },
        { unit: "count", estimate: 3, n: 80, interval: null, settings: { people } },
      );
    const passed = pass([count(9), count(10)]);
    expect(reasonOf(passed, "quality/missing/arrival/blank-9/pooled")).toBe(tooFew);
    expect(find(passed.released.results, "quality/missing/arrival/blank-10/pooled")).toMatchObject({
      estimate: 5,
      n: 80,
      settings: {},
    });
  });

  it("a number called all Trusts behind which only one stands", () => {
    const passed = pass([pooled("scale/s/arrival/pooled", "opinion", { n: 30, settings: { trusts: 1 } })]);
    expect(reasonOf(passed, "scale/s/arrival/pooled")).toBe(oneTrust);
  });

  it("gives one reason in the release, whatever it was: another would tell half of the number", () => {
    const { released } = pass([
      pooled("item/a/pooled", "service", { n: 9, count: 5 }),
      pooled("item/all/pooled", "opinion", { n: 30, count: 30 }),
    ]);
    const reasons = released.results.flatMap((one) => (one.kind === "suppressed" ? [one.reason] : []));
    expect(new Set(reasons)).toEqual(new Set(["held back to protect people"]));
  });

  it("a second Trust where one alone could be worked out from the pooled number", () => {
    const of = (slug: string, trusts: readonly string[], n: number) =>
      estimate(
        `coverage/v/arrival/yes/${slug}`,
        { measure: "coverage", trusts, sensitivity: "service" },
        { n, count: 5 },
      );
    const passed = pass([
      of("trusts-a+b", ["A", "B"], 8),
      of("trust-c", ["C"], 12),
      of("trust-d", ["D"], 30),
      of("pooled", codes, 50),
    ]);
    expect(reasonOf(passed, "coverage/v/arrival/yes/trusts-a+b")).toBe(tooFew);
    expect(reasonOf(passed, "coverage/v/arrival/yes/trust-c")).toBe(derivable);
    expect(find(passed.released.results, "coverage/v/arrival/yes/trust-d")?.kind).toBe("estimate");
    expect(find(passed.released.results, "coverage/v/arrival/yes/pooled")?.kind).toBe("estimate");
  });

  const rated = (slug: string, trusts: readonly string[], n: number, count: number) =>
    estimate(
      `outcome/r/month3/top-two/${slug}`,
      { measure: "outcome", item: "r", level: "top-two", trusts, sensitivity: "opinion" },
      { n, count },
    );

  it("one part more where the total is hidden and every part would be shown", () => {
    const passed = pass([
      rated("trusts-a+b", ["A", "B"], 16, 13),
      rated("trust-c", ["C"], 18, 16),
      rated("trust-d", ["D"], 33, 30),
      rated("pooled", codes, 67, 64),
    ]);
    expect(reasonOf(passed, "outcome/r/month3/top-two/pooled")).toBe(smallCount);
    expect(reasonOf(passed, "outcome/r/month3/top-two/trusts-a+b")).toBe(derivable);
    expect(find(passed.released.results, "outcome/r/month3/top-two/trust-d")?.kind).toBe("estimate");
  });

  it("one part more where those hidden, known as their sum, are nearly all of one answer", () => {
    const passed = pass([
      rated("trusts-a+b", ["A", "B"], 13, 13),
      rated("trust-c", ["C"], 16, 15),
      rated("trust-d", ["D"], 33, 20),
      rated("pooled", codes, 62, 48),
    ]);
    expect(reasonOf(passed, "outcome/r/month3/top-two/trusts-a+b")).toBe(groupDisclosure);
    expect(reasonOf(passed, "outcome/r/month3/top-two/trust-c")).toBe(groupDisclosure);
    expect(reasonOf(passed, "outcome/r/month3/top-two/trust-d")).toBe(withNeighbour);
    expect(find(passed.released.results, "outcome/r/month3/top-two/pooled")?.kind).toBe("estimate");
  });

  it("the largest other part where one part of a sum of money is held back, so that it covers", () => {
    const ids = ["time", "staff", "lunch"].map((part) => `cost/category/${part}/pooled`);
    const total = "cost/per-img/inducted/with-supernumerary/pooled";
    const cost = (id: string, value: number, spending: number) =>
      estimate(
        id,
        { measure: "cost", trusts: codes, sensitivity: "service" },
        { unit: "GBP", estimate: value, n: 60, interval: null, settings: { spending } },
      );
    const passed = pass(
      [cost(total, 6000, 4), cost(ids[0]!, 3000, 1), cost(ids[1]!, 2980, 4), cost(ids[2]!, 20, 4)],
      [{ kind: "sum", total, parts: ids }],
    );
    expect(reasonOf(passed, ids[0]!)).toBe(tooFewTrusts);
    expect(reasonOf(passed, ids[1]!)).toBe(derivable);
    expect(find(passed.released.results, ids[2]!)?.kind).toBe("estimate");
  });

  it("every name of a number that is held back", () => {
    const [high, topTwo] = ["item/q/high/pooled", "item/q/top-two/pooled"];
    const alias = (id: string, level: string) =>
      estimate(
        id,
        { measure: "item", item: "q", level, trusts: codes, sensitivity: "opinion" },
        { n: 30, count: 25 },
      );
    const low = estimate(
      "item/q/low/pooled",
      { measure: "item", item: "q", level: "low", trusts: codes, sensitivity: "opinion" },
      { n: 30, count: 1 },
    );
    const passed = pass(
      [low, alias(high, "high"), alias(topTwo, "top-two")],
      [
        { kind: "complement", parts: [low.id, high] },
        { kind: "equal", ids: [high, topTwo] },
      ],
    );
    expect(passed.decisions.map(({ id }) => id).filter((id) => id.startsWith("item"))).toEqual([
      low.id,
      high,
      topTwo,
    ]);
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
        {
          measure: "cost",
          item: id.split("/")[1]!,
          level: id.split("/")[2]!,
          trusts,
          sensitivity: "service",
        },
        { unit: "GBP", estimate: 5234, n: 20, interval: null },
      );
    const passed = pass([
      cost("cost/per-img/inducted/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/recruited/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/inducted/with-supernumerary/trust-d", ["D"]),
      cost("cost/total/with-supernumerary/trust-c", ["C"]),
      cost("cost/per-img/inducted/with-supernumerary/pooled", codes),
    ]);
    const { released } = passed;
    expect(reasonOf(passed, "cost/per-img/inducted/with-supernumerary/trust-d")).toBe(noConsent);
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
      {
        measure: "cost",
        item: id.split("/")[1]!,
        level: id.split("/")[2]!,
        trusts: codes,
        sensitivity: "service",
      },
      { unit: "GBP", estimate: 5000, n: 60, interval: null, settings },
    );
  const outcomeOf = (id: string, consents: readonly string[], settings: Estimate["settings"] = {}) => {
    const computed = { results: [pooledCost(id, settings)], relations: [], ladders: [] };
    const passed = passCounts(usual, computed, withConsent(consents));
    return reasonOf(passed, id) ?? find(passed.released.results, id)?.kind;
  };

  it("the mean of Trusts is held back unless every Trust's own cost is shown", () => {
    const id = "cost/mean-of-trusts/inducted/with-supernumerary/of-4";
    const of = (consents: readonly string[]) => {
      const computed = { results: [pooledCost(id)], relations: [], ladders: [] };
      const passed = passCounts({ A: 10, B: 12, C: 18, D: 33 }, computed, withConsent(consents));
      return reasonOf(passed, id) ?? find(passed.released.results, id)?.kind;
    };
    expect(of(codes)).toBe("estimate");
    expect(of(["A", "B", "C"])).toBe(derivable);
    expect(of([])).toBe(derivable);
  });

  it("with one or two Trusts hidden, the smallest others are hidden too, until three are", () => {
    const own = codes.map((code) =>
      estimate(
        `cost/per-img/inducted/with-supernumerary/trust-${code.toLowerCase()}`,
        { measure: "cost", item: "per-img", level: "inducted", trusts: [code], sensitivity: "service" },
        { unit: "GBP", estimate: 5000, n: 20, interval: null },
      ),
    );
    const computed = { results: own, relations: [], ladders: [] };
    const passed = passCounts({ A: 10, B: 12, C: 18, D: 33 }, computed, withConsent(["A", "B", "C"]));
    expect(own.map(({ id }) => reasonOf(passed, id))).toEqual([
      consentOfOthers,
      consentOfOthers,
      undefined,
      noConsent,
    ]);
  });

  it("a pooled category that fewer than three Trusts spent on is held back unless all agreed", () => {
    const id = "cost/category/catering/pooled";
    expect(outcomeOf(id, ["A"], { spending: 2 })).toBe(tooFewTrusts);
    expect(outcomeOf(id, ["A"], { spending: 3 })).toBe("estimate");
    expect(outcomeOf(id, codes, { spending: 1 })).toBe("estimate");
  });
});

describe("passGate: a cost that is one person's pay", () => {
  const component = (id: string, trusts: readonly string[], settings: Estimate["settings"]) =>
    estimate(
      `cost/component/${id}/${trustSlug(trusts, codes)}`,
      { measure: "cost", item: id, level: "inducted", trusts, sensitivity: "service" },
      { unit: "GBP", estimate: 500, n: 20, interval: null, settings },
    );
  const consent = codes.map((trust) => ({ trust, by: "x", on: "2026-10-01" }));
  const agreed = { ...study, disclosure: { profile: "pilot", trust_costs: consent } } as Study;

  it("is held back though every Trust agreed, at one Trust and over all", () => {
    const results = [
      component("mentor", ["C"], { personsPay: true }),
      component("lead", codes, { personsPay: true }),
    ];
    const computed = { results, relations: [], ladders: [] };
    const passed = passCounts(usual, computed, agreed);
    expect(results.map(({ id }) => reasonOf(passed, id))).toEqual([personsPay, personsPay]);
  });

  it("takes the largest other part with it, so that it cannot be worked out from the total", () => {
    const total = component("per-img", ["C"], {});
    const parts = ["mentor", "room", "lunch"].map((id, index) => ({
      ...component(id, ["C"], index === 0 ? { personsPay: true } : {}),
      estimate: [300, 900, 100][index]!,
    }));
    const relations: readonly Relation[] = [
      { kind: "sum", total: total.id, parts: parts.map(({ id }) => id) },
    ];
    const passed = passCounts(usual, { results: [total, ...parts], relations, ladders: [] }, agreed);
    expect([total, ...parts].map(({ id }) => reasonOf(passed, id))).toEqual([
      undefined,
      personsPay,
      derivable,
      undefined,
    ]);
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
          expect(result.settings).toEqual({});
          expect(result.source.files).toEqual([]);
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
        estimate: 7 / 60,
        n: 60,
        count: 7,
      },
    );
    const { released } = pass([given]);
    expect(find(released.results, given.id)).toMatchObject({ estimate: 0.1, precision: 0.05 });
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
