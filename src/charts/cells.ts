import { formatEstimate, formatNumber, formatValue, numberFormat, shorthand } from "../core/format.js";
import type { Estimate, Interval, Result } from "../core/result.js";
import { forEarlierRelease } from "../disclosure/primary.js";
import type { TableCell } from "./data-table.js";

/** A cell of words. */
export function textCell(text: string): TableCell {
  return { kind: "text", text };
}

/**
 * A released result as a cell. One that the gate left out, because it shows a coarser number in its place, is held
 * back like one that it suppressed.
 */
export function resultCell(result: Result | undefined): TableCell {
  return result?.kind === "estimate" ? numberCell(result, result.estimate) : withoutNumber(result);
}

/** People (or Trusts) behind a result, as a cell; "about" where the gate rounded them. */
export function countCell(result: Result | undefined): TableCell {
  if (result?.kind !== "estimate") return withoutNumber(result);
  const { n, nPrecision } = result;
  return {
    kind: "number",
    value: n,
    text: sayPeople(result),
    format: numberFormat("people"),
    result: result.id,
    ...(nPrecision === undefined || nPrecision === 1 ? {} : { peopleTo: nPrecision }),
  };
}

/**
 * How many people a result rests on, as printed: `about 35` where the gate rounded them.
 */
export function sayPeople({ n, nPrecision }: Estimate): string {
  return nPrecision === undefined ? formatNumber(n) : `about ${formatNumber(n)}`;
}

/** Lower and upper limit of a result's interval, as two cells. */
export function limitCells(
  result: Result | undefined,
  which: "interval" | "prediction" = "interval",
): readonly [TableCell, TableCell] {
  if (result?.kind !== "estimate") return [withoutNumber(result), withoutNumber(result)];
  const interval: Interval | null = result[which] ?? null;
  if (interval === null) {
    const reason = result.noInterval ?? "the method gives no interval";
    return [notAvailable(reason), notAvailable(reason)];
  }
  return [numberCell(result, interval.low), numberCell(result, interval.high)];
}

/**
 * A released result as people read it in a chart: `45%`, `[c]` held back, `[x]` not available.
 *
 * @example printResult(undefined) // => "[c]"
 */
export function printResult(result: Result | undefined): string {
  if (result?.kind === "estimate") return formatEstimate(result);
  return result === undefined ? "[c]" : shorthand(result);
}

function numberCell(result: Estimate, value: number): TableCell {
  const { unit, precision } = result;
  const text = formatValue(value, unit, precision);
  return {
    kind: "number",
    value,
    text,
    format: numberFormat(unit, precision),
    result: result.id,
    ...(unit === "people" && precision !== undefined && precision > 1 ? { peopleTo: precision } : {}),
  };
}

function withoutNumber(result: Exclude<Result, Estimate> | undefined): TableCell {
  if (result?.kind === "unavailable") return notAvailable(result.reason);
  return result?.reason === forEarlierRelease
    ? { kind: "suppressed", reason: result.reason }
    : { kind: "suppressed" };
}

/** A cell for which there can be no number. */
export function notApplicable(reason: string): TableCell {
  return { kind: "unavailable", shorthand: "z", reason };
}

function notAvailable(reason: string): TableCell {
  return { kind: "unavailable", shorthand: "x", reason };
}
