/** Print formats, by number, that show a number of seconds as a day, a time or both. */
const days = new Set([20, 23, 24, 38, 39]); // DATE ADATE JDATE EDATE SDATE
const moments = new Set([22, 41]); // DATETIME YMDHMS
const times = new Set([21, 25, 40]); // TIME DTIME MTIME
const month = 28; // MOYR
const quarter = 29; // QYR
const week = 30; // WKYR

const secondsInDay = 86_400;
/** Days from 14 October 1582, where SPSS starts to count, to 1 January 1970. */
const daysToEpoch = 141_428;
/** The last second of the year 9999, from where SPSS starts to count. */
const lastSecond = 265_621_680_000 - 1;

/**
 * Whether a print format shows its number as a day, a time or both.
 *
 * @example isTimeFormat(22) // => true
 */
export function isTimeFormat(type: number): boolean {
  return days.has(type) || moments.has(type) || times.has(type) || [month, quarter, week].includes(type);
}

/**
 * Seconds since 14 October 1582 as SPSS shows them, written as ISO text without a time zone, to the second: a day, a day
 * with its time (the day alone at midnight), hours beyond a day as `30:00:00`, `2026-04` for a month, `2026 Q2`,
 * `2026 W14`. Null when the number is no such time.
 *
 * @example writeSpssTime(13_994_763_720, 22) // => "2026-04-05T10:22:00"
 */
export function writeSpssTime(value: number, type: number): string | null {
  const seconds = Math.round(value);
  if (times.has(type)) {
    if (Math.abs(seconds) > lastSecond) return null;
    return `${seconds < 0 ? "-" : ""}${clock(Math.abs(seconds))}`;
  }
  if (seconds < 0 || seconds > lastSecond) return null;
  const [day, time] = [Math.floor(seconds / secondsInDay), seconds % secondsInDay];
  const iso = new Date((day - daysToEpoch) * secondsInDay * 1000).toISOString().slice(0, 10);
  if (moments.has(type)) return time === 0 ? iso : `${iso}T${clock(time)}`;
  if (type === month) return iso.slice(0, 7);
  if (type === quarter) return `${iso.slice(0, 4)} Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
  if (type === week) return `${iso.slice(0, 4)} W${weekOfYear(iso)}`;
  return iso;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** SPSS counts weeks of seven days from 1 January. */
function weekOfYear(iso: string): number {
  const start = Date.parse(`${iso.slice(0, 4)}-01-01`);
  return Math.floor((Date.parse(iso) - start) / 1000 / secondsInDay / 7) + 1;
}
