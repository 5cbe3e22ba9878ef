import { expect, it } from "vitest";
import { fisherFreemanHaltonTest } from "../../src/stats/tables/fisher-freeman-halton.js";

// Agresti (2002) Categorical Data Analysis, 2nd ed., table 2.8: job satisfaction of 96 black American men by income, General
// Social Survey 1991. The p-value is the one shown in R's help on fisher.test, where the table comes from.
it("job satisfaction by income: p is 0.7827", () => {
  const satisfaction = [
    [1, 3, 10, 6],
    [2, 3, 10, 7],
    [1, 6, 14, 12],
    [0, 1, 9, 11],
  ];
  const result = fisherFreemanHaltonTest(satisfaction);
  if (result.kind === "unavailable") throw new Error(result.reason);
  expect(result.n).toBe(96);
  expect(result.pValue).toBeCloseTo(0.7827, 4);
  expect(result.method).toContain("exact");
});
