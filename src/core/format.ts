import type { Estimate, Interval, Result, Test } from "./result.js";

/** Excel number formats in use. */
export type NumberFormat = "0" | "0.0" | "0.00" | "0.000" | "0%" | "#,##0" | '"£"#,##0' | '"£"#,##0.00';

/**
 * A number with a fixed number of decimals and commas in thousands; the same on every machine.
 *
 * @example formatNumber(1234.5, 1) // => "1,234.5"
 */
export function formatNumber(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = text.split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(text) !== 0 ? "−" : "";
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}

/** Whether a result's unit is money. */
export function isMoney(unit: string): boolean {
  return unit.startsWith("GBP");
}

/**
 * A value in a unit as people read it: 45%, £1,250, 12 days left to the caption (days print as a number).
 *
 * @param precision released precision; decides how many decimals of points are shown
 * @example formatValue(0.45, "proportion") // => "45%"
 */
export function formatValue(value: number, unit: string, precision?: number): string {
  if (unit === "proportion") return `${formatNumber(value * 100)}%`;
  if (isMoney(unit)) return value < 0 ? `−£${formatNumber(-value)}` : `£${formatNumber(value)}`;
  if (unit === "coefficient 0-1") return formatNumber(value, 2);
  if (unit === "doctors") return formatNumber(value, 1);
  if (unit.startsWith("points"))
    return formatNumber(value, precision !== undefined && precision >= 1 ? 0 : 1);
  return formatNumber(value);
}

/** The Excel number format that prints a unit as `formatValue` does. */
export function numberFormat(unit: string, precision?: number): NumberFormat {
  if (unit === "proportion") return "0%";
  if (isMoney(unit)) return '"£"#,##0';
  if (unit === "coefficient 0-1") return "0.00";
  if (unit === "doctors") return "0.0";
  if (unit.startsWith("points")) return precision !== undefined && precision >= 1 ? "0" : "0.0";
  return "#,##0";
}

/** An estimate printed alone. */
export function formatEstimate(result: Estimate): string {
  return formatValue(result.estimate, result.unit, result.precision);
}

/**
 * A p-value as people read it, after the gate: three decimals, and "below 0.001" for what is smaller than is shown.
 *
 * @example formatP({ pValue: 0.0313 }) // => "0.031"
 */
export function formatP({ pValue, below }: Pick<Test, "pValue" | "below">): string {
  return `${below ? "below " : ""}${formatNumber(pValue, 3)}`;
}

/**
 * An interval in words: "41% to 68%"; negative limits keep their sign, so that no dash can be misread.
 */
export function formatInterval(interval: Interval, unit: string, precision?: number): string {
  return `${formatValue(interval.low, unit, precision)} to ${formatValue(interval.high, unit, precision)}`;
}

/** Shorthand for a result that has no number to show: held back, or not available. */
export function shorthand(result: Exclude<Result, Estimate>): "[c]" | "[x]" {
  return result.kind === "suppressed" ? "[c]" : "[x]";
}
