import { describe, expect, it } from "vitest";
import { payPointsOf, readFigures } from "../../src/costs/figures.js";
import { payRows, shippedFigures } from "./figures-file.js";

describe("the shipped pay figures", () => {
  it("have no quotation marks and as many cells in each row as in the header", () => {
    expect(payRows.flat().filter((cell) => cell.includes('"'))).toEqual([]);
    expect(payRows.filter((row) => row.length !== payRows[0]!.length)).toEqual([]);
  });

  it("name each figure of a year once, but for the National Insurance rate that changed in 2022/23", () => {
    const names = shippedFigures.map(({ table, key, year }) => `${table} ${key} ${year}`);
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    expect(repeated).toEqual(["employer_ni rate 2022/23", "employer_ni secondary_threshold 2022/23"]);
  });

  it("carry a source, a confidence and days in force, and mention no machine", () => {
    for (const figure of shippedFigures) {
      expect(figure.source, figure.key).not.toBe("");
      if (figure.to !== "") expect(figure.from < figure.to, figure.key).toBe(true);
    }
    expect(payRows.flat().join("\n")).not.toMatch(/\/work\/|\.\.\/shared|github/i);
  });

  it("have days in force wherever an hour's price rests on them", () => {
    const undated = shippedFigures.filter(({ from, to }) => from === "" || to === "");
    expect(new Set(undated.map(({ table }) => table))).toEqual(new Set(["discount_rate", "optimism_bias"]));
  });

  it("offer the same pay points to a cost return as the year has figures", () => {
    const points = payPointsOf(shippedFigures, "2026/27");
    expect(points).toHaveLength(54);
    expect(points.filter(({ staff }) => staff === "medical")).toHaveLength(25);
    expect(points.map(({ key }) => key)).toContain("consultant.T2b.yr4-7");
    expect(points.filter(({ key }) => /\s/.test(key))).toEqual([]);
  });

  it("without a source are refused", () => {
    const header = payRows[0]!;
    const row = header.map((name) => ({ value: "1", confidence: "A" })[name] ?? "");
    expect(() => readFigures([header, row])).toThrow("a price without a source");
  });
});
