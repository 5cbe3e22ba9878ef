import { dayNumber, writeDay } from "../core/day.js";
import { invariant } from "../core/invariant.js";

/** Days from one to another, both included, each year-month-day. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * First and last day of a financial year.
 *
 * @example daysOfYear("2026/27") // => { from: "2026-04-01", to: "2027-03-31" }
 */
export function daysOfYear(year: string): Days {
  const first = Number(year.slice(0, 4));
  return { from: `${first}-04-01`, to: `${first + 1}-03-31` };
}

/**
 * The financial year that a day is in.
 *
 * @example financialYearOf("2027-03-31") // => "2026/27"
 */
export function financialYearOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/**
 * Financial years that some days touch, in order.
 *
 * @example yearsTouched({ from: "2026-03-31", to: "2026-04-01" }) // => ["2025/26", "2026/27"]
 */
export function yearsTouched({ from, to }: Days): readonly string[] {
  const first = Number(financialYearOf(from).slice(0, 4));
  const last = Number(financialYearOf(to).slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    financialYearOf(`${first + index}-04-01`),
  );
}

/**
 * How many days there are from one to another, both included.
 *
 * @example countDays({ from: "2026-04-01", to: "2027-03-31" }) // => 365
 */
export function countDays({ from, to }: Days): number {
  return numberOf(to) - numberOf(from) + 1;
}

/**
 * The day so many days later.
 *
 * @example laterDay("2026-04-01", -1) // => "2026-03-31"
 */
export function laterDay(day: string, by: number): string {
  return writeDay(numberOf(day) + by);
}

function numberOf(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const number = dayNumber(year, month, date);
  invariant(number !== null, `no such day: ${day}`);
  return number;
}
