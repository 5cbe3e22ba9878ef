import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "../../../src/stats/reliability/alpha.js";
import { alphaOfRows, bootstrapAlpha } from "../../../src/stats/reliability/bootstrap-alpha.js";

const items = [
  [4, 3, 5, 2, 4, 3, 5, 1, 4, 3, 2, 5],
  [5, 3, 5, 2, 4, 4, 4, 2, 3, 3, 3, 5],
  [4, 2, 5, 3, 4, 3, 5, 1, 4, 3, 2, 4],
];
const options = { seed: 1, family: "alpha", replicates: 999 };
const same = { kind: "unavailable", reason: "everyone has the same total" };

describe("bootstrapAlpha", () => {
  it("is about alpha, drawn alike by the same seed, and the same far from 0", () => {
    const result = bootstrapAlpha(items, options);
    const alpha = cronbachAlpha(items);
    if (result.kind === "unavailable" || alpha.kind === "unavailable") throw new Error("unavailable");
    expect(result.estimate).toBeCloseTo(alpha.estimate, 12);
    expect(result.low).toBeLessThan(alpha.estimate);
    expect(result.high).toBeGreaterThan(alpha.estimate);
    expect(bootstrapAlpha(items, options)).toEqual(result);
    expect(bootstrapAlpha(items.map((item) => item.map((one) => 1e9 + one)), options)).toEqual(result); // prettier-ignore
  });

  it("people with one total are dropped and counted, and all of them leave nothing", () => {
    const result = bootstrapAlpha([[1, 2, 1, 3], [1, 3, 1, 2]], { ...options, method: "percentile" }); // prettier-ignore
    expect(result).toMatchObject({ kind: "bootstrapInterval", dropped: expect.any(Number) as number });
    expect((result as { dropped: number }).dropped).toBeGreaterThan(0);
    expect(bootstrapAlpha([[1, 2], [2, 1]], options)).toEqual(same); // prettier-ignore
  });

  it("too few items or people are unavailable, and columns that do not fit refused by name", () => {
    expect(bootstrapAlpha([[1, 2]], options)).toMatchObject({ reason: "a scale of fewer than 2 items" });
    expect(bootstrapAlpha([[1], [2]], options)).toMatchObject({
      reason: "fewer than 2 people answered every item",
    });
    expect(() => alphaOfRows([[1, 2], [1]])).toThrow("alphaOfRows: items[1]: expected 2 values"); // prettier-ignore
    expect(() => alphaOfRows([[1, 2], [1, NaN]])).toThrow("alphaOfRows: items[1][1]: expected a finite number"); // prettier-ignore
  });
});
