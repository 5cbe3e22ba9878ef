import fc from "fast-check";
import { expect, it } from "vitest";
import { clusterMeans } from "../../../src/stats/clusters/cluster-means.js";
import { poolRandomEffects } from "../../../src/stats/pooling/random-effects.js";
import { readReference, relativeError } from "../reference.js";

interface Expected {
  readonly clusters: readonly (readonly number[])[];
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
  readonly pooledVariance: number;
  readonly df: number;
}
const reference = readReference<{ readonly clusterMeans: Expected }>("intervals").clusterMeans;

function meansOf(clusters: readonly (readonly number[])[]) {
  const result = clusterMeans(clusters);
  if (result.kind === "unavailable") throw new Error(result.reason);
  return result;
}

it("clusterMeans(clusters) agrees with R lm on one factor to 1e-13, a cluster of one included", () => {
  const result = meansOf(reference.clusters);
  expect(relativeError(result.pooledVariance, reference.pooledVariance)).toBeLessThan(1e-13);
  expect(result.df).toBe(reference.df);
  result.clusters.forEach((cluster, index) => {
    expect(relativeError(cluster.estimate, reference.estimates[index] as number)).toBeLessThan(1e-13);
    expect(relativeError(cluster.variance, reference.variances[index] as number)).toBeLessThan(1e-13);
  });
});

it("moving every cluster by its own constant leaves the pooled variance", () => {
  const clusters = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  const isSame = (before: number[][]) => {
    const moved = before.map((values, index) => values.map((value) => value + 10 * index));
    const [one, other] = [clusterMeans(before), clusterMeans(moved)];
    if (one.kind === "unavailable" || other.kind === "unavailable") return one.kind === other.kind;
    return Math.abs(one.pooledVariance - other.pooledVariance) < 1e-9;
  };
  fc.assert(fc.property(clusters, isSame), { numRuns: 100 });
});

it("the means and variances are ready for poolRandomEffects", () => {
  const { clusters } = meansOf(reference.clusters);
  const pooled = poolRandomEffects({
    estimates: clusters.map(({ estimate }) => estimate),
    variances: clusters.map(({ variance }) => variance),
  });
  expect(pooled.k).toBe(7);
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
});

it("no clusters, or an empty one, is refused by name", () => {
  expect(() => clusterMeans([])).toThrow("clusterMeans: clusters: expected at least 1, got 0");
  expect(() => clusterMeans([[1, 2], []])).toThrow(
    "clusterMeans: clusters[1]: expected at least 1 value, got 0",
  );
});
