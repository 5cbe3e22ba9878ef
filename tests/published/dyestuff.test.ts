import { expect, it } from "vitest";
import { intraclassCorrelation } from "../../src/stats/clusters/intraclass-correlation.js";

// Davies & Goldsmith (1972) Statistical Methods in Research and Production: yield of dyestuff, five preparations from
// each of six batches. Variance between batches 1764, within batches 2451.
const batches = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
];

it("the variances between and within batches, and the share between", () => {
  const found = intraclassCorrelation(batches);
  if (found.kind === "unavailable") throw new Error(found.reason);
  const between = (found.meanSquareBetween - found.meanSquareWithin) / found.n0;
  expect(found.meanSquareWithin).toBeCloseTo(2451.25, 6);
  expect(between).toBeCloseTo(1764.05, 6);
  expect(found.estimate).toBeCloseTo(1764.05 / (1764.05 + 2451.25), 12);
});
