import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designEffect } from "../../../src/stats/clusters/design-effect.js";
import { intraclassCorrelation } from "../../../src/stats/clusters/intraclass-correlation.js";
import { available, clusters, few, sixTrusts, stretched } from "./clusters.js";

describe("intraclassCorrelation", () => {
  it("does not change with the unit, and lies within its limits", () => {
    const isSame = (groups: number[][]) => {
      const one = available(intraclassCorrelation(groups));
      const other = available(intraclassCorrelation(stretched(groups, -4, 9)));
      if (one === null || other === null) return one === other;
      return (
        Math.abs(one.estimate - other.estimate) < 1e-9 && one.low <= one.estimate && one.estimate <= one.high
      );
    };
    fc.assert(fc.property(clusters, isSame), few);
  });

  it("the interval leaves out 0 when the F test rejects", () => {
    const agrees = (groups: number[][]) => {
      const found = available(intraclassCorrelation(groups, 0.9));
      return found === null || found.low > 0 === found.pValue < 0.05;
    };
    fc.assert(fc.property(clusters, agrees), few);
  });

  it("keeps a negative estimate, with 0 beside it", () => {
    const found = available(
      intraclassCorrelation([
        [1, 5],
        [2, 4],
      ]),
    );
    expect(found).toMatchObject({ estimate: -1, truncated: 0 });
  });

  it("n0 is the size of clusters that are all of one size", () => {
    expect(
      available(
        intraclassCorrelation([
          [1, 2, 4],
          [3, 3, 5],
        ]),
      ),
    ).toMatchObject({
      n0: 3,
      method: "one-way ANOVA, exact F interval",
    });
    expect(available(intraclassCorrelation(sixTrusts))!.n0).toBeLessThan(27 / 6);
  });

  it("is unavailable when the variance between or within cannot be seen", () => {
    const reasonOf = (groups: number[][]) => intraclassCorrelation(groups);
    expect(reasonOf([[1, 2]])).toMatchObject({ reason: "fewer than 2 clusters" });
    expect(reasonOf([[1], [2]])).toMatchObject({
      reason: "no cluster has more than one value, so the variance within is unknown",
    });
    expect(reasonOf([[1, 1], [2]])).toMatchObject({ reason: "values do not differ within any cluster" });
    expect(available(intraclassCorrelation([[1, 2], [], [3]]))?.leftOut).toEqual([
      { index: 1, reason: "no values" },
    ]);
  });
});

describe("designEffect", () => {
  it("is 1 for independent people and never below", () => {
    expect(designEffect({ correlation: -0.2, sizes: [4, 6] })).toMatchObject({
      estimate: 1,
      effectiveN: 10,
      correlation: 0,
    });
  });

  it("leaves as many people as clusters when people of one cluster are all alike", () => {
    expect(designEffect({ correlation: 1, sizes: [5, 5, 5] })).toMatchObject({ estimate: 5, effectiveN: 3 });
  });

  it("is larger with the size that people see than with the plain average", () => {
    const sizes = [35, 5, 10];
    const plain = available(designEffect({ correlation: 0.1, sizes }));
    const seen = available(designEffect({ correlation: 0.1, sizes, size: "average over people" }));
    expect([plain!.clusterSize, seen!.clusterSize]).toEqual([50 / 3, 27]);
    expect(seen!.estimate).toBeGreaterThan(plain!.estimate);
  });

  it("refuses a correlation beyond 1 and sizes that are not counts; nobody is unavailable", () => {
    expect(() => designEffect({ correlation: 1.1, sizes: [1] })).toThrow(
      "designEffect: correlation: expected -1 to 1, got 1.1",
    );
    expect(() => designEffect({ correlation: 0, sizes: [1.5] })).toThrow("designEffect: sizes[0]");
    expect(designEffect({ correlation: 0.1, sizes: [0] })).toMatchObject({ kind: "unavailable" });
  });
});
