import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval, wilsonIntervalClustered } from "../../../src/stats/proportions/wilson.js";
import { readReference, relativeError } from "../reference.js";

interface Clustered {
  readonly successes: readonly number[];
  readonly n: readonly number[];
  readonly estimate: number;
  readonly designEffect: number;
  readonly effectiveN: number;
  readonly low: number;
  readonly high: number;
}
interface Expected {
  readonly wilson: Readonly<Record<"successes" | "n" | "low" | "high", readonly number[]>>;
  readonly clusters: readonly Clustered[];
}
const reference = readReference<Expected>("intervals");
const count = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const few = { numRuns: 200 };

describe("wilsonInterval", () => {
  it("wilsonInterval(successes, n) agrees with R prop.test to 1e-14", () => {
    const { successes, n, low, high } = reference.wilson;
    successes.forEach((each, index) => {
      const interval = wilsonInterval(each, n[index] as number);
      expect(Math.abs(interval.low - (low[index] as number))).toBeLessThan(1e-14);
      expect(Math.abs(interval.high - (high[index] as number))).toBeLessThan(1e-14);
    });
  });

  it.each([
    // Newcombe (1998) Stat Med 17:857-872, table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("wilsonInterval(%i, %i) gives Newcombe's printed limits", (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("failures have the mirror image of the interval of successes", () => {
    const mirrors = ({ successes, n }: { successes: number; n: number }) => {
      const [one, other] = [wilsonInterval(successes, n), wilsonInterval(n - successes, n)];
      return Math.abs(one.low + other.high - 1) < 1e-14 && Math.abs(one.high + other.low - 1) < 1e-14;
    };
    fc.assert(fc.property(count, mirrors), few);
  });

  it("none and all have limits of exactly 0 and 1", () => {
    expect(wilsonInterval(0, 10).low).toBe(0);
    expect(wilsonInterval(10, 10).high).toBe(1);
  });

  it("an impossible count is refused by name", () => {
    expect(() => wilsonInterval(0, 0)).toThrow("wilsonInterval: n: expected at least 1, got 0");
    expect(() => wilsonInterval(3, 2)).toThrow(
      "wilsonInterval: successes: expected a whole number, 0 to 2, got 3",
    );
    expect(() => wilsonInterval(1, 2.5)).toThrow("wilsonInterval: n: expected a whole number, got 2.5");
    expect(() => wilsonInterval(1, 2, 1)).toThrow("wilsonInterval: level");
  });
});

describe("wilsonIntervalClustered", () => {
  it("the variance agrees with R survey::svymean, and the limits solve the score equation, to 1e-12", () => {
    for (const expected of reference.clusters) {
      const clusters = expected.n.map((n, index) => ({ successes: expected.successes[index] as number, n }));
      const interval = wilsonIntervalClustered(clusters);
      for (const field of ["estimate", "designEffect", "effectiveN", "low", "high"] as const) {
        expect(relativeError(interval[field], expected[field])).toBeLessThan(1e-12);
      }
    }
  });

  it("the order of clusters does not matter, and the limits hold the estimate", () => {
    const holds = (clusters: { successes: number; n: number }[]) => {
      const [one, other] = [
        wilsonIntervalClustered(clusters),
        wilsonIntervalClustered([...clusters].reverse()),
      ];
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
      const clustered = wilsonIntervalClustered(clusters);
      const plain = wilsonInterval(clustered.successes, clustered.n);
      return clustered.low <= plain.low && clustered.high >= plain.high && clustered.designEffect >= 1;
    };
    fc.assert(fc.property(fc.array(count, { minLength: 1, maxLength: 8 }), isWider), few);
  });

  it("one cluster gives the plain interval and says so", () => {
    const { low, high } = wilsonInterval(9, 12);
    const interval = wilsonIntervalClustered([{ successes: 9, n: 12 }]);
    expect(interval).toMatchObject({ low, high, df: Infinity, designEffect: 1, clusters: 1 });
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

  it("nobody at all, and an impossible cluster, are refused by name", () => {
    expect(() => wilsonIntervalClustered([])).toThrow(
      "wilsonIntervalClustered: n: expected at least 1, got 0",
    );
    expect(() => wilsonIntervalClustered([{ successes: 4, n: 3 }])).toThrow(
      "wilsonIntervalClustered: clusters[0]: successes: expected a whole number, 0 to 3, got 4",
    );
  });
});
