import { describe, expect, it } from "vitest";
import { priceFactor } from "../../src/costs/price-index.js";

/** Change in per cent into each of the years that end with the one named. */
function indexTo(year: string, percent: readonly number[]) {
  const last = Number(year.slice(0, 4));
  const start = last - percent.length + 1;
  const name = (first: number) => `${first}/${String(first + 1).slice(2)}`;
  return new Map(percent.map((change, at) => [name(start + at), change / 100] as const));
}

// Only the rates that a factor published elsewhere needs, quoted from Jones et al., Unit Costs of Health and Social Care:
// the 2025 manual (doi 10.22024/UniKent/01.02.115569), in which 2023/24 is revised, and the 2024 manual, in which it is
// provisional. Factors of the 2025 manual: documentation of the R package dmdprices. Those of 2024: multiplied by hand.
const quoted = [
  ["prices, 2025 manual", "2015/16", [2.06, 1.3, 1.59, 1.3, 0.84, 1.72, 7.15, 2.98], "1.204231"],
  ["pay and prices, 2025 manual", "2019/20", [2.49, 2.58, 7.32, 2.47], "1.15617"],
  ["pay, 2025 manual", "2021/22", [7.41, 2.18], "1.097515"],
  ["pay and prices, 2024 manual", "2019/20", [2.49, 2.58, 7.32, 4.31], "1.17693"],
  ["pay, 2024 manual", "2019/20", [3.41, 3.07, 7.41, 4.79], "1.19966"],
] as const;

describe("a price factor", () => {
  it.each(quoted)("of %s from %s to 2023/24 is the published one", (_, from, percent, published) => {
    const { factor } = priceFactor(indexTo("2023/24", percent), from, "2023/24");
    expect(factor!.toFixed(published.split(".")[1]!.length)).toBe(published);
  });

  it("multiplies the changes into each later year, and not the one into the first", () => {
    const invented = new Map([
      ["2024/25", 0.5],
      ["2025/26", 0.1],
      ["2026/27", 0.2],
    ]);
    expect(priceFactor(invented, "2024/25", "2026/27").factor).toBeCloseTo(1.32, 12);
    expect(priceFactor(invented, "2026/27", "2024/25").factor).toBeCloseTo(1 / 1.32, 12);
    expect(priceFactor(invented, "2025/26", "2025/26").factor).toBe(1);
  });

  it("is none when a year has no rate, and names the year", () => {
    expect(priceFactor(indexTo("2023/24", [7, 3]), "2022/23", "2025/26")).toEqual({
      factor: null,
      without: ["2024/25", "2025/26"],
    });
  });
});
