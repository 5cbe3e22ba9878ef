import type { Detector } from "./detector.js";
import { standingAlone, wordsBefore } from "./detector.js";

const sevenDigits = /\d{7}/g;
const council = /\bG\.?M\.?C\b|general medical council/i;

/** Reference numbers of the General Medical Council. */
export const gmcNumber: Detector = {
  id: "gmc-number",
  one: "GMC reference number",
  many: "GMC reference numbers",
  basis:
    "seven digits (the GMC's own description of its reference number; it has no check digit) where the heading or the " +
    "words right before or after say GMC. Any other seven digits are left: they may be a response number. A link code of " +
    "seven digits alone is taken for one",
  headings: [
    "gmc",
    "gmc number",
    "gmc no",
    "gmc reference number",
    "gmc reference",
    "gmc ref",
    "gmc ref no",
    "gmc registration number",
    "gmc id",
    "gmc uid",
    "registration number",
  ],
  find: (text, about) =>
    standingAlone(text, sevenDigits, (found, from) => {
      const after = text.slice(from + found.length, from + found.length + 12);
      return council.test(wordsBefore(text, from, about)) || council.test(after);
    }),
};
