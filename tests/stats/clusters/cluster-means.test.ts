import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterMeans } from "../../../src/stats/clusters/cluster-means.js";
import { poolRandomEffects } from "../../../src/stats/pooling/random-effects.js";
import { clustersChecks } from "../../../src/verify/checks/clusters.js";
import { testAgainstReference } from "../reference.js";
import { available, clusters, few, sixTrusts } from "./clusters.js";

describe("few clusters", () => {
  testAgainstReference(clustersChecks, Object.fromEntries(clustersChecks.map(({ id }) => [id, 2e-12])));
});

describe("clusterMeans", () => {
  it("moving every cluster by its own constant leaves the pooled variance", () => {
    const isSame = (before: number[][]) => {
      const moved = before.map((values, index) => values.map((value) => value + 10 * index));
      const [one, other] = [clusterMeans(before), clusterMeans(moved)];
      if (one.kind === "unavailable" || other.kind === "unavailable") return one.kind === other.kind;
      return Math.abs(one.pooledVariance - other.pooledVariance) < 1e-9;
    };
    fc.assert(fc.property(clusters, isSame), few);
  });

  it("every cluster either enters or is left out by name, with either variance", () => {
    const isTold = (before: number[][]) =>
      (["pooled over clusters", "each cluster's own"] as const).every((variance) => {
        const means = available(clusterMeans([...before, []], variance));
        if (means === null) return true;
        const told = [...means.clusters, ...means.leftOut].map(({ index }) => index).sort((a, b) => a - b);
        return told.join() === [...before, []].map((_, index) => index).join();
      });
    fc.assert(fc.property(clusters, isTold), few);
  });

  it("a cluster of one value and one without spread enter with the pooled variance", () => {
    const means = available(clusterMeans([[1, 3], [5], [2, 2, 2]]));
    expect(means?.leftOut).toEqual([]);
    expect(means?.clusters.map(({ variance }) => variance)).toEqual([
      2 / 3 / 2,
      2 / 3,
      expect.closeTo(2 / 9, 12),
    ]);
  });

  it("with their own variances both are left out, and so is an empty cluster", () => {
    const means = clusterMeans([[1, 3], [5], [], [2, 2, 2], [4, 8]], "each cluster's own");
    expect(means).toMatchObject({
      clusters: [
        { index: 0, estimate: 2, variance: 1, n: 2 },
        { index: 4, estimate: 6, variance: 4, n: 2 },
      ],
      leftOut: [
        { index: 1, reason: "one value only" },
        { index: 2, reason: "no values" },
        { index: 3, reason: "values do not differ" },
      ],
      n: 4,
    });
  });

  it("values that only rounding parts have no variance of their own", () => {
    const means = clusterMeans(
      [
        [0.1 + 0.2, 0.3],
        [1, 2],
      ],
      "each cluster's own",
    );
    expect(means).toMatchObject({ leftOut: [{ index: 0, reason: "values do not differ" }], n: 2 });
  });

  it("the means and variances are ready for poolRandomEffects", () => {
    const means = available(clusterMeans([...sixTrusts, [1]]));
    const pooled = poolRandomEffects({
      estimates: means!.clusters.map(({ estimate }) => estimate),
      variances: means!.clusters.map(({ variance }) => variance),
    });
    expect(pooled).toMatchObject({ kind: "pooledEstimate", k: 7 });
  });

  it("means are unavailable when no cluster shows how values vary", () => {
    expect(clusterMeans([[1], [2]])).toEqual({
      kind: "unavailable",
      reason: "no cluster has more than one value, so the variance within is unknown",
    });
    expect(clusterMeans([[0.1, 0.1, 0.1], [0.3]])).toEqual({
      kind: "unavailable",
      reason: "values do not differ within any cluster",
    });
    expect(clusterMeans([[], []])).toEqual({ kind: "unavailable", reason: "no cluster has a value" });
  });

  it("a value that is not a number is refused by name", () => {
    expect(() => clusterMeans([[1, 2], [NaN]])).toThrow(
      "clusterMeans: clusters[1][0]: expected a finite number, got NaN",
    );
  });
});
