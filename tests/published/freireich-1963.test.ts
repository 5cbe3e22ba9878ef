import { expect, it } from "vitest";
import { kaplanMeier } from "../../src/stats/survival/kaplan-meier.js";
import { numbersAtRisk } from "../../src/stats/survival/numbers-at-risk.js";
import { available } from "../stats/available.js";

// Kleinbaum & Klein (2012) Survival Analysis, 3rd ed., chapter 2: weeks in remission of the 6-MP patients of
// Freireich et al. (1963)
const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const curve = available(
  kaplanMeier([
    ...relapsed.map((time) => ({ time, event: true })),
    ...censored.map((time) => ({ time, event: false })),
  ]),
);

it("the 6-MP patients have the printed curve and a median of 23 weeks", () => {
  const printed = { 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482 };
  for (const [time, survival] of Object.entries(printed)) {
    expect(curve.steps.find((step) => step.time === Number(time))?.survival).toBeCloseTo(survival, 4);
  }
  expect(curve.median.estimate).toBe(23);
});

it("the 6-MP patients have the printed numbers at risk", () => {
  const times = [6, 7, 10, 13, 16, 22, 23];
  expect(numbersAtRisk(curve, times).map((row) => row.atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
});
