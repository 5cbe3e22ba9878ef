import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import { evenLimits, stepOfMean } from "../../src/disclosure/mean-steps.js";
import { pilot } from "../../src/disclosure/policy.js";
import { groupDisclosure, nearEnd, primaryReason } from "../../src/disclosure/primary.js";
import { atReleasedPrecision } from "../../src/disclosure/precision.js";
import { plainMean } from "../../src/metrics/mean.js";

interface Case {
  readonly behind: Parameters<typeof stepOfMean>[0];
  readonly scoreStep: number;
  readonly stepOfMean: number | null;
}

/** tests/reference/mean-steps.py, by exact fractions. */
const { cases } = JSON.parse(readFileSync("tests/reference/mean-steps.json", "utf8")) as {
  cases: readonly Case[];
};

describe("stepOfMean(behind, scoreStep, atLeast)", () => {
  it("agrees with going through every sum in exact fractions", () => {
    expect(cases.length).toBeGreaterThan(200);
    for (const { behind, scoreStep, stepOfMean: step } of cases)
      expect([behind, scoreStep, stepOfMean(behind, scoreStep, 0.1)]).toEqual([behind, scoreStep, step]);
  });

  it("is never finer than the policy asks", () => {
    const behind = { people: 300, step: 5, minimum: 10, fewest: 2 };
    expect([stepOfMean(behind, 5, 0.1), stepOfMean(behind, 5, 1)]).toEqual([0.1, 1]);
  });
});

describe("evenLimits(shown, interval, step)", () => {
  it("lie as far on either side of the rounded mean, and hold the interval", () => {
    const interval = { low: 42.31, high: 59.87, level: 0.95, method: "t", kind: "confidence" as const };
    expect(evenLimits(51, interval, 1)).toMatchObject({ low: 41, high: 61 });
  });
});

const all = ["A", "B", "C"];

function score(more: Partial<Estimate> = {}): Estimate {
  return {
    kind: "estimate",
    id: "scale/s/arrival/trust-a",
    label: "score",
    subject: { measure: "scale", item: "s", trusts: ["A"], sensitivity: "opinion" },
    unit: "points 0-100",
    method: plainMean,
    reference: "r",
    estimate: 61.2,
    interval: { low: 52.3, high: 70.1, level: 0.95, method: "t", kind: "confidence" },
    n: 20,
    missing: {},
    settings: { scoreStep: 5, alike: 3 },
    source: { files: [], columns: [] },
    cautions: [],
    ...more,
  };
}
const reasonOf = (result: Estimate) =>
  primaryReason(result, {
    policy: pilot,
    allTrusts: all,
    partition: { groups: all.map((code) => [code]) },
    consented: new Set(),
    hiddenCosts: [],
  });

describe("a mean score", () => {
  it("goes when all, or all but one, have the same score", () => {
    expect(reasonOf(score({ settings: { scoreStep: 5, alike: 20 } }))).toBe(groupDisclosure);
    expect(reasonOf(score({ settings: { scoreStep: 5, alike: 19 } }))).toBe(groupDisclosure);
    expect(reasonOf(score({ settings: { scoreStep: 5, alike: 18 } }))).toBeNull();
  });

  it("goes when it lies so near to an end that only one person can be off it", () => {
    expect(reasonOf(score({ estimate: 100 - 5 / 20 }))).toBe(groupDisclosure);
    expect(reasonOf(score({ estimate: 5 / 20 }))).toBe(groupDisclosure);
    expect(reasonOf(score({ estimate: 100 - 10 / 20 }))).toBe(nearEnd);
    expect(reasonOf(score({ estimate: 100 - 45 / 20 }))).toBe(nearEnd);
    expect(reasonOf(score({ estimate: 100 - 50 / 20 }))).toBeNull();
  });

  it("is never rounded to an end that it has not reached", () => {
    expect(atReleasedPrecision(score({ estimate: 99.5 }), pilot, all).estimate).toBe(99);
  });

  it("of one item and few people is rounded to more than a whole point", () => {
    const released = atReleasedPrecision(score({ settings: { scoreStep: 25, alike: 3 } }), pilot, all);
    expect(released).toMatchObject({ estimate: 60, precision: 5, interval: { low: 45, high: 75 } });
  });
});
