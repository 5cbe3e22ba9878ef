import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brunnerMunzelFromCounts, brunnerMunzelTest } from "../../../src/stats/unpaired/brunner-munzel.js";
import type { BrunnerMunzel } from "../../../src/stats/unpaired/brunner-munzel.js";
import { cliffsDelta, cliffsDeltaFromCounts } from "../../../src/stats/unpaired/cliffs-delta.js";
import type { CliffsDelta } from "../../../src/stats/unpaired/cliffs-delta.js";
import {
  probabilityOfSuperiority,
  probabilityOfSuperiorityFromCounts,
} from "../../../src/stats/unpaired/probability-of-superiority.js";
import type { ProbabilityOfSuperiority } from "../../../src/stats/unpaired/probability-of-superiority.js";

const few = { numRuns: 100 };
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 });
const pair = fc.tuple(answers, answers);
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-10;
const counted = (values: number[]) => [1, 2, 3, 4, 5].map((c) => values.filter((one) => one === c).length);

const superiority = (a: number[], b: number[]) => probabilityOfSuperiority(a, b) as ProbabilityOfSuperiority;

describe("probabilityOfSuperiority", () => {
  it("turns round with the groups, and has a width whatever the values", () => {
    const turns = ([a, b]: readonly [number[], number[]]) => {
      const there = superiority(a, b);
      const back = superiority(b, a);
      return (
        near(there.estimate, 1 - back.estimate) &&
        near(there.low, 1 - back.high) &&
        near(there.high, 1 - back.low) &&
        there.low <= there.estimate &&
        there.estimate <= there.high &&
        there.high - there.low > 0.05 &&
        there.low >= 0 &&
        there.high <= 1
      );
    };
    fc.assert(fc.property(pair, turns), few);
  });

  it("a limit is where the score test is just at its level", () => {
    const atLevel = ([a, b]: readonly [number[], number[]]) => {
      const { estimate, low, high } = superiority(a, b);
      const others = (a.length + b.length) / 2 - 1;
      const score = (theta: number) => {
        const factor = 1 + others * ((1 - theta) / (2 - theta) + theta / (1 + theta));
        return Math.abs(estimate - theta) / Math.sqrt((theta * (1 - theta) * factor) / (a.length * b.length));
      };
      return (
        (estimate === 0 || Math.abs(score(low) - 1.959963984540054) < 1e-7) &&
        (estimate === 1 || Math.abs(score(high) - 1.959963984540054) < 1e-7)
      );
    };
    fc.assert(fc.property(pair, atLevel), few);
  });

  it("a higher level gives a wider interval", () => {
    const wider = ([a, b]: readonly [number[], number[]]) => {
      const limits = (level: number) => probabilityOfSuperiority(a, b, { level }) as ProbabilityOfSuperiority;
      return limits(0.99).low <= limits(0.8).low && limits(0.99).high >= limits(0.8).high;
    };
    fc.assert(fc.property(pair, wider), few);
  });

  it("from counts is the same as from the answers", () => {
    const same = ([a, b]: readonly [number[], number[]]) =>
      (["score", "logit"] as const).every(
        (interval) =>
          JSON.stringify(probabilityOfSuperiority(a, b, { interval })) ===
          JSON.stringify(probabilityOfSuperiorityFromCounts(counted(a), counted(b), { interval })),
      );
    fc.assert(fc.property(pair, same), few);
  });

  it("exists for one value a group; the logit interval says why it does not", () => {
    expect(superiority([2], [1])).toMatchObject({ estimate: 1, high: 1 });
    expect(superiority([2], [1]).low).toBeGreaterThan(0);
    expect(probabilityOfSuperiority([2], [1, 3], { interval: "logit" })).toMatchObject({
      kind: "unavailable",
    });
    expect(probabilityOfSuperiority([2, 3], [1, 1], { interval: "logit" })).toMatchObject({
      kind: "unavailable",
    });
    expect(probabilityOfSuperiority([], [1])).toMatchObject({ kind: "unavailable" });
    expect(() => probabilityOfSuperiority([1], [2], { level: 95 })).toThrow(
      "probabilityOfSuperiority: level",
    );
  });

  it("holds its width down to one pair in a million millions", () => {
    const close = probabilityOfSuperiorityFromCounts([0, 1e6], [999_999, 1]) as ProbabilityOfSuperiority;
    expect(close.estimate).toBe(1 - 5e-7);
    expect(close.low).toBeLessThan(close.estimate);
    expect(close.high).toBeGreaterThan(close.estimate);
    expect(close.high).toBeLessThan(1);
  });
});

