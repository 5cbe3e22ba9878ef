import { daysFrom } from "./cost-limits.js";
import type { HoursBasis, OtherLine, StaffLine, SupernumeraryLine } from "./cost-line.js";
import type { PricesOf } from "./prices.js";
import type { Cohort, PartialReturn } from "./cost-return.js";

/** How often an amount counts in the period of a return, by what it is for. */
export type Times = Readonly<Record<HoursBasis, number>>;

/** One line with what it comes to for IMGs, in pounds; a size for the checks, which the ledger of costs/ prices to the penny. */
export type SizedLine =
  | { readonly sort: "staff"; readonly line: StaffLine; readonly pounds: number }
  | { readonly sort: "other"; readonly line: OtherLine; readonly pounds: number }
  | { readonly sort: "IMG time"; readonly line: SupernumeraryLine; readonly pounds: number };

/** Weeks that a return covers; one when its Cover does not say. */
export function weeksCovered({ period }: Pick<PartialReturn, "period">): number {
  return period === null ? 1 : daysFrom(period.from, period.to) / 7;
}

export function timesOf(read: PartialReturn, cohort: Cohort): Times {
  return {
    "whole period": 1,
    "each IMG": cohort.inducted,
    "each cohort": cohort.intakes,
    "each week": weeksCovered(read),
  };
}

/** Hours of all people of a line in the whole period, for IMGs or not. */
export function hoursOf(line: StaffLine, times: Times): number {
  return line.people * line.hours * times[line.basis];
}

/**
 * Every line of a return with its size, at the rate of its pay point and for its share for IMGs. A Trust's own rate is left
 * out on purpose: sizes are told in findings, and one of a single person would tell the salary.
 *
 * @param pricesOf a pay point without a price counts as nothing
 */
export function sizedLines(read: PartialReturn, cohort: Cohort, pricesOf: PricesOf): readonly SizedLine[] {
  const times = timesOf(read, cohort);
  const { hourly } = pricesOf(read.period, read.highCost);
  const rate = (payPoint: string) => hourly.get(payPoint) ?? 0;
  return [
    ...read.staff.map((line): SizedLine => ({
      sort: "staff",
      line,
      pounds: hoursOf(line, times) * rate(line.payPoint) * line.share,
    })),
    ...read.other.map((line): SizedLine => ({
      sort: "other",
      line,
      pounds: (line.amountPence / 100) * times[line.basis] * line.share,
    })),
    ...read.supernumerary.map((line): SizedLine => ({
      sort: "IMG time",
      line,
      pounds: line.imgs * line.hoursEach * rate(line.payPoint),
    })),
  ];
}

/** Pounds of some lines together. */
export function poundsOf(lines: readonly Pick<SizedLine, "pounds">[]): number {
  return lines.reduce((sum, { pounds }) => sum + pounds, 0);
}
