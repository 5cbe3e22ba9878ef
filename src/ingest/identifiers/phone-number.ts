import type { Detector } from "./detector.js";
import { standingAlone, wordsBefore } from "./detector.js";

const gap = "[ \\u00A0()./-]{0,3}";
const british = new RegExp(`(?:(?:\\+|00)44${gap}(?:0${gap})?|\\(?0)[1235789](?:${gap}\\d){8,9}`, "g");
const international = new RegExp(`(?:\\+|00)[1-9](?:${gap}\\d){6,13}`, "g");
const any = new RegExp(`\\d(?:${gap}\\d){6,14}`, "g");
const called =
  /\b(?:phone|telephone|tel|mobile|mob|whats ?app|(?:call|ring|text|contact) me|contact number)\b/i;
/** A day or a span of times or years, which also has ten digits or so. */
const dayFirst =
  /^\d{1,2}[-. /]\d{1,2}[-. /](?:19|20)?\d{2}(?!\d)|^(?:19|20)\d{2}[-. /]\d{1,2}[-. /]\d{1,2}|^\d{4}[ -]{1,3}\d{4}$/;

/** Telephone numbers, British and international. */
export const phoneNumber: Detector = {
  id: "phone-number",
  one: "telephone number",
  many: "telephone numbers",
  basis:
    "ten or eleven digits that start 01, 02, 03, 05, 07, 08 or 09 (Ofcom, National Telephone Numbering Plan), or 8 to 15 " +
    "after + or 00 (ITU-T E.164), with spaces, hyphens, dots or brackets between. Other numbers of 7 to 15 digits only " +
    "where the words before say phone, mobile, call me and the like. Days, times and amounts are left",
  headings: [
    "phone",
    "phone number",
    "telephone",
    "telephone number",
    "mobile",
    "mobile number",
    "mobile phone",
    "contact number",
    "tel",
    "tel no",
    "phone no",
    "whatsapp",
    "whatsapp number",
  ],
  find: (text, about) => [
    ...standingAlone(text, british, (found) => !dayFirst.test(found)),
    ...standingAlone(text, international),
    ...standingAlone(
      text,
      any,
      (found, from) => !dayFirst.test(found) && called.test(wordsBefore(text, from, about)),
    ),
  ],
};
