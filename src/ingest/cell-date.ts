/** How a cell format shows a number: as it is, as a day or time, or as hours that may pass a day. */
export type NumberKind = "number" | "date" | "duration";

/** Formats that have a number of their own and show days or times. Source: ECMA-376 part 1, section 18.8.30. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const builtInDuration = 46;

/**
 * What a cell format does with a number, from the format's number and its code where it has one.
 *
 * @example kindOfFormat(164, "[h]:mm") // => "duration"
 */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === builtInDuration) return "duration";
    return builtIn.some(([first, last]) => id >= first && id <= last) ? "date" : "number";
  }
  if (/\[h+\]/i.test(code)) return "duration";
  if (/\[(?:m+|s+)\]/i.test(code)) return "date";
  const shown = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, "");
  return /[ymdhs]/i.test(shown) && !/^general$/i.test(shown) ? "date" : "number";
}

const dayMilliseconds = 86_400_000;
/** Days from the start of a workbook's calendar to 1970-01-01. */
const from1900 = 25_569;
const from1904 = 24_107;
/** The first day past the year 9999 in the calendar of 1900. */
const pastLastDay = 2_958_466;

/**
 * A number that a cell shows as a day or time, as text without a time zone; the number itself when there is no such day.
 *
 * @param calendar the year in which the workbook's days begin
 * @example printSerial(46117, "date", 1900) // => "2026-04-05"
 */
export function printSerial(serial: number, kind: NumberKind, calendar: 1900 | 1904): string | number {
  if (kind === "number" || !(serial >= 0 && serial < pastLastDay)) return serial;
  if (kind === "duration") return printDuration(Math.round(serial * 86_400));
  const days = serial - (calendar === 1900 ? from1900 : from1904);
  const seconds = Math.round((days * dayMilliseconds) / 1000);
  const [day, time] = new Date(seconds * 1000).toISOString().slice(0, 19).split("T") as [string, string];
  if (serial < 1) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}

/** Hours beyond a day, as `[h]:mm` shows them. */
function printDuration(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
