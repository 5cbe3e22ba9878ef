import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  annuityFactor,
  discountFactor,
  equivalentAnnualCost,
  type PaymentTiming,
} from "../../src/costs/annuity.js";

interface Reference {
  readonly annuities: readonly {
    readonly rate: number;
    readonly years: number;
    readonly timing: PaymentTiming;
    readonly cost: number;
    readonly residual: number;
    readonly factor: number;
    readonly annual: number;
  }[];
  readonly discounts: readonly { readonly rate: number; readonly years: number; readonly factor: number }[];
}
const { annuities, discounts } = JSON.parse(
  readFileSync("tests/reference/annuity.json", "utf8"),
) as Reference;

describe("annuities", () => {
  it("equal payments added up one by one in 50 figures, to 1e-10", () => {
    expect(annuities.length).toBe(288);
    for (const { rate, years, timing, cost, residual, factor, annual } of annuities) {
      const where = `${cost} at ${rate} over ${years} years ${timing}`;
      expect(Math.abs(annuityFactor(rate, years, timing) / factor - 1), where).toBeLessThan(1e-10);
      const found = equivalentAnnualCost(cost, { rate, years, timing, residual });
      expect(Math.abs(found - annual), where).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(annual)));
    }
  });

  it("give the published case: 10,000 over 5 years at 3.5%", () => {
    const of = (timing: PaymentTiming) => equivalentAnnualCost(10000, { rate: 0.035, years: 5, timing });
    expect(annuityFactor(0.035, 5).toFixed(5)).toBe("4.51505");
    expect(of("in arrears").toFixed(2)).toBe("2214.81");
    expect(of("in advance").toFixed(2)).toBe("2139.92");
  });

  it("discount factors, years 0 to 5, to 1e-10; the first year is whole", () => {
    for (const { rate, years, factor } of discounts)
      expect(Math.abs(discountFactor(rate, years) - factor)).toBeLessThan(1e-10);
    expect(discountFactor(0.035, 0)).toBe(1);
  });

  it("refuses what inputs are checked for before: no years, or a rate below zero", () => {
    expect(() => annuityFactor(0.035, 0)).toThrow("invariant");
    expect(() => annuityFactor(-0.01, 5)).toThrow("invariant");
    expect(() => annuityFactor(Number.NaN, 5)).toThrow("invariant");
  });
});
