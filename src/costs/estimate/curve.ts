import { overLevels, type Range } from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";
import { groupsOf } from "./lines.js";
import type { EstimateData } from "./estimate-data.js";
import type { PricedItem } from "./price-items.js";
import { isCounted } from "./price-items.js";
import { perImg, totalRange } from "./totals.js";

/** What a year would cost with another number of IMGs, everything else the same. */
export interface CurvePoint {
  readonly imgs: number;
  readonly totalPence: Range;
  /** GBP, unrounded. */
  readonly average: Range;
  /** What one more IMG would add, whole pence: C(n + 1) - C(n). */
  readonly marginalPence: Range;
}

/** What one more IMG would add, and why it may jump. */
export interface OneMore {
  readonly pence: Range;
  /** Items that need a further group for one more IMG. */
  readonly fuller: readonly string[];
}

/** Cost over cohort size, from 1 to `most` IMGs. */
export function curveOf(
  inputs: EstimateInputs,
  data: EstimateData,
  items: readonly PricedItem[],
  most: number,
): readonly CurvePoint[] {
  const totals = Array.from({ length: most + 1 }, (_, index) => totalRange(inputs, data, items, index + 1));
  return totals.slice(0, most).map((totalPence, index) => ({
    imgs: index + 1,
    totalPence,
    average: perImg(totalPence, index + 1),
    marginalPence: between(totalPence, totals[index + 1]!),
  }));
}

/** The marginal cost at the Trust's own number of IMGs, with the groups that are full. */
export function oneMoreOf(inputs: EstimateInputs, data: EstimateData, items: readonly PricedItem[]): OneMore {
  const { imgs, intakes, perspective } = inputs;
  const fuller = items.filter((item) => {
    if (item.basis === "each IMG" || !isCounted(item, perspective)) return false;
    const groups = (size: number) =>
      groupsOf(size, item.basis === "each intake" ? intakes : 1, item.groupSize);
    return groups(imgs + 1) > groups(imgs);
  });
  return {
    pence: between(totalRange(inputs, data, items, imgs), totalRange(inputs, data, items, imgs + 1)),
    fuller: fuller.map(({ label }) => label),
  };
}

function between(before: Range, after: Range): Range {
  return overLevels((level) => after[level] - before[level]);
}
