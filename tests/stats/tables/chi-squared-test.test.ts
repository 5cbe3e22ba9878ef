import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquaredTest } from "../../../src/stats/tables/chi-squared-test.js";
import { tablesChecks } from "../../../src/verify/checks/tables.js";
import { testAgainstReference } from "../reference.js";

const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
const table = fc.array(row, { minLength: 1, maxLength: 4 });
const few = { numRuns: 100 };

describe("Pearson's chi-squared test", () => {
  testAgainstReference(
    tablesChecks.filter(({ id }) => id.startsWith("chi-squared-test")),
    { "chi-squared-test": 1e-13, "chi-squared-test-yates": 1e-13 },
  );

  it("is never NaN, whatever is empty, and V stays within 0 and 1", () => {
    const holds = (counts: number[][]) => {
      const result = chiSquaredTest(counts);
      if (result.kind === "unavailable") return;
      for (const value of [result.statistic, result.pValue, result.cramersV, result.cramersVCorrected])
        expect(value).toBeGreaterThanOrEqual(0);
      expect(Math.max(result.pValue, result.cramersV, result.cramersVCorrected)).toBeLessThanOrEqual(1);
    };
    fc.assert(fc.property(table, holds), few);
  });

  it("does not mind the order of rows, nor an empty row more", () => {
    const holds = (counts: number[][]) => {
      const [one, other] = [chiSquaredTest(counts), chiSquaredTest([[0, 0, 0], ...[...counts].reverse()])];
      expect(other.kind).toBe(one.kind);
      if (one.kind === "unavailable" || other.kind === "unavailable") return;
      expect(other.statistic).toBeCloseTo(one.statistic, 11);
      expect(other.df).toBe(one.df);
      expect(other.droppedRows).toContain(0);
    };
    fc.assert(fc.property(table, holds), few);
  });

  it("grows with the counts, and V does not", () => {
    const counts = [
      [3, 1, 4],
      [2, 6, 5],
    ];
    const [one, ten] = [
      chiSquaredTest(counts),
      chiSquaredTest(counts.map((cells) => cells.map((c) => c * 10))),
    ];
    if (one.kind === "unavailable" || ten.kind === "unavailable") throw new Error(one.kind);
    expect(ten.statistic / one.statistic).toBeCloseTo(10, 12);
    expect(ten.cramersV).toBeCloseTo(one.cramersV, 12);
  });

  it("says when expected counts are small, and is silent when they are not", () => {
    expect(chiSquaredTest([[8, 2], [1, 5]])).toHaveProperty("caution", "3 of 4 expected counts are below 5"); // prettier-ignore
    expect(chiSquaredTest([[20, 20], [10, 15]])).not.toHaveProperty("caution"); // prettier-ignore
  });

  it("bad input is refused by name", () => {
    expect(() => chiSquaredTest([[1, 2], [3]])).toThrow("chiSquaredTest: table[1]: expected 2 values"); // prettier-ignore
    expect(() => chiSquaredTest([[1, NaN]])).toThrow("chiSquaredTest: table[0][1]: expected a whole number");
    expect(chiSquaredTest([])).toMatchObject({ kind: "unavailable" });
  });
});
