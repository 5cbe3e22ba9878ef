import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import {
  dominanceProtection,
  isDominated,
  isNearlyKnown,
  nearnessProtection,
  tellsContributor,
} from "../../src/disclosure/dominance.js";
import { pilot } from "../../src/disclosure/policy.js";
import { dominated, primaryReason } from "../../src/disclosure/primary.js";

/** Examples of the Handbook on Statistical Disclosure Control, section 4.2. */
describe("the examples of the handbook", () => {
  it("50,000 and 49,000 of 100,000 are not dominated by one, yet the second knows the first to within 2%", () => {
    const amounts = [50_000, 49_000, 1_000];
    expect(isDominated(amounts, 1, 0.9)).toBe(false);
    expect(nearnessProtection(amounts, 0.02)).toBe(0);
    expect(isNearlyKnown(amounts, 0.1)).toBe(true);
  });

  it("52,000 and 50,000 of 110,000 are safe at 10%, and dominated by two at 90.9%", () => {
    const amounts = [50_000, 8_000, 52_000];
    expect(isNearlyKnown(amounts, 0.1)).toBe(false);
    expect(isDominated(amounts, 2, 0.909)).toBe(true);
  });

  it("300, 20 and 10 are dominated by one at 85%; 352.94 would not be", () => {
    expect(isDominated([300, 20, 10], 1, 0.85)).toBe(true);
    expect(330 + dominanceProtection([300, 20, 10], 1, 0.85)).toBeCloseTo(352.94, 2);
  });
});

describe("tellsContributor(contributions, proportion)", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 8 });

  it("whenever another contributor, from its own and the total, has one's amount to within the proportion", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(0.05, 0.1, 0.25), (contributions, proportion) => {
        const spent = contributions.filter((amount) => amount > 0);
        const total = spent.reduce((sum, amount) => sum + amount, 0);
        const isTold = spent.some((own, index) =>
          spent.some((other, place) => place !== index && total - own - other < proportion * other),
        );
        if (isTold) expect(tellsContributor(contributions, proportion)).toBe(true);
      }),
    );
  });

  it("of one contributor alone, and never of as many alike as the policy counts enough", () => {
    expect(tellsContributor([500], 0.1)).toBe(true);
    expect(tellsContributor([500, 500, 500], 0.1)).toBe(false);
    expect(tellsContributor([500, 500], 0)).toBe(false);
  });
});

describe("a pooled cost of which Trusts' own are held back", () => {
  const codes = ["A", "B", "C", "D"];
  const cost = (contributions: Readonly<Record<string, number>>): Estimate => ({
    kind: "estimate",
    id: "cost/category/catering/pooled",
    label: "catering",
    subject: { measure: "cost", item: "catering", trusts: codes, sensitivity: "service" },
    unit: "GBP",
    method: "m",
    reference: "r",
    estimate: 100,
    interval: null,
    noInterval: "none",
    n: 80,
    contributions,
    missing: {},
    settings: { spending: 4 },
    source: { files: [], columns: [] },
    cautions: [],
  });
  const reasonOf = (contributions: Readonly<Record<string, number>>, hidden: readonly string[]) =>
    primaryReason(cost(contributions), {
      policy: pilot,
      allTrusts: codes,
      partition: { groups: codes.map((code) => [code]) },
      consented: new Set(codes.filter((code) => !hidden.includes(code))),
      hiddenCosts: hidden.map((code) => [code]),
    });

  it("goes when two of them spent nearly all of it", () => {
    expect(reasonOf({ A: 9000, B: 8000, C: 200, D: 100 }, codes)).toBe(dominated);
    expect(reasonOf({ A: 9000, B: 8000, C: 7000, D: 100 }, codes)).toBeNull();
  });

  it("is looked at without the Trusts whose own costs are shown", () => {
    expect(reasonOf({ A: 100, B: 8000, C: 200, D: 9000 }, ["A", "B", "C"])).toBe(dominated);
    expect(reasonOf({ A: 7000, B: 8000, C: 5000, D: 90_000 }, ["A", "B", "C"])).toBeNull();
  });
});
