import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../src/stats/distributions/normal.js";
import { wilsonLimits, wilsonInterval } from "../../../src/stats/proportions/wilson.js";
import { proportionsChecks } from "../../../src/verify/checks/proportions.js";
import { available } from "../available.js";
import { relativeError, testAgainstReference } from "../reference.js";
import { count, few } from "./counts.js";

testAgainstReference(proportionsChecks, Object.fromEntries(proportionsChecks.map(({ id }) => [id, 2e-13])));

describe("wilsonInterval", () => {
  it("each limit is a proportion whose own standard error puts the observed one z away", () => {
    const isScore = ({ successes, n }: { successes: number; n: number }) => {
      const { estimate, low, high } = available(wilsonInterval(successes, n));
      const z = (limit: number) => Math.abs(estimate - limit) / Math.sqrt((limit * (1 - limit)) / n);
      return [low, high]
        .filter((limit) => limit > 0 && limit < 1)
        .every((limit) => relativeError(z(limit), normalQuantile(0.975)) < 1e-11);
    };
    fc.assert(fc.property(count, isScore), few);
  });

  it("failures have the mirror image of the interval of successes", () => {
    const mirrors = ({ successes, n }: { successes: number; n: number }) => {
      const one = available(wilsonInterval(successes, n));
      const other = available(wilsonInterval(n - successes, n));
      return Math.abs(one.low + other.high - 1) < 1e-14 && Math.abs(one.high + other.low - 1) < 1e-14;
    };
    fc.assert(fc.property(count, mirrors), few);
  });

  it("none and all have limits of exactly 0 and 1", () => {
    expect(wilsonInterval(0, 10)).toMatchObject({ kind: "proportion", estimate: 0, low: 0, level: 0.95 });
    expect(wilsonInterval(10, 10)).toMatchObject({ estimate: 1, high: 1 });
  });

  it("keeps the digits of a low limit near 0", () => {
    const { low } = wilsonLimits(1e-9, 1e9, 2);
    // (1 - theta)² = 4 theta, theta counted in billionths: 3 - √8
    expect(relativeError(low, (3 - Math.sqrt(8)) * 1e-9)).toBeLessThan(1e-8);
  });

  it("nobody is data, an impossible count is a mistake refused by name", () => {
    expect(wilsonInterval(0, 0)).toEqual({ kind: "unavailable", reason: "nobody was observed" });
    expect(() => wilsonInterval(3, 2)).toThrow(
      "wilsonInterval: successes: expected a whole number, 0 to 2, got 3",
    );
    expect(() => wilsonInterval(1, 2.5)).toThrow(
      "wilsonInterval: n: expected a whole number, 0 or more, got 2.5",
    );
    expect(() => wilsonInterval(1, 2, 1)).toThrow("wilsonInterval: level");
  });
});
