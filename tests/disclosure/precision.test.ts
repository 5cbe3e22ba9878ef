import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import { formatP } from "../../src/core/format.js";
import { isAllowedGrain } from "../../src/disclosure/grain.js";
import { pilot } from "../../src/disclosure/policy.js";
import { primaryReason, smallCount } from "../../src/disclosure/primary.js";
import { atReleasedPrecision } from "../../src/disclosure/precision.js";

const all = ["A", "B", "C"];

function change(more: Partial<Estimate> = {}, trusts: readonly string[] = all): Estimate {
  return {
    kind: "estimate",
    id: "change/settling/arrival-to-month3/pooled",
    label: "change",
    subject: { measure: "change", item: "settling", trusts, sensitivity: "opinion" },
    unit: "points 0-100",
    method: "m",
    reference: "r",
    estimate: 14.1234,
    interval: {
      low: 11.0321,
      high: 17.2222,
      level: 0.95,
      method: "modified Knapp-Hartung",
      kind: "confidence",
      coverage: { low: 0.94, high: 0.97, size: "6 Trusts", distributions: ["normal", "Likert"] },
    },
    n: 112,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    test: {
      statistic: 13.4567,
      df: 4,
      pValue: 0.000176,
      method: "t",
      adjusted: { pValue: 0.01236, method: "Holm", outcomes: 2 },
    },
    ...more,
  };
}

describe("a test, after the gate", () => {
  it("keeps three decimals of its p-values and one of its statistic", () => {
    const { test } = atReleasedPrecision(change(), pilot, all);
    expect(test).toMatchObject({
      statistic: 13.5,
      df: 4,
      pValue: 0.001,
      below: true,
      adjusted: { pValue: 0.012 },
    });
    expect(test!.adjusted).not.toHaveProperty("below");
  });

  it("tells a reworked change no finer than its estimate", () => {
    const subject = { ...change().subject, measure: "sensitivity" };
    const test = { statistic: 16.2654, df: 3.7312, pValue: 0.0009, method: "CR2" };
    const released = atReleasedPrecision(change({ subject, test }), pilot, all);
    expect(released.precision).toBe(1);
    expect(released.test).toMatchObject({ statistic: 16, df: 4 });
  });

  it("is printed as below what is shown, never as zero", () => {
    const { test } = atReleasedPrecision(change(), pilot, all);
    expect(formatP(test!)).toBe("below 0.001");
    expect(formatP(test!.adjusted!)).toBe("0.012");
  });

  it("is left out by Trust", () => {
    expect(atReleasedPrecision(change({}, ["A"]), pilot, all)).not.toHaveProperty("test");
  });
});

describe("simulated coverage, after the gate", () => {
  it("is gone: it was looked up by the exact number of people", () => {
    expect(atReleasedPrecision(change(), pilot, all).interval).not.toHaveProperty("coverage");
    expect(atReleasedPrecision(change({}, ["A"]), pilot, all).interval).not.toHaveProperty("coverage");
  });
});

describe("numbers that tell another number once more", () => {
  it.each(["sensitivity", "heterogeneity", "weighted"])(
    "%s is rounded as coarsely as a Trust's",
    (measure) => {
      const again = change({ subject: { ...change().subject, measure } });
      expect(atReleasedPrecision(again, pilot, all)).toMatchObject({
        estimate: 14,
        interval: { low: 11, high: 17 },
        precision: 1,
      });
    },
  );

  it("the least and the most favourable case of a score are rounded to 5 points", () => {
    const again = change({ subject: { ...change().subject, measure: "bounds" } });
    expect(atReleasedPrecision(again, pilot, all)).toMatchObject({ estimate: 15, precision: 5 });
  });

  it("a coefficient of few people is rounded to 0.05, of more to 0.01, by the number of people that is told", () => {
    const alpha = (n: number) => change({ unit: "coefficient 0-1", estimate: 0.823, interval: null, n });
    expect(atReleasedPrecision(alpha(47), pilot, all).estimate).toBe(0.8);
    expect(atReleasedPrecision(alpha(48), pilot, all).estimate).toBe(0.82);
  });

  it("leave-one-out is never shown", () => {
    const subject = { ...change().subject, measure: "leave-one-out" };
    expect(isAllowedGrain(change({ subject }), all, pilot)).toBe(false);
    expect(isAllowedGrain(change(), all, pilot)).toBe(true);
  });
});

it("missing answers are told over all Trusts by reasons of no fewer people than a share of what a Trust did", () => {
  const policy = { ...pilot, shares: { ...pilot.shares, service: pilot.shares.opinion } };
  const missing = { blank: 4, "don't know": 5, "not applicable": 13 } as const;
  expect(atReleasedPrecision(change({ missing }), policy, all).missing).toEqual({
    "don't know": 5,
    "not applicable": 15,
  });
  expect(atReleasedPrecision(change({ missing }), pilot, all).missing).toHaveProperty("blank", 5);
  expect(atReleasedPrecision(change({ missing }, ["A"]), policy, all).missing).toEqual({});
});

it("so is a count of people over the study held back, but not one of lines of a file", () => {
  const policy = { ...pilot, shares: { ...pilot.shares, service: pilot.shares.opinion } };
  const reason = (number: number, unit: string) =>
    primaryReason(
      change({
        subject: { measure: "quality", item: "missing", trusts: all, sensitivity: "service" },
        unit,
        estimate: number,
        settings: { people: 80 },
      }),
      { policy, allTrusts: all, partition: { groups: [all] }, consented: new Set(), hiddenCosts: [] },
    );
  expect([0, 1, 4, 5].map((number) => reason(number, "count"))).toEqual([null, smallCount, smallCount, null]);
  expect([1, 4].map((number) => reason(number, "lines"))).toEqual([null, null]);
});
