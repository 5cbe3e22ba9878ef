import type { Detector } from "./detector.js";
import { standingAlone, wordsBefore } from "./detector.js";

const shape =
  /(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKPS-UW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y]|GIR)[ \u00A0]?\d[ABD-HJLNP-UW-Z]{2}/gi;

/** The 124 postcode areas of the United Kingdom, the Channel Islands and the Isle of Man. */
const areas = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G " +
    "GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR " +
    "NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC " +
    "WD WF WN WR WS WV YO ZE"
  ).split(" "),
);

/** Whole postcodes of the United Kingdom. */
export const postcode: Detector = {
  id: "postcode",
  one: "postcode",
  many: "postcodes",
  basis:
    "the shape of a whole postcode (BS 7666) in one of the 124 areas, in capitals or after the word postcode. A year of " +
    "training such as ST3 4TH is left; so is the first half alone, which is a town, and any link code",
  headings: ["postcode", "post code", "postal code", "home postcode", "zip", "zip code", "zip/postal code"],
  find: (text, about) =>
    standingAlone(text, shape, (found, from) => {
      if (!areas.has(/^[A-Z]+/i.exec(found)![0].toUpperCase())) return false;
      if (/\bpost ?code|\baddress/i.test(wordsBefore(text, from, about))) return true;
      return found === found.toUpperCase() && !/(?:1ST|2ND|3RD|\dTH)$/.test(found);
    }),
};
