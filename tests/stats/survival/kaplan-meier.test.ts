import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, survivalAt } from "../../../src/stats/survival/kaplan-meier.js";
import type { FollowUp } from "../../../src/stats/survival/kaplan-meier.js";
import { numbersAtRisk } from "../../../src/stats/survival/numbers-at-risk.js";
import { survivalChecks } from "../../../src/verify/checks/survival.js";
import { available } from "../available.js";
import { testAgainstReference } from "../reference.js";

const curveOf = (followUps: readonly FollowUp[], level?: number) => available(kaplanMeier(followUps, level));
const followUp = fc.record({ time: fc.integer({ min: 0, max: 15 }), event: fc.boolean() });
const followUps = fc.array(followUp, { minLength: 1, maxLength: 30 });
const few = { numRuns: 100 };

testAgainstReference(survivalChecks, {
  "kaplan-meier": 1e-13,
  "survival-at": 1e-13,
  "numbers-at-risk": 0,
});

describe("kaplanMeier against theory", () => {
  it("without censoring the curve is the share still without the event", () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 25 });
    const isShare = (all: number[]) =>
      curveOf(all.map((time) => ({ time, event: true }))).steps.every(
        (step) =>
          Math.abs(step.survival - all.filter((time) => time > step.time).length / all.length) < 1e-12,
      );
    fc.assert(fc.property(times, isShare), few);
  });

  it("the curve never rises, its band holds it, and everybody is counted once", () => {
    const isSound = (all: { time: number; event: boolean }[]) => {
      const { steps, n } = curveOf(all);
      const counted = steps.reduce((total, step) => total + step.events + step.censored, 0);
      return (
        counted === n &&
        steps.every((step, index) => step.survival <= (steps[index - 1]?.survival ?? 1)) &&
        steps.every(({ low, survival, high }) => 0 <= low && low <= survival && survival <= high && high <= 1)
      );
    };
    fc.assert(fc.property(followUps, isSound), few);
  });

  it("the order of people does not matter", () => {
    const isSame = (all: { time: number; event: boolean }[]) =>
      JSON.stringify(curveOf([...all].reverse())) === JSON.stringify(curveOf(all));
    fc.assert(fc.property(followUps, isSame), few);
  });
});

describe("survivalAt", () => {
  const curve = curveOf([
    { time: 3, event: true },
    { time: 5, event: false },
    { time: 8, event: true },
    { time: 9, event: false },
  ]);

  it("is 1 before the first event and keeps each step until the next", () => {
    expect(survivalAt(curve, 0)).toMatchObject({ survival: 1, high: 1, atRisk: 4 });
    expect(survivalAt(curve, 3)).toMatchObject({ survival: 0.75, atRisk: 4 });
    expect(survivalAt(curve, 7.9)).toMatchObject({ survival: 0.75, atRisk: 2 });
    expect(survivalAt(curve, 9)).toMatchObject({ survival: 0.375, atRisk: 1 });
  });

  it("does not claim certainty before the first event: low is Wilson's n / (n + z²)", () => {
    const nobody = curveOf([
      { time: 6, event: false },
      { time: 9, event: false },
    ]);
    const low = (n: number) => n / (n + 1.959963984540054 ** 2);
    expect((survivalAt(curve, 1) as { low: number }).low).toBeCloseTo(low(4), 14);
    expect(nobody.steps.map((step) => step.low)).toEqual([
      expect.closeTo(low(2), 14),
      expect.closeTo(low(1), 14),
    ]);
    expect(nobody.median).toEqual({ estimate: "not reached", low: "not reached", high: "not reached" });
  });

  it("where the curve reaches 0, high stays where it was", () => {
    const all = curveOf([1, 2, 3].map((time) => ({ time, event: true })));
    expect(all.steps[2]).toMatchObject({ survival: 0, low: 0, high: all.steps[1]?.high });
  });

  it("is unavailable after the last person was censored", () => {
    expect(survivalAt(curve, 10)).toEqual({ kind: "unavailable", reason: "watching ended at 9, before 10" });
  });

  it("stays at 0 once everybody has had the event", () => {
    expect(survivalAt(curveOf([{ time: 2, event: true }]), 50)).toMatchObject({ survival: 0, atRisk: 0 });
  });

  it("nobody is data, a time that cannot be is a mistake refused by name", () => {
    expect(kaplanMeier([])).toEqual({ kind: "unavailable", reason: "nobody was watched" });
    expect(() => curveOf([{ time: -1, event: true }])).toThrow(
      "kaplanMeier: followUps[0].time: expected a finite number, 0 or more, got -1",
    );
    expect(() => survivalAt(curve, -1)).toThrow("survivalAt: time: expected 0 or more, got -1");
  });
});

describe("numbersAtRisk", () => {
  it("at every time people are at risk, or had the event, or were censored", () => {
    const addsUp = (all: FollowUp[], time: number) => {
      const [row] = numbersAtRisk(curveOf(all), [time]);
      const atThatTime = all.filter((one) => one.time === time).length;
      return row!.atRisk + row!.events + row!.censored === all.length + atThatTime;
    };
    fc.assert(fc.property(followUps, fc.integer({ min: 0, max: 16 }), addsUp), few);
  });

  it("agrees with the curve read at the same time", () => {
    const agrees = (all: FollowUp[], time: number) => {
      const at = survivalAt(curveOf(all), time);
      const [row] = numbersAtRisk(curveOf(all), [time]);
      return at.kind === "unavailable" ? row!.atRisk === 0 : row!.atRisk === at.atRisk;
    };
    fc.assert(fc.property(followUps, fc.integer({ min: 0, max: 16 }), agrees), few);
  });

  it("keeps the order of the times, and refuses one that cannot be", () => {
    const curve = curveOf([{ time: 2, event: true }]);
    expect(numbersAtRisk(curve, [5, 1]).map((row) => row.atRisk)).toEqual([0, 1]);
    expect(() => numbersAtRisk(curve, [1, NaN])).toThrow("numbersAtRisk: times[1]");
  });
});
