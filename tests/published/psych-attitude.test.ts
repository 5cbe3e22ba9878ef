import { expect, it } from "vitest";
import { itemAnalysis } from "../../src/stats/reliability/item-analysis.js";

// Revelle, psych: the example of alpha(attitude), thirty departments rated on seven items (Chatterjee & Price 1977), as
// its help prints it: raw alpha 0.84, average r 0.43, Feldt 0.74 to 0.92.
const attitude = [
  [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82],
  [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82],
  [30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39],
  [39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59],
  [61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77, 64],
  [92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78],
  [45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39],
]; // prettier-ignore

it("psych::alpha(attitude): alpha, its interval, and each item", () => {
  const analysis = itemAnalysis(attitude);
  if (analysis.kind === "unavailable") throw new Error(analysis.reason);
  const rounded = (value: unknown) => Number((value as number).toFixed(2));
  const { alpha, meanInterItemCorrelation, standardisedAlpha, items } = analysis;
  expect([alpha.estimate, standardisedAlpha, meanInterItemCorrelation].map(rounded)).toEqual([
    0.84, 0.84, 0.43,
  ]);
  expect([alpha.low, alpha.high].map(rounded)).toEqual([0.74, 0.92]);
  expect(items.map((item) => rounded(item.alphaIfDeleted))).toEqual([0.81, 0.8, 0.83, 0.8, 0.8, 0.86, 0.84]);
  expect(items.map((item) => rounded(item.correctedItemTotalCorrelation))).toEqual(
    [0.67, 0.74, 0.56, 0.71, 0.79, 0.27, 0.46], // prettier-ignore
  );
});
