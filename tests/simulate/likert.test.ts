import { expect, it } from "vitest";
import { categoryOf, expectedScaleMean } from "../../src/simulate/likert.js";

it("cuts the latent line halfway between the scores of neighbouring categories", () => {
  expect([-30, 12.4, 12.6, 37.6, 62.4, 62.6, 87.6, 140].map(categoryOf)).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
});

// scipy 1.17.1: integrate.quad over the doctors' own scores (normal) of the sum over categories of
// score times the chance of the category, by differences of stats.norm.cdf at the cut points.
it.each([
  [{ mean: 50, deviation: 15, answer: 17, items: [0, 6, -4, 3, -2, -3] }, 49.99891987601573],
  [{ mean: 65, deviation: 18.6, answer: 17, items: [0, 6, -4, 3, -2, -3] }, 64.19804318993712],
  [{ mean: 90, deviation: 10, answer: 12, items: [5] }, 91.63959939386585],
])("the expected scale mean agrees with numeric integration in scipy", (model, expected) => {
  expect(expectedScaleMean(model)).toBeCloseTo(expected, 9);
});
