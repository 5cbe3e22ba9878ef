import type { Study } from "../../study/study.js";
import { dateOfBirth } from "./date-of-birth.js";
import type { Detector } from "./detector.js";
import { findIdentifiers, replaceFound } from "./find.js";
import { detectors } from "./index.js";
import { detectNames } from "./known-names.js";

/**
 * Replace identifiers of people in words that are shown.
 *
 * @param about heading of the column that the words are about
 */
export type Hide = (words: string, about?: string) => string;

/**
 * What hides identifiers in words about a study's data: every kind that is looked for, the names that stand in its
 * files' columns of names, and dates on which a working adult may be born, or read so from a year of two figures. What
 * stands in study.yaml, the codebook or a file's name is the study's own word and stays.
 *
 * @param files paths of the files in the study's folder
 * @param names words of names that stand in columns of names, in small letters
 */
export function hideIdentifiers(study: Study, files: readonly string[], names: ReadonlySet<string>): Hide {
  const own = [...textsOf(study), ...files].join("\n").toLowerCase();
  const known = detectNames(names);
  const among = [...detectors, birthdays(Number(study.period.from.slice(0, 4))), ...(known ? [known] : [])];
  const hidden = new Map<string, string>();
  return (words, about = "") => {
    const key = `${about}\n${words}`;
    const before = hidden.get(key);
    if (before !== undefined) return before;
    const found = findIdentifiers(words, about, among).filter(
      ({ from, to }) => !holdsWords(own, words.slice(from, to).toLowerCase()),
    );
    const shown = replaceFound(words, found);
    if (hidden.size < mostRemembered) hidden.set(key, shown);
    return shown;
  };
}

/** Findings of one kind say the same of many cells. */
const mostRemembered = 10_000;

/**
 * Whether a text may be the one that is shown with marks in place of identifiers.
 *
 * @example mayBeShownAs("Dr Smith, 2026", "[person's name removed], 2026") // => true
 */
export function mayBeShownAs(text: string, shown: string): boolean {
  const parts = shown.split(/\[[^\]]* removed\]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "su").test(text);
}

/** Working adults are at least so old. */
const youngest = 16;
/** Years after a study's start that a date in it may plausibly lie. */
const ahead = 5;

function birthdays(start: number): Detector {
  return {
    ...dateOfBirth,
    one: "date that may be of birth",
    find: (text) =>
      dateOfBirth.find(text, "born").filter(({ from, to }) => {
        const date = text.slice(from, to);
        const year = Number(/\d{4}/.exec(date)?.[0] ?? `20${date.slice(-2)}`);
        return year < start - youngest || year > start + ahead;
      }),
  };
}

/** Whether words stand in a text, not as part of longer ones. */
function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ""}${text[at + words.length] ?? ""}`)) return true;
  }
  return false;
}

/** Every text in plain data, however deep. */
function textsOf(data: unknown): readonly string[] {
  if (typeof data === "string") return [data.replace(/\s+/g, " ")];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(textsOf) : [];
}
