import fc from "fast-check";
import { expect, it } from "vitest";
import { clusterRobustDifference } from "../../../src/stats/clusters/cluster-robust-difference.js";
import { clusterRobustMean } from "../../../src/stats/clusters/cluster-robust-mean.js";
import { relativeError } from "../reference.js";
import { available, clusters, few, sixTrusts, stretched } from "./clusters.js";

const two = fc.tuple(clusters, clusters).map(([first, second]) => {
  const k = Math.min(first.length, second.length);
  return [first.slice(0, k), second.slice(0, k)] as const;
});

it("turning the groups round turns the sign, and a shift of both changes nothing", () => {
  const turns = ([first, second]: readonly [number[][], number[][]]) => {
    const [there, back] = [
      available(clusterRobustDifference(first, second)),
      available(clusterRobustDifference(stretched(second, 1, 9), stretched(first, 1, 9))),
    ];
    if (there === null || back === null) return there === back;
    return Math.abs(there.low + back.high) < 1e-8 && relativeError(there.df, back.df) < 1e-9;
  };
  fc.assert(fc.property(two, turns), few);
});

it("at a limit of the interval the p-value is 1 less the level", () => {
  const isDual = ([first, second]: readonly [number[][], number[][]]) => {
    const found = available(clusterRobustDifference(first, second, { level: 0.9 }));
    if (found === null) return true;
    const atLimit = available(clusterRobustDifference(first, second, { nullValue: found.low }));
    return Math.abs(atLimit!.pValue - 0.1) < 1e-7;
  };
  fc.assert(fc.property(two, isDual), few);
});

it("with as many people in each cluster both times, what a cluster adds to both means cancels", () => {
  const cancels = (first: number[][]) => {
    const second = first.map((values) => values.map((value, person) => value + person));
    const raised = (groups: readonly number[][]) =>
      groups.map((values, cluster) => values.map((value) => value + 10 * cluster));
    const [plain, moved] = [
      available(clusterRobustDifference(first, second)),
      available(clusterRobustDifference(raised(first), raised(second))),
    ];
    if (plain === null || moved === null) return true;
    return relativeError(moved.estimate, plain.estimate) < 1e-9;
  };
  fc.assert(fc.property(clusters, cancels), few);
});

it("clusters with people in one group only make it a comparison of two means apart", () => {
  const [first, second] = [
    [[1, 2], [4, 6], [], []],
    [[], [], [3, 5], [9, 8]],
  ];
  const found = available(clusterRobustDifference(first!, second!));
  const [one, other] = [clusterRobustMean(first!), clusterRobustMean(second!)].map(available);
  expect(found!.standardError).toBeCloseTo(Math.hypot(one!.standardError, other!.standardError), 12);
  expect(found).toMatchObject({ k: 4, firstN: 4, secondN: 4 });
});

it("needs people of each group in two clusters, and clusters that stand off", () => {
  expect(clusterRobustDifference([[1, 2], []], [[1], [2]])).toEqual({
    kind: "unavailable",
    reason: "a group has values in fewer than 2 clusters",
  });
  expect(clusterRobustDifference(sixTrusts, stretched(sixTrusts, 1, 2))).toEqual({
    kind: "unavailable",
    reason: "no cluster stands off from the means",
  });
});

it("other numbers of clusters are refused by name", () => {
  expect(() => clusterRobustDifference([[1], [2]], [[1]])).toThrow(
    "clusterRobustDifference: second: expected 2 clusters, as first, got 1",
  );
});
