import fc from "fast-check";
import { expect, it } from "vitest";
import { clusterRobustMean } from "../../../src/stats/clusters/cluster-robust-mean.js";
import { tTestOfClusterMeans } from "../../../src/stats/clusters/t-test.js";
import { relativeError } from "../reference.js";
import { available, clusters, few, sixTrusts, stretched } from "./clusters.js";

const methods = { clusterRobustMean, tTestOfClusterMeans };

it("clusters of one size: CR2, CR1 and the t test of their means are one", () => {
  const equal = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 7,
  });
  const isOne = (groups: number[][]) => {
    const t = available(tTestOfClusterMeans(groups));
    const two = available(clusterRobustMean(groups));
    const one = available(clusterRobustMean(groups, { correction: "CR1" }));
    if (t === null || two === null || one === null) return t === two && t === one;
    return [two, one].every(
      ({ standardError, df, low }) =>
        relativeError(standardError, t.standardError) < 1e-10 &&
        relativeError(df, t.df) < 1e-10 &&
        Math.abs(low - t.low) < 1e-8,
    );
  };
  fc.assert(fc.property(equal, isOne), few);
});

it("Satterthwaite's degrees of freedom are at most clusters less 1, and fall when one cluster has most people", () => {
  const isBelow = (groups: number[][]) => {
    const mean = available(clusterRobustMean(groups));
    return mean === null || mean.df <= mean.k - 1 + 1e-9;
  };
  fc.assert(fc.property(clusters, isBelow), few);
  const lopsided = available(clusterRobustMean([Array.from({ length: 60 }, (_, i) => i % 4), [5], [4, 6]]));
  expect(lopsided!.df).toBeLessThan(1.1);
});

it.each(Object.entries(methods))("%s moves and stretches with its values", (_, method) => {
  const moves = (groups: number[][]) => {
    const [before, after] = [available(method(groups)), available(method(stretched(groups, 10, -7)))];
    if (before === null || after === null) return before === after;
    return (
      Math.abs(after.low - (10 * before.low - 7)) < 1e-7 * Math.max(1, Math.abs(after.low)) &&
      relativeError(after.standardError, 10 * before.standardError) < 1e-9
    );
  };
  fc.assert(fc.property(clusters, moves), few);
});

it.each(Object.entries(methods))(
  "%s: at a limit of the interval the p-value is 1 less the level",
  (_, method) => {
    const isDual = (groups: number[][]) => {
      const interval = available(method(groups, { level: 0.9 }));
      if (interval === null) return true;
      const atLimit = available(method(groups, { nullValue: interval.high }));
      return Math.abs(atLimit!.pValue - 0.1) < 1e-8;
    };
    fc.assert(fc.property(clusters, isDual), few);
  },
);

it.each(Object.entries(methods))("%s lists an empty cluster and works without it", (_, method) => {
  const [without, withEmpty] = [method(sixTrusts), method([...sixTrusts, []])];
  expect(withEmpty).toEqual({ ...without, leftOut: [{ index: 6, reason: "no values" }] });
});

it.each(Object.entries(methods))("%s needs two clusters whose means differ", (_, method) => {
  expect(method([[1, 2, 3]])).toEqual({ kind: "unavailable", reason: "fewer than 2 clusters" });
  expect(method([[1, 2, 3], []])).toEqual({ kind: "unavailable", reason: "fewer than 2 clusters" });
  expect(method([[0.1, 0.3], [0.2], [0.2]])).toEqual({
    kind: "unavailable",
    reason: "every cluster has the same mean",
  });
});

it.each(Object.entries(methods))("%s refuses what is not a number, by name", (name, method) => {
  expect(() => method([[1], [Infinity]])).toThrow(`${name}: clusters[1][0]: expected a finite number`);
  expect(() => method([[1], [2]], { nullValue: NaN })).toThrow(
    `${name}: nullValue: expected a finite number`,
  );
  expect(() => method([[1], [2]], { level: 0 })).toThrow(
    /level: expected more than 0 and less than 1, got 0/,
  );
});
