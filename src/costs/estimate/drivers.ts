import type { EstimateInputs } from "./inputs.js";
import { linesFor } from "./lines.js";
import type { EstimateData } from "./estimate-data.js";
import { isCounted, type PricedItem } from "./price-items.js";
import { totalsOf } from "./totals.js";

/** How far one assumption moves the year's cost when all others stay at their central value. Whole pence. */
export interface Driver {
  readonly id: string;
  readonly label: string;
  /** Total with this assumption at its low and at its high value. */
  readonly lowPence: number;
  readonly highPence: number;
  readonly rangePence: number;
}

/** One-way sensitivity of every counted item with a range, the widest first. */
export function driversOf(
  inputs: EstimateInputs,
  data: EstimateData,
  items: readonly PricedItem[],
): readonly Driver[] {
  const total = (moved: PricedItem, level: "low" | "high") =>
    totalsOf(
      linesFor(items, data.components, inputs, inputs.imgs, (item) => (item === moved ? level : "central")),
      inputs.imgs,
    ).totalPence;
  return items
    .filter((item) => isCounted(item, inputs.perspective) && item.amount.low !== item.amount.high)
    .map((item): Driver => {
      const [lowPence, highPence] = [total(item, "low"), total(item, "high")];
      return { id: item.id, label: item.label, lowPence, highPence, rangePence: highPence - lowPence };
    })
    .sort((a, b) => b.rangePence - a.rangePence || (a.id < b.id ? -1 : 1));
}
