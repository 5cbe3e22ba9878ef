import type { z } from "zod";
import { readDay, writeDay } from "../core/day.js";
import { nearest } from "./nearest.js";
import { fixOfProfile, profileNames, whatIf } from "./schema-disclosure.js";
import { isRequired, settingsAt } from "./settings-at.js";
import { printPath } from "./yaml-path.js";

/** One setting that is missing or has a value that it cannot have. */
export interface WrongSetting {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
  /** What stands in the file; null for a name with nothing after its colon. */
  readonly value: unknown;
  /** What was expected and found, as the message prints it. */
  readonly expected: string;
  readonly found: string;
}

/** The word of a list that a value was probably meant to be; null when it is near to none, or the setting takes no such list. */
export function meantWord({ issue, value }: Pick<WrongSetting, "issue" | "value">): string | null {
  if (issue.code !== "invalid_value" || typeof value !== "string") return null;
  return nearest(value, issue.values.map(String));
}

/** What a person can do about a setting: as the schema says, by what was probably meant, or by what is there. */
export function mendSetting(wrong: WrongSetting): string {
  const { path, value, found } = wrong;
  const name = String(path.findLast((part) => typeof part === "string"));
  const meant = meantWord(wrong);
  if (meant !== null) return `write ${name}: ${meant}${name === "profile" ? `, or another: ${whatIf}` : ""}`;
  const own = fixOfSchema(wrong.issue) ?? fixOfSetting(wrong);
  if (own !== null) return own;
  if (value === null && !isRequired(path)) return "write a value after the colon, or remove the line";
  if (value === null) return `write a value after the colon of ${name}`;
  if (found === "nothing") return addSetting(path, name);
  const suggested =
    suggestDay(wrong) ??
    suggestYear(wrong) ??
    suggestNumber(wrong) ??
    suggestWord(wrong) ??
    suggestGroup(wrong);
  return suggested ?? "correct the value on this line";
}

function addSetting(path: readonly PropertyKey[], name: string): string {
  const group = path.slice(0, path.lastIndexOf(name));
  return typeof group.at(-1) === "number" ? `add ${name}: to ${printPath(group)}` : `add ${printPath(path)}`;
}

/** How to mend it, where the schema itself says so. */
function fixOfSchema(issue: z.core.$ZodIssue): string | null {
  const fix: unknown = issue.code === "custom" ? issue.params?.fix : null;
  return typeof fix === "string" ? fix : null;
}

/** How to mend settings that a person must choose by what they are for, or write in one form. */
function fixOfSetting({ path, value }: WrongSetting): string | null {
  const place = printPath(path);
  if (place === "disclosure.profile") return fixOfProfile;
  if (place === "disclosure" && [...profileNames, "own"].some((name) => name === value))
    return `write it on a line of its own below disclosure:, indented by two spaces: profile: ${String(value)}`;
  if (place === "disclosure" && Array.isArray(value)) return "remove the dash before profile";
  if (place === "disclosure") return fixOfProfile;
  if (place === "disclosure.promise") return fixOfPromise(value);
  if (/^disclosure\.trust_costs\[\d+\]$/.test(place)) {
    const trust = typeof value === "string" ? value : "A";
    return `write - { trust: ${trust}, by: who agreed in writing, on: 2026-10-12 }`;
  }
  return null;
}

/** The sentence with the number that was written, where its words leave no doubt which number is meant. */
function fixOfPromise(value: unknown): string {
  const meant = /^\s*([1-9]\d{0,3})\s*$|\b(?:under|below|(?:less|fewer) than) ([1-9]\d{0,3})(?![\d.,]*\d|%)/i;
  const [, alone, after] = meant.exec(String(value)) ?? [];
  const number = alone ?? after;
  return number === undefined
    ? "write promise: groups under 10 never shown, with the number that respondents were told; remove the line if they were told none"
    : `write promise: groups under ${number} never shown`;
}

/** A financial year by its first year: `2026` is more likely 2026/27 than anything else. */
function suggestYear({ expected, found }: WrongSetting): string | null {
  const [, first] = /^"?(\d{4})"?$/.exec(found) ?? [];
  if (first === undefined || !expected.startsWith("a financial year")) return null;
  return `write ${first}/${String((Number(first) + 1) % 100).padStart(2, "0")}`;
}

/** A day written another way, as it would be written here; the order of day and month is for the person to check. */
function suggestDay({ expected, found }: WrongSetting): string | null {
  if (!expected.startsWith("a day such as")) return null;
  const day = readDay(found.replaceAll('"', ""), "dmy");
  return day === null
    ? "write the day year-month-day, such as 2026-04-01"
    : `write it year-month-day; is it ${writeDay(day)}?`;
}

/** A number in quotation marks, in per cent or in words. */
function suggestNumber({ issue, value }: WrongSetting): string | null {
  if (issue.code === "too_small" && typeof value === "number" && issue.inclusive)
    return `write ${String(issue.minimum)} or more`;
  if (issue.code !== "invalid_type" || !["number", "int"].includes(issue.expected)) return null;
  if (typeof value === "number") return "write a whole number";
  if (typeof value !== "string") return null;
  if (/^-?\d+(\.\d+)?$/.test(value)) return `write ${value} without quotation marks`;
  const [, percent] = /^(\d+(?:\.\d+)?) ?%$/.exec(value) ?? [];
  if (percent !== undefined)
    return `write ${percent}% as a proportion: ${Number((Number(percent) / 100).toFixed(6))}`;
  return "write the number in digits";
}

/** Where a word is near to none of a list. */
function suggestWord({ issue }: WrongSetting): string | null {
  return issue.code === "invalid_value" ? `write one of ${issue.values.map(String).join(", ")}` : null;
}

/** Where one value stands in place of a group of settings: what may stand in it. */
function suggestGroup({ issue, path }: WrongSetting): string | null {
  const names = issue.code === "invalid_type" && issue.expected === "object" ? settingsAt(path) : [];
  if (names.length === 0) return null;
  const name = String(path.findLast((part) => typeof part === "string"));
  const which = names.length === 1 ? names[0]! : `any of ${names.join(", ")}`;
  return `write ${which} on lines below ${name}:, further in${isRequired(path) ? "" : "; or remove the line"}`;
}
