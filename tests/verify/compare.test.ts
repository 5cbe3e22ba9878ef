import { describe, expect, it } from "vitest";
import { largestError } from "../../src/verify/compare.js";

describe("largestError(actual, expected, nearZero)", () => {
  it("is relative to what is expected, however small that is", () => {
    expect(largestError(1.1e-200, 1e-200, 0)).toBeCloseTo(0.1, 12);
  });

  it("is absolute within nearZero of zero, and at zero", () => {
    expect(largestError(3e-17, 0, 0)).toBe(3e-17);
    expect(largestError(3e-15, 1e-15, 1e-12)).toBeCloseTo(2e-15, 25);
  });

  it("takes the worst part of lists and objects", () => {
    expect(largestError({ a: [1, 2.2], b: 3 }, { a: [1, 2], b: 3 }, 0)).toBeCloseTo(0.1, 12);
  });

  it("is infinite for what is missing, NaN, another word, or another length", () => {
    const wrong: readonly (readonly [unknown, Parameters<typeof largestError>[1]])[] = [
      [undefined, 1],
      [{}, { p: 1 }],
      [{ p: NaN }, { p: 1 }],
      [{ p: Infinity }, { p: 1 }],
      [
        [1, 2, 3],
        [1, 2],
      ],
      ["t", "z"],
      [1, "Infinity"],
      [{ kind: "unavailable", reason: "nobody" }, { estimate: 1 }],
      [null, { estimate: 1 }],
    ];
    for (const [actual, expected] of wrong) expect(largestError(actual, expected, 0)).toBe(Infinity);
  });

  it("knows infinity by its word, and passes over what the reference does not give", () => {
    expect(largestError([Infinity, -Infinity, 5], ["Infinity", "-Infinity", null], 0)).toBe(0);
  });

  it("passes over parts that the reference does not have", () => {
    expect(largestError({ p: 1, method: "exact" }, { p: 1 }, 0)).toBe(0);
  });
});
