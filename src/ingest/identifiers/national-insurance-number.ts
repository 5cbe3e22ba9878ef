import type { Detector } from "./detector.js";
import { standingAlone, wordsBefore } from "./detector.js";

const shape =
  /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?:[ .-]?[A-D](?![\p{L}\p{N}]))?/giu;
const notGiven = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

/** National Insurance numbers. */
export const nationalInsuranceNumber: Detector = {
  id: "national-insurance-number",
  one: "National Insurance number",
  many: "National Insurance numbers",
  basis:
    "two letters, six digits and a letter from A to D, without the letters and prefixes that are not given (HMRC manual " +
    "NIM39110); without the last letter only where the words before say National Insurance or NI number, because two " +
    "letters and six digits are also a shape of link codes",
  headings: [
    "national insurance number",
    "national insurance",
    "ni number",
    "ni no",
    "nino",
    "national insurance no",
  ],
  find: (text, about) =>
    standingAlone(text, shape, (found, from) => {
      if (notGiven.includes(found.slice(0, 2).toUpperCase())) return false;
      const named = /\bnational insurance|\bNI(?:NO)?\b/i.test(wordsBefore(text, from, about));
      return named || /[A-D]$/i.test(found);
    }),
};
