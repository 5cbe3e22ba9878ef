import type { CellValue } from "../core/table.js";

/**
 * A number as a cell holds it, or as a person writes it with commas between thousands; null when it is neither.
 *
 * @example readNumber("1,955.4") // => 1955.4
 */
export function readNumber(value: CellValue): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

/**
 * Pounds as whole pence, half a penny rounded away from nought; null when it is no amount. Text may have a pound sign,
 * commas between thousands and two decimals, and nothing else: a letter O is not a nought.
 *
 * @example readPounds("£1,200.50") // => 120050
 */
export function readPounds(value: CellValue): number | null {
  if (typeof value === "number") {
    const pence = Math.round(Number((Math.abs(value) * 100).toPrecision(15)));
    return Number.isSafeInteger(pence) ? Math.sign(value) * pence : null;
  }
  if (typeof value !== "string") return null;
  const text = value.trim().replace(/^(-?)£\s*(-?)/, "$1$2");
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$/.test(text)) return null;
  return readPounds(Number(text.replaceAll(",", "")));
}

const hoursOf: readonly (readonly [pattern: RegExp, hours: number, words: string])[] = [
  [/^weeks?$/, 37.5, "at 37.5 hours"],
  [/^days?$/, 7.5, "at 7.5 hours"],
  [/^(hours?|hrs?|h)$/, 1, ""],
  [/^(minutes?|mins?|m)$/, 1 / 60, ""],
];

/** What to add to "write hours as a number": the number, when the text says weeks, days, minutes or a time. */
export function suggestHours(text: string): string {
  const time = /^(\d+):(\d{2}):00$/.exec(text);
  if (time) return `; ${text} is ${print(Number(time[1]) + Number(time[2]) / 60)}`;
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)\.?$/i.exec(text.trim());
  const unit = match && hoursOf.find(([pattern]) => pattern.test(match[2]!.toLowerCase()));
  if (!match || !unit) return "";
  const [, hours, words] = unit;
  return `; ${text.trim()} ${words === "" ? "is" : `${words} is`} ${print(Number(match[1]) * hours)}`;
}

/** How to mend an amount that is no number; letters that look like digits are named. */
export function suggestPounds(text: string): string {
  const digits = text.replace(/[oO]/g, "0").replace(/[lI]/g, "1");
  if (digits !== text && readPounds(digits) !== null)
    return `write nought and one as digits; did you mean ${digits.trim()}?`;
  return "write the amount as a number in pounds, without words";
}

function print(hours: number): string {
  return String(Number(hours.toFixed(2)));
}
