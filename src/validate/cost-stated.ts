import { costLimits } from "./cost-limits.js";
import type { StaffLine } from "./cost-line.js";
import type { PricesOf } from "./prices.js";
import type { Cohort, PartialReturn } from "./cost-return.js";
import { hoursOf, timesOf } from "./cost-size.js";

/** What a line's hours come to in pounds, for IMGs or not, priced as they will be; null without a price. */
export function pricedPounds(
  line: StaffLine,
  read: PartialReturn,
  cohort: Cohort,
  pricesOf: PricesOf,
): number | null {
  const hourly = pricesOf(read.period, read.highCost).hourOf(read.trust, line);
  return hourly === null ? null : hoursOf(line, timesOf(read, cohort)) * hourly;
}

/** Whether two amounts in pounds are one, but for rounding. */
export function sameAmount(a: number, b: number): boolean {
  const apart = Math.abs(a - b);
  return apart <= costLimits.sameAmountPounds || apart <= costLimits.sameAmountShare * Math.max(a, b);
}

/** Whether the Trust's ledger says what the hours come to with on-costs on top once more, as they are on the pay point. */
export function onCostsAgain(
  line: StaffLine,
  read: PartialReturn,
  cohort: Cohort,
  pricesOf: PricesOf,
): boolean {
  const { hourly: rates, barePay } = pricesOf(read.period, read.highCost);
  const hourly = rates.get(line.payPoint);
  const bare = barePay.get(line.payPoint);
  const priced = pricedPounds(line, read, cohort, pricesOf);
  if (line.statedPence === null || priced === null || hourly === undefined || bare === undefined)
    return false;
  const stated = line.statedPence / 100;
  return !sameAmount(stated, priced) && sameAmount(stated, (priced * hourly) / bare);
}
