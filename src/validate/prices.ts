import type { HighCost } from "./cost-cover-answers.js";
import type { StaffLine } from "./cost-line.js";

/** What the checks know of the prices of a cost return; they are made in costs/, above. */
export interface Prices {
  /** Pounds an hour by pay point. */
  readonly hourly: ReadonlyMap<string, number>;
  /** Pounds an hour of pay alone, with a high-cost supplement, by pay point. */
  readonly barePay: ReadonlyMap<string, number>;
  /** Pounds an hour that a Trust's line will be priced at, own rates and on-costs once; null when it has no price. */
  readonly hourOf: (trust: string, line: Pick<StaffLine, "payPoint" | "ownRate">) => number | null;
  /** Pay points that the price year has but this return cannot be priced by, and why. */
  readonly unpriced: ReadonlyMap<string, string>;
  /** Figures of the lowest confidence behind each pay point's price, by their name. */
  readonly weak: ReadonlyMap<string, readonly WeakFigure[]>;
  /** Pay points whose price holds overheads. */
  readonly withOverheads: ReadonlySet<string>;
}

/** A figure that was not read at any source: assumed, or worked out from a neighbouring year. */
export interface WeakFigure {
  /** As study.yaml signs it off. */
  readonly id: string;
  readonly label: string;
}

/** The prices of a return that covers some days, in a high-cost area or not; days null where the Cover does not say. */
export type PricesOf = (
  period: { readonly from: string; readonly to: string } | null,
  highCost: HighCost | null,
) => Prices;

/** Pounds an hour by pay point in years that are not the price year; null where they cannot be worked out. */
export type OtherYears = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/** What costs are compared with when they are checked. */
export interface ComparedWith {
  readonly pricesOf: PricesOf;
  readonly otherYears: OtherYears;
}

/** Prices where none are known. */
export const noPrices: PricesOf = () => ({
  hourly: new Map(),
  barePay: new Map(),
  hourOf: () => null,
  unpriced: new Map(),
  weak: new Map(),
  withOverheads: new Set(),
});
