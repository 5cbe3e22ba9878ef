import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../src/stats/distributions/normal.js";
import { netScore } from "../../../src/stats/likert/net-score.js";
import { wilsonInterval } from "../../../src/stats/proportions/wilson.js";
import { available } from "../available.js";

const counts = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 7 })
  .filter((each) => each.some((count) => count > 0));
const few = { numRuns: 200 };
const z = normalQuantile(0.975);

function score(each: readonly number[], options = {}) {
  const result = netScore(each, options);
  if (result.kind === "unavailable") throw new Error(result.reason);
  return result;
}

describe("netScore", () => {
  it("the limits hold the estimate, stay from -1 to 1 and never meet", () => {
    const holds = (each: number[]) => {
      const { estimate, low, high } = score(each);
      return low >= -1 && low <= estimate && estimate <= high && high <= 1 && high - low > 0.01;
    };
    fc.assert(fc.property(counts, holds), few);
  });

  it("turning the scale round turns the interval round", () => {
    const turns = (each: number[]) => {
      const [plain, turned] = [score(each), score([...each].reverse())];
      expect([turned.estimate, turned.low, turned.high]).toEqual(
        [-plain.estimate, -plain.high, -plain.low].map((one) => expect.closeTo(one, 12) as number),
      );
    };
    fc.assert(fc.property(counts, turns), few);
  });

  it("without a middle it is Wilson's interval put on -1 to 1", () => {
    const isWilson = (top: number, bottom: number) => {
      const { low, high } = score([bottom, top], { boxes: 1 });
      const wilson = available(wilsonInterval(top, top + bottom));
      expect(low).toBeCloseTo(2 * wilson.low - 1, 12);
      expect(high).toBeCloseTo(2 * wilson.high - 1, 12);
    };
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(fc.property(count, fc.integer({ min: 1, max: 50 }), isWilson), few);
  });

  it("leaves out 0 exactly when McNemar's test of top against bottom rejects", () => {
    const agrees = (each: number[]) => {
      const { top, bottom, low, high } = score(each);
      const rejects = (top - bottom) ** 2 > z ** 2 * (top + bottom);
      return rejects === (low > 0 || high < 0);
    };
    fc.assert(fc.property(counts, agrees), few);
  });

  it("everyone in one place leaves width on the side where there is room", () => {
    expect(score([0, 0, 0, 0, 9])).toMatchObject({ estimate: 1, low: (9 - z * z) / (9 + z * z), high: 1 });
    expect(score([0, 9, 0, 0, 0])).toMatchObject({ estimate: -1, low: -1, high: (z * z - 9) / (9 + z * z) });
    const middle = (z * z) / (9 + z * z);
    expect(score([0, 0, 9, 0, 0])).toMatchObject({ estimate: 0, low: -middle, high: middle });
  });

  it("a million answers are as quick and as well placed as ten", () => {
    const { estimate, low, high } = score([123456, 234567, 141977, 300000, 200000]);
    const margin = z * Math.sqrt((0.858023 - estimate ** 2) / 1e6);
    expect(low / (estimate - margin)).toBeCloseTo(1, 4);
    expect(high / (estimate + margin)).toBeCloseTo(1, 4);
  });

  it("nobody's answers are unavailable; ends that overlap are refused by name", () => {
    expect(netScore([0, 0, 0, 0])).toEqual({ kind: "unavailable", reason: "nobody answered" });
    expect(() => netScore([1, 2, 3])).toThrow(
      "netScore: boxes: expected a whole number, 1 to half of the 3 categories, got 2",
    );
    expect(() => netScore([1, 2, 3, 4], { level: 1 })).toThrow(
      "netScore: level: expected more than 0 and less than 1, got 1",
    );
  });
});
