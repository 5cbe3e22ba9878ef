import type { Detector, Span } from "./detector.js";
import { wordsBefore } from "./detector.js";

const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}";
const dates = new RegExp(
  [
    "\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:\\d{4}|\\d{2})",
    "\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}",
    `\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${month}[,.]?[ -](?:\\d{4}|\\d{2})`,
    `${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  ]
    .map((form) => `(?<![\\p{L}\\p{N}])${form}(?!\\p{N})`)
    .join("|"),
  "giu",
);
const birth = /\bborn\b|\bd\.?\s?o\.?\s?b\b|\bdate of birth\b|\bbirth ?(?:day|date)\b/i;

/** Dates of birth. */
export const dateOfBirth: Detector = {
  id: "date-of-birth",
  one: "date of birth",
  many: "dates of birth",
  basis:
    "a whole date, in figures or with the month's name, where the heading or the words right before say born, date of " +
    "birth, DOB or birthday. A year alone is left, and so is every other date",
  headings: ["date of birth", "dob", "d.o.b", "birth date", "birthdate", "birthday", "born", "born on"],
  find(text, about) {
    const places: Span[] = [];
    for (const match of text.matchAll(dates)) {
      if (!birth.test(wordsBefore(text, match.index, about))) continue;
      places.push({ from: match.index, to: match.index + match[0].length });
    }
    return places;
  },
};
