import { costLimits } from "./cost-limits.js";
import type { StaffLine } from "./cost-line.js";
import type { Cohort, PartialReturn } from "./cost-return.js";
import { hoursOf, timesOf } from "./cost-size.js";
import type { RuleContext } from "./rule.js";

/**
 * What a line's hours come to in pounds, at the Trust's own rate or that of its pay point, with on-costs once; null when
 * there is no price. On-costs of an own rate without them are taken in the proportion of the pay point's, near enough to
 * compare with.
 */
export function pricedPounds(
  line: StaffLine,
  read: PartialReturn,
  cohort: Cohort,
  { hourlyRates, barePay }: Pick<RuleContext, "hourlyRates" | "barePay">,
): number | null {
  const hourly = hourlyRates.get(line.payPoint);
  const bare = barePay.get(line.payPoint);
  const hours = hoursOf(line, timesOf(read, cohort));
  if (line.ownRate === null) return hourly === undefined ? null : hours * hourly;
  const own = line.ownRate.pencePerHour / 100;
  if (line.ownRate.includesOnCosts) return hours * own;
  return hourly === undefined || bare === undefined ? null : (hours * own * hourly) / bare;
}

/** Whether two amounts in pounds are one, but for rounding. */
export function sameAmount(a: number, b: number): boolean {
  const apart = Math.abs(a - b);
  return apart <= costLimits.sameAmountPounds || apart <= costLimits.sameAmountShare * Math.max(a, b);
}

/** Whether the Trust's ledger says what the hours come to with on-costs twice over. */
export function onCostsAgain(
  line: StaffLine,
  read: PartialReturn,
  cohort: Cohort,
  prices: Pick<RuleContext, "hourlyRates" | "barePay">,
): boolean {
  const { statedPence, payPoint } = line;
  const hourly = prices.hourlyRates.get(payPoint);
  const bare = prices.barePay.get(payPoint);
  const priced = pricedPounds(line, read, cohort, prices);
  if (statedPence === null || priced === null || hourly === undefined || bare === undefined) return false;
  const stated = statedPence / 100;
  return !sameAmount(stated, priced) && sameAmount(stated, (priced * hourly) / bare);
}
