import { describe, expect, it } from "vitest";
import { mixCommon, normalToLaw } from "../../../src/stats/draws/correlated.js";
import { tableFor } from "../../../src/stats/draws/curve-table.js";
import { lawOf } from "../../../src/stats/draws/distribution.js";
import { reference } from "./reference.js";

const named = reference.laws.map((law) => ({ ...law, name: JSON.stringify(law.distribution) }));

describe("normalToLaw", () => {
  it.each(named)("$name: the quantiles of SciPy, within a ten-millionth of a standard deviation", (one) => {
    const law = lawOf(one.distribution, "input");
    const found = normalToLaw(Float64Array.from(reference.z), law, tableFor(law));
    one.atNormal.forEach((expected, index) => {
      const allowed = 1e-7 * one.standardDeviation + 1e-12 * Math.abs(expected);
      expect(Math.abs(found[index]! - expected)).toBeLessThan(allowed);
    });
  });

  it("never falls by more than that as the normal value rises, out to the ends and beyond", () => {
    for (const { distribution, standardDeviation } of named) {
      const law = lawOf(distribution, "input");
      const rising = Float64Array.from({ length: 4001 }, (_, index) => (index - 2000) / 200);
      const found = normalToLaw(rising.slice(), law, tableFor(law));
      found.forEach((value, index) => {
        expect(Number.isFinite(value)).toBe(true);
        if (index > 0) expect(value).toBeGreaterThan(found[index - 1]! - 1e-7 * standardDeviation);
      });
    }
  });

  it("needs the table of a law that has one", () => {
    const law = lawOf({ kind: "beta", a: 2, b: 3 }, "input");
    expect(() => normalToLaw(Float64Array.of(0), law, null)).toThrow(
      "normalToLaw: table: expected the table of the law, got null",
    );
  });
});

describe("mixCommon", () => {
  it("keeps what is its own at 0 and takes what is common at 1", () => {
    expect([...mixCommon(Float64Array.of(1, 2), Float64Array.of(3, 4), 0)]).toEqual([1, 2]);
    expect([...mixCommon(Float64Array.of(1, 2), Float64Array.of(3, 4), 1)]).toEqual([3, 4]);
  });

  it("refuses a correlation that is none, and lists of other lengths", () => {
    for (const wrong of [-0.1, 1.1, NaN])
      expect(() => mixCommon(Float64Array.of(1), Float64Array.of(1), wrong)).toThrow(
        `mixCommon: correlation: expected 0 to 1, got ${wrong}`,
      );
    expect(() => mixCommon(Float64Array.of(1), Float64Array.of(1, 2), 0.5)).toThrow(
      "mixCommon: common: expected 1 values, got 2",
    );
  });
});
