import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonIntervalClustered } from "../../../src/stats/proportions/clustered-wilson.js";
import { wilsonInterval } from "../../../src/stats/proportions/wilson.js";
import { available } from "../available.js";
import { count, few } from "./counts.js";

describe("wilsonIntervalClustered", () => {
  it("the order of clusters does not matter, and the limits hold the estimate", () => {
    const holds = (clusters: { successes: number; n: number }[]) => {
      const one = available(wilsonIntervalClustered(clusters));
      const other = available(wilsonIntervalClustered([...clusters].reverse()));
      return (
        Math.abs(one.low - other.low) < 1e-12 &&
        0 <= one.low &&
        one.low <= one.estimate &&
        one.estimate <= one.high &&
        one.high <= 1
      );
    };
    fc.assert(fc.property(fc.array(count, { minLength: 2, maxLength: 8 }), holds), few);
  });

  it("it is never narrower than the plain interval", () => {
    const isWider = (clusters: { successes: number; n: number }[]) => {
      const clustered = available(wilsonIntervalClustered(clusters));
      const plain = available(wilsonInterval(clustered.successes, clustered.n));
      return clustered.low <= plain.low && clustered.high >= plain.high && clustered.designEffect >= 1;
    };
    fc.assert(fc.property(fc.array(count, { minLength: 1, maxLength: 8 }), isWider), few);
  });

  it("one cluster gives the plain interval and says so", () => {
    const { low, high } = available(wilsonInterval(9, 12));
    const interval = available(wilsonIntervalClustered([{ successes: 9, n: 12 }]));
    expect(interval).toMatchObject({ low, high, df: null, designEffect: 1, clusters: 1 });
    expect(interval.method).toBe("Wilson score, one cluster");
  });

  it("a cluster with nobody in it is passed over and not counted", () => {
    const two = [
      { successes: 3, n: 10 },
      { successes: 8, n: 9 },
    ];
    expect(wilsonIntervalClustered([...two, { successes: 0, n: 0 }])).toEqual(wilsonIntervalClustered(two));
  });

  it("all and none keep the full sample and a t multiplier", () => {
    const interval = wilsonIntervalClustered([
      { successes: 5, n: 5 },
      { successes: 7, n: 7 },
    ]);
    expect(interval).toMatchObject({ estimate: 1, high: 1, designEffect: 1, effectiveN: 12, df: 1 });
  });

  it("nobody is data, an impossible cluster is a mistake refused by name", () => {
    const nobody = { kind: "unavailable", reason: "nobody was observed" };
    expect(wilsonIntervalClustered([])).toEqual(nobody);
    expect(wilsonIntervalClustered([{ successes: 0, n: 0 }])).toEqual(nobody);
    expect(() => wilsonIntervalClustered([{ successes: 4, n: 3 }])).toThrow(
      "wilsonIntervalClustered: clusters[0]: successes: expected a whole number, 0 to 3, got 4",
    );
  });
});
