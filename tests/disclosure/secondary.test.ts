import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Relation } from "../../src/core/relation.js";
import { trustSlug } from "../../src/core/result.js";
import type { Estimate, Result, Subject } from "../../src/core/result.js";
import { breachesOf } from "../../src/disclosure/attack/breaches.js";
import { systemOf } from "../../src/disclosure/attack/system-of.js";
import { pilot } from "../../src/disclosure/policy.js";
import { roundTo } from "../../src/disclosure/precision.js";
import { heldBack, primaryReason, suppress } from "../../src/disclosure/primary.js";
import { publicRelations } from "../../src/disclosure/public-relations.js";
import type { Released } from "../../src/disclosure/released.js";
import { suppressDerivable } from "../../src/disclosure/secondary.js";
import { shareMethods } from "../../src/metrics/proportion.js";
import { wilsonInterval } from "../../src/stats/proportions/wilson.js";

const all = ["A", "B", "C", "D"];
const groups = all.map((code) => [code]);

/** So many of so many agreed, at one Trust or over all of them. */
function share(trusts: readonly string[], people: number, agreed: number): Estimate {
  const pooled = trusts.length === all.length;
  const subject: Subject = {
    measure: "outcome",
    item: "recommend",
    wave: "month3",
    level: "top-two",
    trusts,
    sensitivity: "opinion",
  };
  const { low, high } = wilsonInterval(agreed, people, 0.95) as { low: number; high: number };
  return {
    kind: "estimate",
    id: `outcome/recommend/month3/top-two/${trustSlug(trusts, all)}`,
    label: "would recommend",
    subject,
    unit: "proportion",
    method: shareMethods[pooled ? 1 : 0]!,
    reference: "r",
    estimate: agreed / people,
    interval: { low, high, level: 0.95, method: pooled ? "clustered" : "Wilson", kind: "confidence" },
    n: people,
    count: agreed,
    missing: {},
    settings: {},
    source: { files: [], columns: ["recommend"] },
    cautions: [],
  };
}

/** A family: four Trusts and all of them. */
function family(of: readonly (readonly [people: number, agreed: number])[]): readonly Estimate[] {
  const sum = (at: 0 | 1) => of.reduce((total, pair) => total + pair[at], 0);
  return [...of.map(([people, agreed], at) => share([all[at]!], people, agreed)), share(all, sum(0), sum(1))];
}

const circumstances = {
  policy: pilot,
  allTrusts: all,
  partition: { groups },
  consented: new Set<string>(),
  hiddenCosts: [],
};
const afterPrimary = (results: readonly Estimate[]): readonly Result[] =>
  results.map((one) => {
    const reason = primaryReason(one, circumstances);
    return reason === null ? one : suppress(one, reason);
  });

const relations: readonly Relation[] = [];
/** Nearly exact numbers: rounding alone protects nothing, so that it falls to what is held back or told coarser. */
function release(results: readonly Result[], coarser: ReadonlySet<string>): Released {
  const safe = results.map((one): Result => {
    if (one.kind !== "estimate") return one.kind === "suppressed" ? suppress(one, heldBack) : one;
    const { count: _count, ...open } = one;
    const precision = coarser.has(one.id) ? 0.05 : 0.001;
    return {
      ...open,
      estimate: roundTo(one.estimate, precision),
      interval: null,
      noInterval: "none",
      precision,
    };
  });
  return { results: safe, groups, relations: publicRelations(relations, safe) };
}
const told = (results: readonly Result[]) => suppressDerivable(results, relations, pilot, all, release);
const breachesIn = (released: Released) => {
  const { system, protected: numbers } = systemOf(released, pilot);
  return breachesOf(system, numbers);
};
const hiddenIn = (results: readonly Result[]) =>
  results.flatMap(({ kind, id }) => (kind === "suppressed" ? [id] : [])).sort();

const anyFamily = fc
  .array(
    fc
      .integer({ min: 5, max: 30 })
      .chain((people) => fc.tuple(fc.constant(people), fc.integer({ min: 0, max: people }))),
    { minLength: 4, maxLength: 4 },
  )
  .map(family);
const runs = { numRuns: 15, seed: 6 };

describe("suppressDerivable", () => {
  it("two Trusts where one person each said no: their sum would tell both, so more is told less of", () => {
    const results = afterPrimary(
      family([
        [12, 11],
        [13, 12],
        [25, 15],
        [30, 20],
      ]),
    );
    expect(hiddenIn(results)).toHaveLength(2);
    expect(breachesIn(release(results, new Set())).length).toBeGreaterThan(0);
    const { results: safe, coarser } = told(results);
    expect(hiddenIn(safe).length + coarser.size).toBeGreaterThan(2);
    expect(breachesIn(release(safe, coarser))).toEqual([]);
  });

  it("leaves no breach, is told nothing new by its own result, and holds nothing back without need", () => {
    fc.assert(
      fc.property(anyFamily, (results) => {
        const primary = afterPrimary(results);
        const { results: safe, coarser } = told(primary);
        const none = breachesIn(release(safe, coarser)).filter(({ from }) => from.length > 0);
        expect(none).toEqual([]);
        expect(hiddenIn(told(safe).results)).toEqual(hiddenIn(safe));
        for (const id of hiddenIn(safe).filter((one) => !hiddenIn(primary).includes(one))) {
          const back = safe.map((one) => (one.id === id ? primary.find((other) => other.id === id)! : one));
          const again = breachesIn(release(back, coarser)).filter(({ from }) => from.length > 0);
          expect(again.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it("the order of results plays no part", () => {
    fc.assert(
      fc.property(anyFamily, (results) => {
        const primary = afterPrimary(results);
        expect(hiddenIn(told([...primary].reverse()).results)).toEqual(hiddenIn(told(primary).results));
      }),
      runs,
    );
  });

  it("one more respondent at a Trust leaves every line without a breach", () => {
    fc.assert(
      fc.property(anyFamily, fc.nat(3), fc.boolean(), (results, at, agrees) => {
        const pairs = results.slice(0, 4).map(({ n, count }) => [n, count!] as const);
        const more = pairs.map(([n, count], place) =>
          place === at ? ([n + 1, count + (agrees ? 1 : 0)] as const) : ([n, count] as const),
        );
        const { results: safe, coarser } = told(afterPrimary(family(more)));
        expect(breachesIn(release(safe, coarser)).filter(({ from }) => from.length > 0)).toEqual([]);
      }),
      runs,
    );
  });
});
