import { describe, expect, it } from "vitest";
import { buildRateCard, type RateCardOptions } from "../../src/costs/rate-card.js";
import expected from "../reference/rate-card.json" with { type: "json" };
import { toPence } from "../../src/core/pence.js";
import { shippedFigures } from "./figures-file.js";

const paid = { levy: true, hours: "paid" } as const;

function card(options: RateCardOptions) {
  const { value, issues } = buildRateCard(shippedFigures, options);
  expect(issues).toEqual([]);
  return value!;
}

// Worked out by hand, each part rounded to the penny, from the published pay points and on-cost rates, in pounds and pence.
const published = [
  ["band5.top", "2025/26", 37796, 4919.4, 8987.89, 188.98, 51892.27, 26.54, 48339.44],
  ["band6.top", "2025/26", 46580, 6237.0, 11076.72, 232.9, 64126.62, 32.79, 59748.1],
  ["band7.top", "2025/26", 54710, 7456.5, 13010.04, 273.55, 75450.09, 38.59, 70307.35],
  ["band6.top", "2026/27", 48117, 6467.55, 11442.22, 240.59, 66267.36, 33.89, 61744.36],
  ["specialty_doctor_2021.yr0-2", "2026/27", 63696, 8804.4, 15146.91, 318.48, 87965.79, 42.18, 81978.36],
  ["consultant.T2b.yr4-7", "2026/27", 123672, 17800.8, 29409.2, 618.36, 171500.36, 82.23, 159875.19],
] as const;

