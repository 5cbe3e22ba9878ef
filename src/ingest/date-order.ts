import type { DateOrder } from "../core/day.js";
import { isSerial, needsOrder, readDay } from "../core/day.js";
import type { CellValue } from "../core/table.js";
import { cellText } from "./grid.js";

/** First and last day a column's dates are expected in, as day numbers, both included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** How a column writes its dates, and why; or why that cannot be told. */
export type OrderDecision =
  | { readonly kind: "decided"; readonly order: DateOrder; readonly reason: string }
  | { readonly kind: "undecided"; readonly reason: string };

/**
 * Decide for a column as a whole whether 05/04/2026 is 5 April or 4 May: as declared; else by a day above 12; else by
 * the only order that puts every date into the declared period. When both orders fit, or the column holds dates of both
 * orders, nothing is guessed. Values that are no dates are left out of the decision. A column of nothing but a
 * spreadsheet's count of days is read as that when it puts every date into the period.
 *
 * @example decideDateOrder(["25/04/2026", "05/04/2026"], null, null) // => { kind: "decided", order: "dmy", reason: "a first number is above 12" }
 */
export function decideDateOrder(
  values: readonly CellValue[],
  period: DaySpan | null,
  declared: DateOrder | null,
): OrderDecision {
  const serial = decideSerial(values, period);
  if (serial) return serial;
  if (declared) return { kind: "decided", order: declared, reason: "declared in study.yaml" };
  const texts = values.map((value) => cellText(value).trim()).filter(needsOrder);
  const readings = texts
    .map((text) => ({ dmy: readDay(text, "dmy"), mdy: readDay(text, "mdy") }))
    .filter((reading) => reading.dmy !== null || reading.mdy !== null);
  if (readings.length === 0)
    return { kind: "decided", order: "ymd", reason: "every date tells its own order" };
  const onlyDmy = readings.some((reading) => reading.mdy === null);
  const onlyMdy = readings.some((reading) => reading.dmy === null);
  if (onlyDmy && onlyMdy)
    return { kind: "undecided", reason: "some dates have the day first and some the month" };
  if (onlyDmy) return { kind: "decided", order: "dmy", reason: "a first number is above 12" };
  if (onlyMdy) return { kind: "decided", order: "mdy", reason: "a second number is above 12" };
  if (readings.every((reading) => reading.dmy === reading.mdy)) {
    return { kind: "decided", order: "dmy", reason: "day and month are equal in every date" };
  }
  const within = (day: number | null) =>
    day !== null && period !== null && day >= period.from && day <= period.to;
  const dmyFits = readings.every((reading) => within(reading.dmy));
  const mdyFits = readings.every((reading) => within(reading.mdy));
  if (dmyFits !== mdyFits) {
    return {
      kind: "decided",
      order: dmyFits ? "dmy" : "mdy",
      reason: "the only order that puts every date into the period",
    };
  }
  return {
    kind: "undecided",
    reason: dmyFits
      ? "both orders put every date into the period"
      : "neither order puts every date into the period",
  };
}

/** A file saved from a spreadsheet whose dates had lost their format: 46117 for 5 April 2026. */
function decideSerial(values: readonly CellValue[], period: DaySpan | null): OrderDecision | null {
  if (period === null) return null;
  let found = false;
  for (const value of values) {
    const text = cellText(value).trim();
    if (text === "") continue;
    const day = isSerial(text) ? readDay(text, "serial")! : null;
    if (day === null || day < period.from || day > period.to) return null;
    found = true;
  }
  if (!found) return null;
  return {
    kind: "decided",
    order: "serial",
    reason: "a spreadsheet's count of days, and all are in the period",
  };
}
