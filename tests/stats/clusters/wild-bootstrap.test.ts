import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterRobustMean } from "../../../src/stats/clusters/cluster-robust-mean.js";
import { wildClusterBootstrapTest } from "../../../src/stats/clusters/wild-bootstrap.js";
import { relativeError } from "../reference.js";
import { available, clusters, sixTrusts, stretched } from "./clusters.js";

const few = { numRuns: 40 };
const four = clusters.map((groups) => groups.slice(0, 4));

describe("wildClusterBootstrapTest", () => {
  it("its statistic is that of the CR1 variance", () => {
    const isCR1 = (groups: number[][]) => {
      const wild = available(wildClusterBootstrapTest(groups, { weights: "Rademacher", nullValue: 0.5 }));
      const robust = available(clusterRobustMean(groups, { correction: "CR1", nullValue: 0.5 }));
      if (wild === null || robust === null) return wild === robust;
      return Math.abs(wild.statistic - robust.statistic) < 1e-8 * Math.max(1, Math.abs(robust.statistic));
    };
    fc.assert(fc.property(clusters, isCR1), few);
  });

  it.each(["Webb six-point", "Rademacher"] as const)(
    "%s: p-values lie on their grid, from the smallest to 1",
    (weights) => {
      const isOnGrid = (groups: number[][]) => {
        const wild = available(wildClusterBootstrapTest(groups, { weights }));
        if (wild === null) return true;
        const steps = (wild.pValue * wild.draws) / 2;
        return (
          wild.pValue >= wild.smallestPValue && wild.pValue <= 1 && Math.abs(steps - Math.round(steps)) < 1e-6
        );
      };
      fc.assert(fc.property(four, isOnGrid), few);
    },
  );

  it.each(["Webb six-point", "Rademacher"] as const)("%s: neither order nor unit matters", (weights) => {
    const isSame = (groups: number[][]) => {
      const one = available(wildClusterBootstrapTest(groups, { weights, nullValue: 1 }));
      const turned = stretched([...groups].reverse(), 3, 2);
      const other = available(wildClusterBootstrapTest(turned, { weights, nullValue: 5 }));
      if (one === null || other === null) return one === other;
      return one.pValue === other.pValue && relativeError(other.estimate, 3 * one.estimate + 2) < 1e-8;
    };
    fc.assert(fc.property(four, isSame), few);
  });

  it("all draws of Webb's weights for six clusters are 6^6, and of 1 and -1 are 2^6", () => {
    expect(wildClusterBootstrapTest(sixTrusts)).toMatchObject({
      draws: 46_656,
      smallestPValue: 6 / 46_656,
      method: "wild cluster bootstrap, Webb six-point, null imposed, all draws",
    });
    expect(wildClusterBootstrapTest(sixTrusts, { weights: "Rademacher" })).toMatchObject({
      draws: 64,
      smallestPValue: 1 / 32,
      pValue: 1 / 32,
    });
  });

  it("a value tested that is the mean itself has p 1", () => {
    expect(wildClusterBootstrapTest([[1], [2], [3]], { nullValue: 2 })).toMatchObject({
      pValue: 1,
      statistic: 0,
    });
  });

  it("is unavailable without two different means, or with too many draws to go through", () => {
    const many = Array.from({ length: 9 }, (_, index) => [index, index + 2]);
    expect(wildClusterBootstrapTest([[1, 2]])).toMatchObject({ reason: "fewer than 2 clusters" });
    expect(wildClusterBootstrapTest([[1, 3], [2]])).toMatchObject({
      reason: "every cluster has the same mean",
    });
    expect(wildClusterBootstrapTest(many)).toMatchObject({
      reason: "more than 8 clusters, too many draws to go through",
    });
    expect(wildClusterBootstrapTest(many, { weights: "Rademacher" })).toMatchObject({ draws: 512 });
    expect(available(wildClusterBootstrapTest([[1], [], [2]]))?.leftOut).toEqual([
      { index: 1, reason: "no values" },
    ]);
  });
});
