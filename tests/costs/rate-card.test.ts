import { describe, expect, it } from "vitest";
import { buildRateCard, type RateCardOptions } from "../../src/costs/rate-card.js";
import { shippedFigures } from "./figures-file.js";

const paid = { levy: true, hours: "paid" } as const;

function card(options: RateCardOptions) {
  const { value, issues } = buildRateCard(shippedFigures, options);
  expect(issues).toEqual([]);
  return value!;
}

// Worked by hand from the published pay points and on-cost rates, in pounds and pence.
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
      expect(full.parts.pay.value).toBe(pay);
      expect(full.parts.nationalInsurance.value).toBeCloseTo(insurance, 2);
      expect(Math.abs(full.parts.pension.value - pension)).toBeLessThanOrEqual(0.005);
      expect(Math.abs(full.parts.levy.value - levy)).toBeLessThanOrEqual(0.0051);
      expect(Math.abs(full.yearly - total)).toBeLessThan(0.01);
      expect(Math.abs(full.hourly - hour)).toBeLessThanOrEqual(0.005);
      const trust = card({ year, pension: "paid-by-trust", ...paid }).rates[key]!;
      expect(Math.abs(trust.yearly - own)).toBeLessThan(0.01);
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

  it("refuses 2022/23, in which the National Insurance rate changed", () => {
    const { value, issues } = buildRateCard(shippedFigures, { year: "2022/23", pension: "full", ...paid });
    expect(value).toBeNull();
    expect(issues[0]!.message).toBe("employer_ni rate: changed within 2022/23");
    expect(issues[0]!.found).toContain("0.1505");
  });
});
