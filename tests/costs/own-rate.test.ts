import { describe, expect, it } from "vitest";
import { priceOwnRate, type OwnRate } from "../../src/costs/own-rate.js";
import { priceHour } from "../../src/costs/price-hour.js";
import { buildRateCard, type RateCardOptions } from "../../src/costs/rate-card.js";
import { unitCostTables } from "../../src/costs/unit-costs.js";
import expected from "../reference/rate-card.json" with { type: "json" };
import { shippedFigures } from "./figures-file.js";

const options: RateCardOptions = { year: "2026/27", pension: "full", levy: true, hours: "paid" };
const card = buildRateCard(shippedFigures, options).value!;
const payroll: OwnRate = {
  pounds: 20,
  per: "hour",
  source: "payroll, March 2026",
  includesOnCosts: false,
  includesOverheads: false,
};

describe("a Trust's own rate", () => {
  it.each(expected.own)("of $pounds for a $per gets on-costs once ($staff, $pension, $hours)", (own) => {
    const { terms } = buildRateCard(shippedFigures, {
      ...options,
      pension: own.pension as "full",
      hours: own.hours as "paid",
    }).value!;
    const rate: OwnRate = {
      ...payroll,
      pounds: own.pounds,
      per: own.per as "hour",
      ...(own.pensionable === null ? {} : { pensionable: own.pensionable }),
    };
    const priced = priceOwnRate(rate, own.staff as "afc", terms);
    expect(Math.abs(priced.hourly / own.hourly - 1)).toBeLessThan(1e-13);
    expect(priced.basis).toBe("pay-and-on-costs");
    expect(priced.working).toContain("on-costs added once");
  });

  it("that includes on-costs is taken as it stands, a yearly one over the hours in a year", () => {
    const hour = priceOwnRate({ ...payroll, includesOnCosts: true }, "afc", card.terms);
    expect(hour).toMatchObject({ hourly: 20, figures: [] });
    const year = priceOwnRate(
      { ...payroll, pounds: 39108, per: "year", includesOnCosts: true },
      "afc",
      card.terms,
    );
    expect(year.hourly).toBeCloseTo(20, 12);
    expect(year.working).toBe(
      "the Trust's own 39108 a year (payroll, March 2026), on-costs included: over 1955.4 paid hours",
    );
  });

  it("equal to a pay point's pay costs what the rate card says, by the year and by the hour", () => {
    const { hourly } = card.rates["band6.top"]!;
    const year = priceOwnRate({ ...payroll, pounds: 48117, per: "year" }, "afc", card.terms);
    const hour = priceOwnRate({ ...payroll, pounds: 48117 / 1955.4 }, "afc", card.terms);
    expect(year.hourly).toBe(hourly);
    expect(hour.hourly).toBeCloseTo(hourly, 12);
  });

  it("with overheads says that its basis is another, and warns when on-costs come on top of them", () => {
    const both = priceOwnRate(
      { ...payroll, includesOnCosts: true, includesOverheads: true },
      "afc",
      card.terms,
    );
    expect(both).toMatchObject({ basis: "includes-overheads", cautions: [] });
    const odd = priceOwnRate({ ...payroll, includesOverheads: true }, "afc", card.terms);
    expect(odd.cautions).toHaveLength(1);
  });
});

describe("an hour", () => {
  const line = { trust: "A", payPoint: "band6.top", ownRate: null };
  const declared = [{ ...payroll, trust: "A", payPoint: "band6.top", pounds: 30, includesOnCosts: true }];

  it("is priced by the rate of its line, else by the Trust's declared rate, else by the rate card", () => {
    const ownRate = { ...payroll, pounds: 40, includesOnCosts: true };
    expect(priceHour(card, { ...line, ownRate }, declared).hourly).toBe(40);
    expect(priceHour(card, line, declared)).toMatchObject({ hourly: 30, kind: "own rate" });
    expect(priceHour(card, { ...line, trust: "B" }, declared)).toMatchObject({
      hourly: card.rates["band6.top"]!.hourly,
      kind: "pay point",
      basis: "pay-and-on-costs",
    });
    expect(priceHour(card, line).working).toMatch(
      /^basic pay 48117; National Insurance 0\.15 x \(48117 - 5000\); pension 0\.2378 x 48117; .*; over 1955\.4 paid hours$/,
    );
  });

  it("of a pay point of the study's unit cost table costs what the table says, with nothing added", () => {
    const row = {
      ...shippedFigures[0]!,
      table: unitCostTables["includes-overheads"],
      key: "unit-cost:consultant",
      value: 121,
      source: "an invented table",
    };
    const with121 = buildRateCard([...shippedFigures, row], options).value!;
    expect(priceHour(with121, { ...line, payPoint: "unit-cost:consultant" })).toMatchObject({
      hourly: 121,
      basis: "includes-overheads",
      kind: "unit cost table",
    });
    expect(with121.rates).toEqual(card.rates);
    const ofAnotherYear = [...shippedFigures, { ...row, year: "2022/23" }];
    expect(buildRateCard(ofAnotherYear, options).value!.unitCosts).toEqual({});
  });

  it("at a doctor's own yearly rate is over a doctor's hours, where the area has no supplement for doctors", () => {
    const highCost = { zone: "inner London", afc: 5000, medical: null };
    const london = buildRateCard(shippedFigures, { ...options, highCost }).value!;
    const ownRate = { ...payroll, per: "year" as const, pounds: 208_572, includesOnCosts: true };
    expect(london.rates["LED.MT03"]).toBeUndefined();
    // 52.143 weeks of 40 hours
    expect(priceHour(london, { ...line, payPoint: "LED.MT03", ownRate }).hourly).toBeCloseTo(100, 10);
    expect(priceHour(london, { ...line, ownRate }).hourly).toBeCloseTo(208_572 / 1955.4, 10);
  });

  it("at an own rate for a grade of the unit cost table is over the hours that the table says", () => {
    const row = (staff: "afc" | "medical") => ({
      ...shippedFigures[0]!,
      table: unitCostTables["pay-and-on-costs"],
      key: `unit-cost:${staff}`,
      staff,
    });
    const both = buildRateCard([...shippedFigures, row("afc"), row("medical")], options).value!;
    const ownRate = { ...payroll, per: "year" as const, pounds: 100_000, includesOnCosts: true };
    const at = (staff: string) =>
      priceHour(both, { ...line, payPoint: `unit-cost:${staff}`, ownRate }).hourly;
    expect(at("medical")).toBeCloseTo(100_000 / 2085.72, 8);
    expect(at("afc")).toBeCloseTo(100_000 / 1955.4, 8);
  });

  it("of a pay point without a rate is a bug", () => {
    expect(() => priceHour(card, { ...line, payPoint: "band99" })).toThrow("no rate for pay point band99");
  });
});
