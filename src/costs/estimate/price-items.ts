import { invariant } from "../../core/invariant.js";
import type { RateCard } from "../rate-card.js";
import {
  exactly,
  imgTimeComponent,
  overLevels,
  shadowingComponent,
  type PlanningItem,
} from "./assumptions.js";
import { rateCardOf } from "./card-of.js";
import type { EstimateData } from "./estimate-data.js";
import type { EstimateInputs, Perspective } from "./inputs.js";

/** An assumption with the Trust's own figures in it and its price. */
export interface PricedItem extends PlanningItem {
  /** GBP an hour, unrounded; null for an item in pounds. */
  readonly hourly: number | null;
  /** Whether any of it is the Trust's own figure rather than the assumption's. */
  readonly own: boolean;
}

/**
 * The items that an estimate may count, each with its price: those of the components provided, those of the programme,
 * and IMGs' own time where shadowing is provided and its pay is counted.
 */
export function priceItems(inputs: EstimateInputs, data: EstimateData): readonly PricedItem[] {
  const card = rateCardOf(inputs, data);
  const paid = rateCardOf({ ...inputs, hours: "paid" }, data);
  return data.assumptions.items
    .filter((item) => isProvided(item, inputs))
    .map((item) => priceItem(item, inputs, item.paidHours ? paid : card));
}

/** Whether a perspective counts an item. What IMGs pay themselves is in none of them and is told apart. */
export function isCounted(item: Pick<PlanningItem, "extra" | "paidBy">, perspective: Perspective): boolean {
  if (perspective === "trust-cash") return item.extra && item.paidBy === "Trust";
  if (perspective === "trust-economic") return item.paidBy === "Trust";
  return item.paidBy !== "IMG";
}

function isProvided(item: PlanningItem, inputs: EstimateInputs): boolean {
  if (item.component !== imgTimeComponent) return inputs.components.includes(item.component);
  return inputs.countSupernumerary && inputs.components.includes(shadowingComponent);
}

function priceItem(item: PlanningItem, inputs: EstimateInputs, card: RateCard): PricedItem {
  const override = inputs.overrides[item.id] ?? {};
  const isImgTime = item.component === imgTimeComponent;
  const payPoint =
    item.payPoint === null
      ? null
      : (override.payPoint ?? (isImgTime ? inputs.shadowingPayPoint : null) ?? item.payPoint);
  const amount =
    override.amount !== undefined
      ? exactly(override.amount)
      : isImgTime && item.eachShadowingWeek
        ? overLevels((level) => (item.amount[level] / item.amount.high) * inputs.shadowingHoursAWeek)
        : item.amount;
  return {
    ...item,
    payPoint,
    amount,
    hourly: payPoint === null ? null : (override.poundsAnHour ?? hourlyOf(card, payPoint)),
    own: Object.keys(override).length > 0,
  };
}

function hourlyOf(card: RateCard, payPoint: string): number {
  const rate = card.rates[payPoint];
  invariant(rate, `estimate: no rate for ${payPoint} in ${card.year}`);
  return rate.hourly;
}
