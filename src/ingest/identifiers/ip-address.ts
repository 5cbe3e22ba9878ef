import type { Detector } from "./detector.js";
import { standingAlone } from "./detector.js";

const four = /\d{1,3}(?:\.\d{1,3}){3}/g;
const six = /[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:%[\da-z]{1,15})?/gi;

/** Internet addresses of version 4 and 6. */
export const ipAddress: Detector = {
  id: "ip-address",
  one: "IP address",
  many: "IP addresses",
  basis:
    "version 4: four numbers from 0 to 255 with dots (RFC 791), not part of a longer row of them and not after the word " +
    "version. Version 6: eight groups of hexadecimal digits, or fewer around :: (RFC 4291); times such as 10:30:00 are left",
  headings: ["ip", "ip address", "ipaddress", "ip addr"],
  find: (text) => [
    ...standingAlone(text, four, (found, from) => {
      const to = from + found.length;
      const part = /[.:]/.test(text[from - 1] ?? "") || /^\.\d/.test(text.slice(to, to + 2));
      const version = /\bv(?:ersion|er)?\.?\s*$/i.test(text.slice(Math.max(0, from - 12), from));
      return !part && !version && found.split(".").every((number) => Number(number) <= 255);
    }),
    ...standingAlone(text, six, (found, from) => {
      const longer = text[from - 1] === ":" || text[from + found.length] === ":";
      return !longer && isVersionSix(found.replace(/%.*$/, ""));
    }),
  ],
};

function isVersionSix(address: string): boolean {
  const halves = address.split("::");
  const groups = address.split(":").filter((group) => group !== "");
  if (halves.length > 2) return false;
  if (halves.length === 1) return groups.length === 8 && !/^:|:$/.test(address);
  return groups.length >= 2 && groups.length <= 7 && /\d/.test(address);
}
