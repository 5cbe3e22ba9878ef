import { readDay } from "../../core/day.js";
import type { CellValue } from "../../core/table.js";
import { cellText, isBlank } from "../grid.js";
import { dateOfBirth } from "./date-of-birth.js";
import type { Detector } from "./detector.js";
import { findIdentifiers } from "./find.js";
import { personName } from "./person-name.js";

/** Below this many values a column is judged cell by cell. */
const fewest = 3;
/** So many values are looked at; a column that holds identifiers shows it in the first ones. */
const sample = 400;

/**
 * The kind of identifier that most values of a column are, for columns that nobody asked for: half of them by a
 * detector's rule, or four in five by their look as full names or as days on which a working adult was born. Null when
 * the column is something else, or too short to tell.
 *
 * @param before year of birth of the youngest adult
 */
export function identifierOfContent(values: readonly CellValue[], before: number): Detector | null {
  const texts: string[] = [];
  for (const value of values) {
    if (!isBlank(value)) texts.push(cellText(value).trim());
    if (texts.length === sample) break;
  }
  if (texts.length < fewest) return null;
  const counts = new Map<Detector, number>();
  for (const text of texts) {
    for (const { detector, from, to } of findIdentifiers(text).slice(0, 1)) {
      if ((to - from) * 2 >= text.length) counts.set(detector, (counts.get(detector) ?? 0) + 1);
    }
  }
  for (const [detector, count] of counts) if (count * 2 >= texts.length) return detector;
  const most = (fits: (text: string) => boolean) => texts.filter(fits).length * 5 >= texts.length * 4;
  if (most((text) => isBirthday(text, before))) return dateOfBirth;
  const differ = new Set(texts).size * 10 >= texts.length * 7;
  return differ && most(looksLikeName) ? personName : null;
}

/**
 * Whether a cell looks like a person's full name: two to four words with a capital, without figures.
 *
 * @example looksLikeName("Amina Okafor-Bello") // => true
 */
export function looksLikeName(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}'’.-]{0,30}|van|von|de|del|al|el|bin|ibn)(?:,? (?:\p{Lu}[\p{L}'’.-]{0,30}|van|von|de|del|al|el|bin|ibn)){1,3}$/u.test(
    text,
  );
}

function isBirthday(text: string, before: number): boolean {
  const day = readDay(text, "dmy") ?? readDay(text, "mdy");
  if (day === null) return false;
  const year = 1970 + day / 365.2425;
  return year > 1930 && year < before;
}
