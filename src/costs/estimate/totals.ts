import { overLevels, type Range } from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";
import { linesFor, type EstimateLine } from "./lines.js";
import type { EstimateData } from "./estimate-data.js";
import { priceItems, type PricedItem } from "./price-items.js";

/** What a year costs at one level. Whole pence. */
export interface Totals {
  readonly lines: readonly EstimateLine[];
  /** Set-up costs in full. */
  readonly setUpWholePence: number;
  /** What set-up adds to the year: spread, or in full. */
  readonly setUpPence: number;
  readonly runningPence: number;
  /** Set-up of the year and running. */
  readonly totalPence: number;
  /** The total over the IMGs, GBP, unrounded. */
  readonly perImg: number;
}

/** The year's cost of an item list for a number of IMGs. */
export function totalsOf(lines: readonly EstimateLine[], imgs: number): Totals {
  const sum = (phase: EstimateLine["phase"], of: (line: EstimateLine) => number) =>
    lines.reduce((total, line) => total + (line.phase === phase ? of(line) : 0), 0);
  const setUpPence = sum("set-up", (line) => line.yearPence);
  const runningPence = sum("running", (line) => line.yearPence);
  const totalPence = setUpPence + runningPence;
  return {
    lines,
    setUpWholePence: sum("set-up", (line) => line.pence),
    setUpPence,
    runningPence,
    totalPence,
    perImg: totalPence / 100 / imgs,
  };
}

/** Total cost of a year in whole pence at each level, for any number of IMGs. */
export function totalRange(
  inputs: EstimateInputs,
  data: EstimateData,
  items: readonly PricedItem[] = priceItems(inputs, data),
  imgs: number = inputs.imgs,
): Range {
  return overLevels(
    (level) =>
      totalsOf(
        linesFor(items, data.components, inputs, imgs, () => level),
        imgs,
      ).totalPence,
  );
}

/** Pence at each level, as GBP for each of some IMGs, unrounded. */
export function perImg(pence: Range, imgs: number): Range {
  return overLevels((level) => pence[level] / 100 / imgs);
}
