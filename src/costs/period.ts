import { countDays, type Days } from "./financial-year.js";

/**
 * Weeks in a period, both end days included.
 *
 * @example weeksOf({ from: "2026-04-01", to: "2026-04-14" }) // => 2
 */
export function weeksOf(period: Days): number {
  return countDays(period) / 7;
}

/**
 * Share of a year that a period covers, both end days included: its days over those of the twelve months from its first
 * day. Above 1 when it is longer than a year.
 *
 * @example shareOfYear({ from: "2027-04-01", to: "2028-03-31" }) // => 1
 */
export function shareOfYear({ from, to }: Days): number {
  const year = Number(from.slice(0, 4));
  const leap = (of: number) => (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;
  const leapDayAhead = from.slice(5) <= "02-29" ? leap(year) : leap(year + 1);
  return countDays({ from, to }) / (leapDayAhead ? 366 : 365);
}
