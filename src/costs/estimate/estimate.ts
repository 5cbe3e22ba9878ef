import type { RateCard } from "../rate-card.js";
import { overLevels, type Level, type Range } from "./assumptions.js";
import { breakEvenOf, type BreakEven } from "./break-even.js";
import { rateCardOf } from "./card-of.js";
import { cautionsOf } from "./cautions.js";
import { curveOf, oneMoreOf, type CurvePoint, type OneMore } from "./curve.js";
import { driversOf, type Driver } from "./drivers.js";
import { gapsOf, type Gaps } from "./gaps.js";
import type { EstimateInputs } from "./inputs.js";
import { imgsOwnPence, leftOutOf, type NotCounted } from "./left-out.js";
import { linesFor } from "./lines.js";
import { partsOf, type Parts } from "./parts.js";
import type { EstimateData } from "./estimate-data.js";
import { priceItems, type PricedItem } from "./price-items.js";
import { scenariosOf, type Scenario } from "./scenarios.js";
import { perImg, totalsOf, type Totals } from "./totals.js";

/** What an induction costs a Trust, with all that the answer rests on. */
export interface TrustEstimate {
  readonly inputs: EstimateInputs;
  readonly card: RateCard;
  /** Items of the components provided, with their prices, counted or not. */
  readonly items: readonly PricedItem[];
  /** The year's cost with every assumption at its low, central or high value at once. */
  readonly totals: Readonly<Record<Level, Totals>>;
  /** The year's cost over the IMGs recruited, and over those who completed, GBP unrounded; null where their number is not known. */
  readonly perRecruited: Range | null;
  readonly perCompleted: Range | null;
  readonly parts: Parts;
  readonly curve: readonly CurvePoint[];
  readonly oneMore: OneMore;
  readonly scenarios: readonly Scenario[];
  readonly drivers: readonly Driver[];
  readonly gaps: Gaps | null;
  readonly breakEven: BreakEven | null;
  readonly leftOut: readonly NotCounted[];
  /** What IMGs pay themselves, in no total. Whole pence. */
  readonly imgsOwnPence: Range;
  /** What to know before using it. */
  readonly cautions: readonly string[];
}

/** Largest cohort that the curve is drawn for, unless the Trust's own is larger. */
export const curveSize = 60;

/**
 * Work out an estimate. Inputs must have passed `checkInputs`; one that has not is a bug and stops the work.
 * Money is whole pence where a name ends in Pence, and GBP unrounded otherwise. Rounding is told at `linesFor`.
 */
export function estimate(inputs: EstimateInputs, data: EstimateData): TrustEstimate {
  const items = priceItems(inputs, data);
  const card = rateCardOf(inputs, data);
  const totals = byLevel((level) =>
    totalsOf(
      linesFor(items, data.components, inputs, inputs.imgs, () => level),
      inputs.imgs,
    ),
  );
  const totalPence = overLevels((level) => totals[level].totalPence);
  const over = (imgs: number | null) => (imgs === null ? null : perImg(totalPence, imgs));
  return {
    inputs,
    card,
    items,
    totals,
    perRecruited: over(inputs.recruited),
    perCompleted: over(inputs.completed),
    parts: partsOf(
      byLevel((level) => totals[level].lines),
      data.components,
    ),
    curve: curveOf(inputs, data, items, Math.max(curveSize, inputs.imgs)),
    oneMore: oneMoreOf(inputs, data, items),
    scenarios: scenariosOf(inputs, data),
    drivers: driversOf(inputs, data, items),
    gaps: gapsOf(inputs, data),
    breakEven: breakEvenOf(inputs, totalPence),
    leftOut: leftOutOf(inputs, data),
    imgsOwnPence: imgsOwnPence(inputs, data),
    cautions: cautionsOf(inputs, data, items, card),
  };
}

function byLevel<T>(at: (level: Level) => T): Readonly<Record<Level, T>> {
  return { low: at("low"), central: at("central"), high: at("high") };
}
