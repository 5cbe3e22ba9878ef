import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, survivalAt } from "../../../src/stats/survival/kaplan-meier.js";
import { readReference, relativeError } from "../reference.js";

interface Expected {
  readonly time: readonly number[];
  readonly event: readonly boolean[];
  readonly level: number;
  readonly steps: Readonly<Record<string, number | null | readonly (number | null)[]>>;
  readonly median: Readonly<Record<"estimate" | "low" | "high", number | null>>;
}
const reference = readReference<Readonly<Record<string, Expected>>>("survival");
const fields = ["time", "atRisk", "events", "censored", "survival", "low", "high"] as const;

function curveOf({ time, event, level }: Expected) {
  return kaplanMeier(
    time.map((each, index) => ({ time: each, event: event[index] as boolean })),
    level,
  );
}

const followUp = fc.record({ time: fc.integer({ min: 0, max: 15 }), event: fc.boolean() });
const followUps = fc.array(followUp, { minLength: 1, maxLength: 30 });
const few = { numRuns: 200 };

describe.each(Object.entries(reference))("kaplanMeier of the set %s", (_name, expected) => {
  const curve = curveOf(expected);

  it("agrees with R survfit to 1e-12 at every step", () => {
    for (const field of fields) {
      const column = [expected.steps[field] as number | null].flat() as readonly (number | null)[];
      expect(curve.steps).toHaveLength(column.length);
      column.forEach((value, index) => {
        const step = curve.steps[index];
        if (value === null) expect([0, 1]).toContain(step?.survival);
        else expect(relativeError(step?.[field] as number, value), `${field} ${index}`).toBeLessThan(1e-12);
      });
    }
  });

  it("agrees with R survfit on the median and its limits", () => {
    for (const field of ["estimate", "low", "high"] as const) {
      expect(curve.median[field]).toBe(expected.median[field] ?? "not reached");
    }
  });
});

describe("kaplanMeier against print and theory", () => {
  it("the 6-MP patients have the printed curve and a median of 23 weeks", () => {
    // Kleinbaum & Klein (2012) Survival Analysis, 3rd ed., chapter 2: data of Freireich et al. (1963)
    const curve = curveOf(reference.sixMp as Expected);
    const printed = { 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482 };
    for (const [time, survival] of Object.entries(printed)) {
      expect(curve.steps.find((step) => step.time === Number(time))?.survival).toBeCloseTo(survival, 4);
    }
    expect(curve.median.estimate).toBe(23);
  });

  it("without censoring the curve is the share still without the event", () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 25 });
    const isShare = (all: number[]) =>
      kaplanMeier(all.map((time) => ({ time, event: true }))).steps.every(
        (step) =>
          Math.abs(step.survival - all.filter((time) => time > step.time).length / all.length) < 1e-12,
      );
    fc.assert(fc.property(times, isShare), few);
  });

  it("the curve never rises, its band holds it, and everybody is counted once", () => {
    const isSound = (all: { time: number; event: boolean }[]) => {
      const { steps, n } = kaplanMeier(all);
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
      JSON.stringify(kaplanMeier([...all].reverse())) === JSON.stringify(kaplanMeier(all));
    fc.assert(fc.property(followUps, isSame), few);
  });
});

describe("survivalAt", () => {
  const curve = kaplanMeier([
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
    const nobody = kaplanMeier([
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
    const all = kaplanMeier([1, 2, 3].map((time) => ({ time, event: true })));
    expect(all.steps[2]).toMatchObject({ survival: 0, low: 0, high: all.steps[1]?.high });
  });

  it("is unavailable after the last person was censored", () => {
    expect(survivalAt(curve, 10)).toEqual({ kind: "unavailable", reason: "watching ended at 9, before 10" });
  });

  it("stays at 0 once everybody has had the event", () => {
    expect(survivalAt(kaplanMeier([{ time: 2, event: true }]), 50)).toMatchObject({ survival: 0, atRisk: 0 });
  });

  it("a time that cannot be is refused by name", () => {
    expect(() => kaplanMeier([])).toThrow("kaplanMeier: followUps: expected at least 1, got 0");
    expect(() => kaplanMeier([{ time: -1, event: true }])).toThrow(
      "kaplanMeier: followUps[0].time: expected a finite number, 0 or more, got -1",
    );
    expect(() => survivalAt(curve, -1)).toThrow("survivalAt: time: expected 0 or more, got -1");
  });
});
