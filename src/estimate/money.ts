import { formatNumber } from "../core/format.js";
import type { Range } from "../costs/estimate/assumptions.js";

/**
 * Whole pence as pounds: £1,250.
 *
 * @example pounds(124950) // => "£1,250"
 */
export function pounds(pence: number): string {
  return printPounds(Math.round(pence / 100));
}

/**
 * Pence as pounds with three figures, as much as an estimate can carry: £208,000.
 *
 * @example aboutPounds(20807710) // => "£208,000"
 */
export function aboutPounds(pence: number): string {
  const value = pence / 100;
  if (Math.abs(value) < 100) return printPounds(Math.round(value));
  return printPounds(Number(value.toPrecision(3)));
}

/** "£101,000 to £320,000" from pence. */
export function aboutRange({ low, high }: Range): string {
  return low === high ? aboutPounds(low) : `${aboutPounds(low)} to ${aboutPounds(high)}`;
}

function printPounds(value: number): string {
  return value < 0 ? `−£${formatNumber(-value)}` : `£${formatNumber(value)}`;
}
