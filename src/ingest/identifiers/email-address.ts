import type { Detector, Span } from "./detector.js";

const localCharacter = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
/** Ways of writing the sign that are meant to be read by people only. */
const sign = /@|\s?[([{]\s?at\s?[)\]}]\s?/giu;

/** E-mail addresses, also as name[at]domain. */
export const emailAddress: Detector = {
  id: "email-address",
  one: "e-mail address",
  many: "e-mail addresses",
  basis:
    "characters of RFC 5322 before the sign, and after it a domain with a dot and an ending of two letters or more. " +
    "A sign alone, or a name after it as in @name, is left",
  headings: [
    "email",
    "e-mail",
    "email address",
    "e-mail address",
    "email 1",
    "work email",
    "nhs email",
    "nhs email address",
    "recipient email",
    "respondent email",
    "recipientemail",
  ],
  find(text) {
    const places: Span[] = [];
    let last = 0;
    for (const match of text.matchAll(sign)) {
      const after = match.index + match[0].length;
      let from = match.index;
      while (from > last && localCharacter.test(text[from - 1]!)) from -= 1;
      let to = after;
      while (to < text.length && domainCharacter.test(text[to]!)) to += 1;
      last = after;
      while (to > after && /[.-]/.test(text[to - 1]!)) to -= 1;
      if (from === match.index || !/\.\p{L}{2,63}$/u.test(text.slice(Math.max(after, to - 70), to))) continue;
      places.push({ from, to });
      last = to;
    }
    return places;
  },
};
