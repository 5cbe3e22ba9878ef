import { readDay } from "../../core/day.js";
import type { CellValue } from "../../core/table.js";
import { cellText } from "../../ingest/grid.js";
import { plainWords } from "../../study/wording.js";
import { readNumber, readPounds } from "../cost-amount.js";

/**
 * A cell of a cost return or a cohort table by what it says: a number, an amount or a day however it is written, else
 * its words. Equal texts say the same.
 *
 * @example comparableCell("£1,200.00") // => "1200"
 */
export function comparableCell(value: CellValue): string {
  if (value === null) return "";
  const number = readNumber(value);
  if (number !== null) return String(number);
  const pence = readPounds(value);
  if (pence !== null) return String(pence / 100);
  const day = typeof value === "string" ? readDay(value, "dmy") : null;
  return day === null ? plainWords(cellText(value)) : `day ${day}`;
}