describe("cliffsDelta", () => {
  it("is twice the probability of superiority less 1, and so is its score interval", () => {
    const twice = ([a, b]: readonly [number[], number[]]) => {
      const delta = cliffsDelta(a, b) as CliffsDelta;
      const share = superiority(a, b);
      return (
        near(delta.estimate, 2 * share.estimate - 1) &&
        near(delta.low, 2 * share.low - 1) &&
        near(delta.high, 2 * share.high - 1)
      );
    };
    fc.assert(fc.property(pair, twice), few);
  });

  it("its asymmetric interval turns round with the groups, and is the same from counts", () => {
    const turns = ([a, b]: readonly [number[], number[]]) => {
      const there = cliffsDelta(a, b, { interval: "asymmetric" });
      const back = cliffsDelta(b, a, { interval: "asymmetric" });
      const fromCounts = cliffsDeltaFromCounts(counted(a), counted(b), { interval: "asymmetric" });
      if (there.kind === "unavailable" || back.kind === "unavailable") return there.kind === back.kind;
      return (
        near(there.low, -back.high) &&
        near(there.high, -back.low) &&
        there.low >= -1 &&
        there.high <= 1 &&
        there.low < there.high &&
        JSON.stringify(fromCounts) === JSON.stringify(there)
      );
    };
    fc.assert(fc.property(pair, turns), few);
  });

  it("at complete separation the asymmetric interval is refused by name, the score interval stays", () => {
    expect(cliffsDelta([5, 6], [1, 2], { interval: "asymmetric" })).toEqual({
      kind: "unavailable",
      reason: "the groups do not overlap, so Cliff's interval has no width; use the score interval",
    });
    expect(cliffsDelta([5, 6], [1, 2])).toMatchObject({ estimate: 1, high: 1 });
    expect(cliffsDelta([1], [2])).toMatchObject({ estimate: -1, low: -1 });
  });

  it("all equal: a delta of 0 with an interval on both sides", () => {
    const { estimate, low, high } = cliffsDelta([3, 3, 3], [3, 3]) as CliffsDelta;
    expect(estimate).toBe(0);
    expect(low).toBeCloseTo(-high, 12);
    expect(high).toBeGreaterThan(0.5);
  });
});

describe("brunnerMunzelTest", () => {
  it("turns round with the groups, and is the same from counts", () => {
    const turns = ([a, b]: readonly [number[], number[]]) => {
      const there = brunnerMunzelTest(a, b);
      const back = brunnerMunzelTest(b, a);
      if (there.kind === "unavailable" || back.kind === "unavailable") return there.kind === back.kind;
      return (
        near(there.statistic, -back.statistic) &&
        near(there.df, back.df) &&
        near(there.pValue, back.pValue) &&
        JSON.stringify(brunnerMunzelFromCounts(counted(a), counted(b))) === JSON.stringify(there)
      );
    };
    fc.assert(fc.property(pair, turns), few);
  });

  it("its standard error is DeLong's: both give the same interval up to the scale it is taken on", () => {
    const { estimate, standardError } = brunnerMunzelTest([1, 3, 4, 5], [2, 2, 3, 6]) as BrunnerMunzel;
    const logit = probabilityOfSuperiority([1, 3, 4, 5], [2, 2, 3, 6], {
      interval: "logit",
    }) as ProbabilityOfSuperiority;
    const logOdds = (share: number) => Math.log(share / (1 - share));
    const half = (logOdds(logit.high) - logOdds(logit.low)) / 2;
    expect((half * estimate * (1 - estimate)) / 1.959963984540054).toBeCloseTo(standardError, 12);
  });

  it("at complete separation it says why not, and what to use", () => {
    expect(brunnerMunzelTest([5, 6, 7], [1, 2])).toEqual({
      kind: "unavailable",
      reason:
        "every value of one group is above every value of the other, which leaves no spread to judge by; " +
        "use the exact Mann-Whitney test and the score interval of the probability of superiority",
    });
    expect(brunnerMunzelTest([1], [1, 2])).toMatchObject({ kind: "unavailable" });
    expect(brunnerMunzelTest([2, 2], [2, 2])).toMatchObject({ kind: "unavailable" });
    expect(brunnerMunzelTest([], [])).toMatchObject({ kind: "unavailable" });
  });
});
