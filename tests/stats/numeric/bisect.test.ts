import { describe, expect, it } from "vitest";
import { bisect } from "../../../src/stats/numeric/bisect.js";
import reference from "../../reference/economics.json" with { type: "json" };

describe("bisect", () => {
  it.each(reference.cohort)("agrees with R uniroot at $threshold", ({ threshold, n }) => {
    expect(bisect((size) => (50_000 + 500 * size) / size, threshold, 1, 1000)).toBeCloseTo(n, 8);
  });

  it("finds where a cost that comes in steps jumps over the value", () => {
    expect(bisect((n) => Math.ceil(n / 10) * 100, 250, 1, 100)).toBeCloseTo(20, 8);
  });

  it("takes an end that is the answer, and says when there is none", () => {
    expect(bisect((x) => x, 3, 3, 9)).toBe(3);
    expect(bisect((x) => x, 9, 3, 9)).toBe(9);
    expect(bisect((x) => x, 10, 3, 9)).toEqual({ kind: "unavailable", reason: "no solution in range" });
  });

  it("refuses a range without width", () => {
    expect(() => bisect((x) => x, 1, 2, 2)).toThrow("bisect: high: expected more than 2, got 2");
  });
});
