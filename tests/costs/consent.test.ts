import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Result } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import { passGate } from "../../src/disclosure/gate.js";
import type { CostReturn } from "../../src/validate/cost-return.js";
import type { Study } from "../../src/study/study.js";
import { cohort, costReturn, costStudy, other } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const codes = ["A", "B", "C", "D", "E", "F"];
const inducted = [12, 16, 22, 28, 36, 44];
const cohorts = codes.map((code, index) =>
  cohort(code, {
    inducted: inducted[index]!,
    recruited: inducted[index]! + 2,
    completed: inducted[index]! - 1,
  }),
);
const sizes = new Map(codes.map((code, index) => [code, inducted[index]!]));
const partitions = trustPartitions(codes.map((code) => ({ code, size: sizes.get(code)! })));
const pounds = (amount: number, more: Parameters<typeof other>[0] = {}) =>
  other({ amountPence: amount * 100, ...more });

/** What the gate shows of these returns when all but Trust F agreed. */
function released(linesOf: (code: string, index: number) => CostReturn["other"]): readonly Result[] {
  const study = {
    ...costStudy(codes),
    disclosure: {
      profile: "pilot",
      trust_costs: codes.slice(0, 5).map((trust) => ({ trust, by: "x", on: "2026-10-01" })),
    },
    quotations: [],
  } as unknown as Study;
  const returns = codes.map((code, index) => costReturn(code, { other: linesOf(code, index) }));
  const computed = costResults(study, returns, cohorts, shippedFigures, partitions);
  return passGate(computed, partitions[0]!, study, sizes).released.results;
}
const shown = (results: readonly Result[], id: string) => results.find((one) => one.id === id)?.kind;

describe("a Trust that did not agree", () => {
  const usual = (index: number) => [
    pounds(4000 + 317 * index),
    pounds(1200 + 91 * index, { extra: false }),
    pounds(300 + 7 * index, { basis: "each cohort" }),
    pounds(50 + index, { basis: "each IMG" }),
  ];

  it("has no number of its own, of any kind, and neither have the smallest two that would tell it", () => {
    const results = released((_, index) => usual(index));
    for (const trust of ["A", "B", "F"]) {
      const own = results.filter(({ subject }) => subject.trusts.join() === trust);
      expect(own.length).toBeGreaterThan(5);
      expect(own.filter(({ kind }) => kind === "estimate").map(({ id }) => id)).toEqual([]);
    }
    expect(shown(results, "cost/standardised/with-supernumerary/trust-c")).toBe("estimate");
    expect(shown(results, "cost/one-more/with-supernumerary/trust-c")).toBeUndefined();
  });

  it("does not hide views of all Trusts whose differences rest on all of them", () => {
    const results = released((_, index) => usual(index));
    for (const view of ["trust-cash/full", "trust-economic/incremental"])
      expect(shown(results, `cost/perspective/${view}/inducted/with-supernumerary/pooled`)).toBe("estimate");
    expect(shown(results, "cost/curve/n-20/with-supernumerary")).toBe("estimate");
  });

  it("is not told by the NHS's view less the Trusts', when it alone had lines paid by NHS England", () => {
    const results = released((code, index) => [
      ...usual(index),
      ...(code === "F" ? [pounds(900, { paidBy: "NHS England" })] : []),
    ]);
    for (const count of ["total", "recruited", "inducted", "completed"])
      for (const scope of ["full", "incremental"])
        expect(shown(results, `cost/perspective/nhs/${scope}/${count}/with-supernumerary/pooled`)).toBe(
          "suppressed",
        );
    expect(shown(results, "cost/per-img/inducted/with-supernumerary/pooled")).toBe("estimate");
  });

  it("is not told by all costs less extra ones, when it and one other had costs that were not extra", () => {
    const results = released((code, index) => [
      pounds(4000 + 317 * index),
      ...(code === "F" || code === "C" ? [pounds(700, { extra: false })] : []),
    ]);
    for (const view of ["trust-cash/full", "trust-economic/incremental", "nhs/incremental"])
      expect(shown(results, `cost/perspective/${view}/inducted/with-supernumerary/pooled`)).toBe(
        "suppressed",
      );
  });

  it("is not told by the parts of a curve, when it alone had costs that grow by the group", () => {
    const results = released((code, index) => [
      pounds(4000 + 317 * index),
      ...(code === "F" ? [pounds(300, { basis: "each cohort" })] : []),
    ]);
    const curve = results.filter(({ id }) => id.startsWith("cost/curve/"));
    expect(curve.length).toBeGreaterThan(10);
    expect(curve.filter(({ kind }) => kind === "estimate").map(({ id }) => id)).toEqual([]);
    for (const kind of ["standardised", "one-more"])
      expect(shown(results, `cost/${kind}/with-supernumerary/pooled`)).toBe("suppressed");
  });
});
