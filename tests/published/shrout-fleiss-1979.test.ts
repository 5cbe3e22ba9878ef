import { expect, it } from "vitest";
import { intraclassCorrelation } from "../../src/stats/clusters/intraclass-correlation.js";

// Shrout & Fleiss (1979) Psychol Bull 86:420-428, tables 2 to 4: four judges rate six targets; ICC(1, 1) is 0.17.
const targets = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

it("the mean squares, their ratio and ICC(1, 1) are the ones printed", () => {
  const found = intraclassCorrelation(targets);
  if (found.kind === "unavailable") throw new Error(found.reason);
  expect(found.meanSquareBetween).toBeCloseTo(11.24, 2);
  expect(found.meanSquareWithin).toBeCloseTo(6.26, 2);
  expect(found.statistic).toBeCloseTo(1.79, 2);
  expect(found.estimate).toBeCloseTo(0.17, 2);
});
