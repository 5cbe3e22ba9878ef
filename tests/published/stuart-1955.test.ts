import { expect, it } from "vitest";
import { stuartMaxwellTest } from "../../src/stats/paired/stuart-maxwell.js";
import type { StuartMaxwellTest } from "../../src/stats/paired/stuart-maxwell.js";

// Stuart (1955) Biometrika 42:412-416: unaided distance vision of 7477 women in Royal Ordnance factories, right eye by left
// eye, in four grades; the statistic is 11.96 on 3 degrees of freedom.
it("the vision of women's two eyes is not spread alike: 11.96 on 3 degrees of freedom", () => {
  const test = stuartMaxwellTest([
    [1520, 266, 124, 66],
    [234, 1512, 432, 78],
    [117, 362, 1772, 205],
    [36, 82, 179, 492],
  ]) as StuartMaxwellTest;
  expect(test).toMatchObject({ df: 3, n: 7477, permutation: "Monte Carlo" });
  expect(test.statistic).toBeCloseTo(11.96, 2);
  expect(test.pValue).toBeCloseTo(0.0075, 4);
  expect(Math.abs(test.permutationPValue - test.pValue)).toBeLessThan(0.004);
});
