import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustPValues } from "../../../src/stats/multiplicity/adjust-p-values.js";
import { multiplicityChecks } from "../../../src/verify/checks/multiplicity.js";
import { testAgainstReference } from "../reference.js";

const pValue = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const pValues = fc.array(pValue, { maxLength: 12 });
const method = fc.constantFrom("Holm", "Hochberg", "Benjamini-Hochberg");
const few = { numRuns: 100 };

describe("adjusted p-values", () => {
  testAgainstReference(multiplicityChecks, {
    "adjust-holm": 1e-15,
    "adjust-hochberg": 1e-15,
    "adjust-benjamini-hochberg": 1e-15,
  });

  it("never fall below the p-value nor rise above 1, and keep the order", () => {
    const holds = (family: number[], by: "Holm" | "Hochberg" | "Benjamini-Hochberg") => {
      const adjusted = adjustPValues(family, by).adjusted as number[];
      return adjusted.every(
        (one, i) =>
          one >= family[i]! &&
          one <= 1 &&
          adjusted.every((other, j) => family[i]! > family[j]! || one <= other),
      );
    };
    fc.assert(fc.property(pValues, method, holds), few);
  });

  it("Hochberg is never weaker than Holm, nor Benjamini-Hochberg than Hochberg", () => {
    const holds = (family: number[]) => {
      const [holm, hochberg, bh] = (["Holm", "Hochberg", "Benjamini-Hochberg"] as const).map(
        (by) => adjustPValues(family, by).adjusted as number[],
      );
      return family.every((_, i) => bh![i]! <= hochberg![i]! + 1e-15 && hochberg![i]! <= holm![i]! + 1e-15);
    };
    fc.assert(fc.property(pValues, holds), few);
  });

  it("the order of the tests does not matter, and a test without a p-value changes nothing", () => {
    const holds = (family: number[], by: "Holm" | "Hochberg" | "Benjamini-Hochberg") => {
      const { adjusted } = adjustPValues(family, by);
      const turned = adjustPValues([null, ...[...family].reverse()], by).adjusted;
      expect(turned).toEqual([null, ...[...adjusted].reverse()]);
    };
    fc.assert(fc.property(pValues, method, holds), few);
  });

  it("Holm and Benjamini-Hochberg reject what their own step rules reject", () => {
    const holds = (family: number[]) => {
      const sorted = [...family].sort((a, b) => a - b);
      const m = sorted.length;
      const stepDown = sorted.findIndex((p, i) => p * (m - i) > 0.05);
      const byHolm = adjustPValues(family, "Holm").adjusted.filter((p) => p! <= 0.05).length;
      expect(byHolm).toBe(stepDown === -1 ? m : stepDown);
      const last = sorted.reduce((most, p, i) => ((m / (i + 1)) * p <= 0.05 ? i + 1 : most), 0);
      expect(adjustPValues(family, "Benjamini-Hochberg").adjusted.filter((p) => p! <= 0.05)).toHaveLength(
        last,
      );
    };
    fc.assert(fc.property(pValues, holds), few);
  });

  it("no tests, or none with a p-value, is an empty family", () => {
    expect(adjustPValues([], "Holm")).toMatchObject({ adjusted: [], tests: 0, missing: 0 });
    expect(adjustPValues([null, null], "Hochberg")).toMatchObject({ adjusted: [null, null], missing: 2 });
  });

  it("says which error it controls, and leaves the input as it was", () => {
    const family = Object.freeze([0.5, 0.01]);
    expect(adjustPValues(family, "Holm").controls).toBe("chance of any false positive");
    expect(adjustPValues(family, "Benjamini-Hochberg").controls).toBe("expected share of false positives");
  });

  it("a value that is no probability is refused by name", () => {
    const message = (value: number) => `adjustPValues: pValues[1]: expected 0 to 1, or null, got ${value}`;
    for (const wrong of [NaN, -0.1, 1.1, Infinity])
      expect(() => adjustPValues([0.1, wrong], "Holm")).toThrow(message(wrong));
  });
});
