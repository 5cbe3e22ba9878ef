import { describe, expect, it } from "vitest";
import type { Estimate, Result } from "../../src/core/result.js";
import { adjustTests } from "../../src/metrics/adjust-tests.js";

function tested(id: string, pValue: number | null): Result {
  const base = {
    id,
    label: id,
    subject: { measure: "change", trusts: ["A", "B"], sensitivity: "opinion" as const },
    unit: "points 0-100",
    method: "m",
    reference: "r",
  };
  if (pValue === null) return { ...base, kind: "unavailable", reason: "nobody" };
  return {
    ...base,
    kind: "estimate",
    estimate: 1,
    interval: null,
    noInterval: "none",
    n: 20,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    test: { statistic: 2, pValue, method: "t" },
  };
}
const adjustedOf = (results: readonly Result[]) =>
  results.map((one) => (one as Estimate).test?.adjusted?.pValue);

describe("adjustTests(results, declared)", () => {
  const family = [tested("a", 0.01), tested("b", null), tested("c", 0.04), tested("d", 0.03)];

  it("adjusts the p-values that are there, and leaves results without one", () => {
    // Holm by hand: 3 x 0.01, 2 x 0.03, and 0.04 not below 0.06
    expect(adjustedOf(adjustTests(family, "holm"))).toEqual([0.03, undefined, 0.06, 0.06]);
    expect((adjustTests(family, "holm")[0] as Estimate).test!.adjusted).toMatchObject({
      method: "Holm",
      outcomes: 3,
    });
  });

  it("adjusts by the method that the study declares", () => {
    // Hochberg by hand: 0.04 x 1, then 0.03 x 2 capped at 0.04, 0.01 x 3
    expect(adjustedOf(adjustTests(family, "hochberg"))).toEqual([0.03, undefined, 0.04, 0.04]);
    // Benjamini-Hochberg by hand: 0.04, 0.03 x 3/2 capped at 0.04, 0.01 x 3
    expect(adjustedOf(adjustTests(family, "benjamini-hochberg"))).toEqual([0.03, undefined, 0.04, 0.04]);
  });

  it("leaves one test alone, and all where the study declares none", () => {
    expect(adjustedOf(adjustTests([tested("a", 0.01)], "holm"))).toEqual([undefined]);
    expect(adjustedOf(adjustTests(family, "none"))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