describe("the rate card", () => {
  it.each(published)(
    "prices %s in %s to the penny",
    (key, year, pay, insurance, pension, levy, total, hour, own) => {
      const full = card({ year, pension: "full", ...paid }).rates[key]!;
      const pounds = Object.values(full.parts).map((part) => toPence(part.value) / 100);
      expect(pounds.slice(0, 4)).toEqual([pay, insurance, pension, levy]);
      expect(toPence(full.yearly) / 100).toBe(total);
      expect(toPence(full.hourly) / 100).toBe(hour);
      const trust = card({ year, pension: "paid-by-trust", ...paid }).rates[key]!;
      expect(toPence(trust.yearly) / 100).toBe(own);
    },
  );

  it("divides by 1,955.4 paid hours under Agenda for Change and by 52.143 x 40 for doctors", () => {
    const { rates } = card({ year: "2026/27", pension: "full", ...paid });
    expect(rates["band5.top"]!.parts.hours.value).toBe(1955.4);
    expect(rates["FY1.np1"]!.parts.hours.value).toBe(2085.72);
  });

  it("divides by 1,608.2 productive hours and says what was assumed", () => {
    const rate = card({ year: "2026/27", pension: "full", levy: true, hours: "productive" }).rates[
      "band5.top"
    ]!;
    expect(rate.parts.hours.value.toFixed(1)).toBe("1608.2");
    expect(rate.parts.hours.working).toContain("27 days of leave");
    expect(rate.parts.hours.working).toContain("0.05 sickness");
    expect(rate.parts.hours.figures.map(({ confidence }) => confidence)).toContain("C");
  });

  it("takes no National Insurance below the secondary threshold", () => {
    const figures = shippedFigures.map((figure) =>
      figure.key === "band2.entry" && figure.year === "2026/27" ? { ...figure, value: 4000 } : figure,
    );
    const { value } = buildRateCard(figures, { year: "2026/27", pension: "full", ...paid });
    expect(value!.rates["band2.entry"]!.parts.nationalInsurance.value).toBe(0);
  });

  it("leaves the levy out when the study does", () => {
    const { rates } = card({ year: "2026/27", pension: "full", levy: false, hours: "paid" });
    expect(rates["band6.top"]!.yearly).toBeCloseTo(66267.36 - 240.585, 2);
  });

  it("gives each part its year and source", () => {
    const { rates } = card({ year: "2026/27", pension: "paid-by-trust", ...paid });
    const figures = Object.values(rates).flatMap(({ parts }) =>
      Object.values(parts).flatMap((part) => part.figures),
    );
    expect(new Set(figures.map(({ year }) => year))).toEqual(new Set(["2026/27"]));
    expect(figures.filter(({ source }) => source === "")).toEqual([]);
  });

  it("names key and year of a missing figure, and uses no other year's", () => {
    const without = shippedFigures.filter(
      ({ table, key, year }) => !(table === "employer_ni" && key === "rate" && year === "2026/27"),
    );
    const { value, issues } = buildRateCard(without, { year: "2026/27", pension: "full", ...paid });
    expect(value).toBeNull();
    expect(issues.map(({ message }) => message)).toEqual(["employer_ni rate: no figure for 2026/27"]);
  });

  it("tells every missing figure of a year it does not know", () => {
    const { value, issues } = buildRateCard(shippedFigures, { year: "2031/32", pension: "full", ...paid });
    expect(value).toBeNull();
    expect(issues.length).toBeGreaterThan(4);
    expect(issues.every(({ message }) => message.includes("2031/32"))).toBe(true);
  });

  it.each(expected.periods)(
    "prices $point from $from to $to, $pension, $hours, as its days added up",
    (period) => {
      const { value } = buildRateCard(shippedFigures, {
        year: "2026/27",
        worked: { from: period.from, to: period.to },
        pension: period.pension as "full",
        levy: true,
        hours: period.hours as "paid",
        highCost: { zone: "inner London", afc: period.supplement, medical: 0 },
      });
      const rate = value!.rates[period.point]!;
      expect(Math.abs(rate.yearly / period.yearly - 1)).toBeLessThan(1e-13);
      expect(Math.abs(rate.hourly / period.hourly - 1)).toBeLessThan(1e-13);
    },
  );

  it("weighs the two National Insurance rates of 2022/23 by their days, and says so", () => {
    const { parts } = card({ year: "2022/23", pension: "full", ...paid }).rates["band6.top"]!;
    expect(parts.nationalInsurance.working).toBe(
      "219 of 365 days: 0.1505 x (40588 - 9100); 146 of 365 days: 0.138 x (40588 - 9100)",
    );
    expect(parts.pension.working).toBe("0.2068 x 40588");
    expect(parts.nationalInsurance.figures).toHaveLength(4);
  });

  it("prices a period within one year as that year when nothing changes in it", () => {
    const options = { year: "2026/27", pension: "full", ...paid } as const;
    const part = card({ ...options, worked: { from: "2026-05-01", to: "2026-07-31" } });
    expect(part.rates).toEqual(card(options).rates);
  });

  it("has no rate for a pay point without a figure in one of the years worked, and says why", () => {
    const { rates, unpriced } = card({
      year: "2024/25",
      pension: "full",
      ...paid,
      worked: { from: "2024-03-01", to: "2024-04-30" },
    });
    expect(rates["consultant.T1.yr0-2"]).toBeUndefined();
    expect(unpriced["consultant.T1.yr0-2"]).toBe("no figure for 2023/24");
    expect(rates["band6.top"]).toBeDefined();
  });

  it("says when pay was in force for part of the days only", () => {
    const { rates } = card({ year: "2023/24", pension: "full", ...paid });
    expect(rates["consultant.min"]!.cautions[0]).toMatch(/: pay in force to 2024-02-29, used to 2024-03-31$/);
    expect(rates["band6.top"]!.cautions).toEqual([]);
  });

  it("refuses a high-cost area without an amount", () => {
    const options = { year: "2026/27", pension: "full", ...paid } as const;
    const neither = { zone: "outer London", afc: null, medical: null };
    const { value, issues } = buildRateCard(shippedFigures, { ...options, highCost: neither });
    expect(value).toBeNull();
    expect(issues.map(({ message }) => message)).toEqual(["high-cost area outer London: no supplement"]);
  });

  it("has no rate for staff whose supplement is not declared", () => {
    const options = { year: "2026/27", pension: "full", ...paid } as const;
    const { rates, unpriced } = card({ ...options, highCost: { zone: "fringe", afc: 1000, medical: null } });
    expect(rates["band6.top"]).toBeDefined();
    expect(rates["FY1.np1"]).toBeUndefined();
    expect(unpriced["FY1.np1"]).toBe("no supplement of fringe for doctors");
  });

  it("pays National Insurance, pension and levy on a high-cost-area supplement, and names it", () => {
    const options = { year: "2026/27", pension: "full", ...paid } as const;
    const { parts } = card({ ...options, highCost: { zone: "fringe", afc: 1000, medical: 0 } }).rates[
      "band6.top"
    ]!;
    expect(parts.pay.working).toBe("basic pay 48117 + high-cost-area supplement 1000 (fringe, as declared)");
    expect(parts.pension.working).toBe("0.2378 x 49117");
  });

  it("pays pension on pensionable pay where a figure says that it is not all of pay", () => {
    const top = shippedFigures.find(({ key, year }) => key === "band9.top" && year === "2026/27")!;
    const figures = [...shippedFigures, { ...top, table: "pensionable_pay", value: 100_000 }];
    const { value } = buildRateCard(figures, { year: "2026/27", pension: "full", ...paid });
    expect(value!.rates["band9.top"]!.parts.pension.value).toBeCloseTo(23_780, 9);
    expect(value!.rates["band9.top"]!.parts.levy.value).toBeCloseTo(0.005 * 129_783, 9);
  });
});
