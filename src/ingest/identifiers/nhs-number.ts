import type { Detector } from "./detector.js";
import { digitsOf, standingAlone } from "./detector.js";

const tenDigits = /\d{3}[ \u00A0-]?\d{3}[ \u00A0-]?\d{4}/g;

/** NHS numbers of patients, which a doctor also has. */
export const nhsNumber: Detector = {
  id: "nhs-number",
  one: "NHS number",
  many: "NHS numbers",
  basis:
    "ten digits, together or as 3 3 4, whose last is the check digit by modulus 11 (NHS Data Dictionary, NHS number). Of " +
    "other ten-digit numbers one in eleven passes too; ten times the same digit does not count",
  headings: ["nhs number", "nhs no", "nhs no.", "nhsnumber", "patient number"],
  find: (text) =>
    standingAlone(text, tenDigits, (found, from) => {
      const longer = /[\d+][ -]?$/.test(text.slice(Math.max(0, from - 2), from));
      return !longer && hasCheckDigit(digitsOf(found));
    }),
};

/**
 * Whether ten digits end with the check digit of an NHS number.
 *
 * Source: NHS Data Dictionary, NHS number: weights 10 to 2, and 11 less the remainder by 11; 11 counts as 0, and 10 is no
 * number.
 *
 * @example hasCheckDigit("9434765919") // => true
 */
export function hasCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
