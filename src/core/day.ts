/** In which order the day, the month and the year are written; `serial` for a spreadsheet's count of days. */
export type DateOrder = "dmy" | "mdy" | "ymd" | "serial";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Days since 1970-01-01 of a day of the Gregorian calendar; null when there is no such day.
 *
 * @example dayNumber(1970, 2, 1) // => 31
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return same ? time / 86_400_000 : null;
}

/**
 * A day number written year-month-day.
 *
 * @example writeDay(31) // => "1970-02-01"
 */
export function writeDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Read a day as people and programs write it; a time of day after it is allowed and ignored. Null when it cannot be
 * read. Days that start with a four-figure year or name the month need no order; of others the order decides, and
 * without one they are not read. A spreadsheet's count of days (46117 for 5 April 2026) is one only in the order
 * `serial`. Two-figure years are 2000 to 2069 and 1970 to 1999.
 *
 * @example readDay("05/04/2026", "dmy") // => 20548
 */
export function readDay(text: string, order: DateOrder | null): number | null {
  if (order === "serial" && isSerial(text)) return Math.floor(Number(text)) - serialOfUnixEpoch;
  const parts = splitDay(text);
  if (parts === null) return null;
  if (parts.kind === "plain") return dayNumber(parts.year, parts.month, parts.day);
  if (order === "dmy") return dayNumber(parts.year, parts.second, parts.first);
  if (order === "mdy") return dayNumber(parts.year, parts.first, parts.second);
  return null;
}

/** What a spreadsheet's calendar of 1900 counts 1970-01-01 as. */
const serialOfUnixEpoch = 25_569;

/**
 * Whether a text may be a day as a spreadsheet counts it, from 1954 to 2119, with or without a time of day.
 *
 * @example isSerial("46117.4319") // => true
 */
export function isSerial(text: string): boolean {
  return /^[2-7]\d{4}(?:\.\d+)?$/.test(text.trim());
}

/**
 * Whether a day is written so that its order matters: `05/04/2026`.
 *
 * @example needsOrder("5 April 2026") // => false
 */
export function needsOrder(text: string): boolean {
  return splitDay(text)?.kind === "figures";
}

/**
 * The time of day in a text, as seconds after midnight; null when there is none.
 *
 * @example readTime("4/5/26 1:02:03 pm") // => 46923
 */
export function readTime(text: string): number | null {
  const match = /(?:^|[\sT,])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?/i.exec(
    text,
  );
  if (!match) return null;
  const [, hours, minutes, seconds = "0", half] = match;
  const written = Number(hours);
  if (written > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const hour = half === undefined ? written : (written % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return hour * 3600 + Number(minutes) * 60 + Number(seconds);
}

type Parts =
  | { readonly kind: "plain"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: "figures"; readonly first: number; readonly second: number; readonly year: number };

const timeTail = "(?:(?:T|,?\\s+)\\d{1,2}[:.]\\d{2}.*)?";
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${timeTail}$`);
const figures = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${timeTail}$`);
const dayThenName = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-\\s/]+([a-z]{3,9})\\.?,?[-\\s/]+(\\d{4}|\\d{2})${timeTail}$`,
  "i",
);
const nameThenDay = new RegExp(
  `^([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${timeTail}$`,
  "i",
);

function splitDay(text: string): Parts | null {
  const trimmed = text.trim();
  const iso = yearFirst.exec(trimmed);
  if (iso) return { kind: "plain", year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const digits = figures.exec(trimmed);
  if (digits) {
    return {
      kind: "figures",
      first: Number(digits[1]),
      second: Number(digits[2]),
      year: fullYear(digits[3]!),
    };
  }
  const named = dayThenName.exec(trimmed);
  if (named) return inWords(named[2]!, named[1]!, named[3]!);
  const american = nameThenDay.exec(trimmed);
  if (american) return inWords(american[1]!, american[2]!, american[3]!);
  return null;
}

function inWords(name: string, day: string, year: string): Parts | null {
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : { kind: "plain", year: fullYear(year), month, day: Number(day) };
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
}
