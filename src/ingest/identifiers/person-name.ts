import type { Detector, Span } from "./detector.js";

const title = "(?:Dr|Drs|DR|Doctor|Mr|MR|Mrs|MRS|Ms|Miss|Mx|Prof|PROF|Professor|Sir|Dame|Sister)";
const word = "\\p{Lu}[\\p{L}'’-]{1,40}";
const initial = "\\p{Lu}\\.?";
const particle = "(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|binti|abu)";
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])${title}\\.?[ \\u00A0]((?:${initial}[ \\u00A0]?){0,3}(?:${particle}[ -]){0,2}${word}(?:[ \\u00A0]${word}|[ ]${particle}(?=[ ]\\p{Lu})){0,3})`,
  "gu",
);
const introduced = new RegExp(`[Mm]y name(?: is|['’]s) (${word}(?: ${word}){0,3})`, "gu");
/** Words that follow a title without being a name. */
const notNames = new Set(
  "Who Office Offices Induction Support Group Mess Forum In On Of For At And Or The Team Teams Ward Hospital Handover List Congo".split(
    " ",
  ),
);

/** Names of people, where a title or an introduction tells them. */
export const personName: Detector = {
  id: "person-name",
  one: "person's name",
  many: "people's names",
  basis:
    "words with a capital after Dr, Mr, Mrs, Ms, Miss, Prof and the like, or after my name is. In running text no rule " +
    "finds a name without such a word; a column most of whose values look like names is found as a whole, and the names " +
    "in a file's own columns of names are looked for in its other columns",
  headings: [
    "name",
    "your name",
    "full name",
    "fullname",
    "first name",
    "firstname",
    "given name",
    "given names",
    "forename",
    "forenames",
    "middle name",
    "last name",
    "lastname",
    "family name",
    "surname",
    "respondent name",
    "participant name",
    "name of doctor",
    "doctor name",
    "doctor's name",
    "employee name",
    "staff name",
    "recipient name",
    "recipientlastname",
    "recipientfirstname",
    "recipient last name",
    "recipient first name",
    "user name",
    "username",
    "signature",
  ],
  find(text) {
    const places: Span[] = [];
    for (const match of text.matchAll(titled)) {
      if (notNames.has(match[1]!.split(/[ .]/)[0]!)) continue;
      places.push({ from: match.index, to: match.index + match[0].length });
    }
    for (const match of text.matchAll(introduced)) {
      const to = match.index + match[0].length;
      places.push({ from: to - match[1]!.length, to });
    }
    return places;
  },
};
