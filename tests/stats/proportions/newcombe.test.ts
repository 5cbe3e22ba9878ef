import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeDifference } from "../../../src/stats/proportions/newcombe.js";
import { available } from "../available.js";
import { count, few } from "./counts.js";

describe("newcombeDifference", () => {
  it("the other way round is the mirror image, and so are failures", () => {
    const mirrors = (first: { successes: number; n: number }, second: { successes: number; n: number }) => {
      const failures = [first, second].map(({ successes, n }) => ({ successes: n - successes, n }));
      const one = available(newcombeDifference(first, second));
      const turned = available(newcombeDifference(second, first));
      const failed = available(newcombeDifference(failures[0]!, failures[1]!));
      return [turned, failed].every(
        (other) => Math.abs(one.low + other.high) < 1e-13 && Math.abs(one.high + other.low) < 1e-13,
      );
    };
    fc.assert(fc.property(count, count, mirrors), few);
  });

  it("stays within -1 and 1, has width, and holds the difference", () => {
    const isSound = (first: { successes: number; n: number }, second: { successes: number; n: number }) => {
      const { estimate, low, high } = available(newcombeDifference(first, second));
      return -1 <= low && low <= estimate && estimate <= high && high <= 1 && high - low > 0.01;
    };
    fc.assert(fc.property(count, count, isSound), few);
  });

  it("nobody in a group is data, an impossible count is a mistake refused by name", () => {
    const three = { successes: 1, n: 3 };
    expect(newcombeDifference({ successes: 0, n: 0 }, three)).toMatchObject({ kind: "unavailable" });
    expect(newcombeDifference(three, { successes: 0, n: 0 })).toMatchObject({ kind: "unavailable" });
    expect(() => newcombeDifference(three, { successes: 4, n: 3 })).toThrow(
      "newcombeDifference: second: successes",
    );
  });
});
