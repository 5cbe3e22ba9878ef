/** A number as it is told, without sign, pound or commas: `1234.5`. */
export interface Told {
  readonly written: string;
  readonly value: string;
  /** Whether it would tell something: with decimals, four or more digits, or pounds. */
  readonly isTelling: boolean;
}

const numbers = /£?\d+(?:,\d{3})*(?:\.\d+)?/g;
/** The number of a note of the workbook, which counts notes. */
const noteNumber = /\[note \d{1,3}\]/g;

/**
 * The numbers in some words, but those of notes.
 *
 * @example numbersIn("£1,250 of 12").map(({ value }) => value) // => ["1250", "12"]
 */
export function numbersIn(text: string): readonly Told[] {
  return [...text.replace(noteNumber, "").matchAll(numbers)].map(([written]) => {
    const value = String(Number(written.replace(/[£,]/g, "")));
    const isTelling = written.includes(".") || written.startsWith("£") || value.length >= 4;
    return { written, value, isTelling };
  });
}

/** The forms in which a number of results.json may be told: rounded to three decimals or fewer, and as a percentage. */
export function formsOf(number: number): readonly string[] {
  const size = Math.abs(number);
  const forms = [0, 1, 2, 3].map((decimals) => String(Number(size.toFixed(decimals))));
  const percent =
    size <= 10 ? [0, 1, 2].map((decimals) => String(Number((size * 100).toFixed(decimals)))) : [];
  return [String(size), ...forms, ...percent];
}

/**
 * Every number that a value tells, in any form: numbers themselves, and those that stand in words.
 *
 * @param words false for the numbers themselves alone
 */
export function knownNumbers(value: unknown, words = true): ReadonlySet<string> {
  const known = new Set<string>();
  const walk = (one: unknown): void => {
    if (typeof one === "number") for (const form of formsOf(one)) known.add(form);
    else if (typeof one === "string") {
      if (words) for (const told of numbersIn(one)) known.add(told.value);
    } else if (Array.isArray(one)) one.forEach(walk);
    else if (one !== null && typeof one === "object")
      for (const [key, field] of Object.entries(one)) {
        walk(key);
        walk(field);
      }
  };
  walk(value);
  return known;
}
