import { invariant } from "./invariant.js";

/** Why an answer is not there. Kept apart from the file to the report. */
export const missingReasons = [
  "not asked",
  "not received",
  "not applicable",
  "don't know",
  "prefer not to say",
  "blank",
  "unlinked",
  /** Not there yet when the person answered, before the time that counts. */
  "too early to tell",
  /** "Not yet", where the day of starting or of answering is not known, or answering comes first. */
  "no usable dates",
] as const;

export type MissingReason = (typeof missingReasons)[number];

/** How many were left out, by reason; reasons with none are absent. */
export type MissingCounts = Readonly<Partial<Record<MissingReason, number>>>;

/**
 * Count reasons.
 *
 * @example countMissing(["blank", "blank", "not asked"]) // => { "not asked": 1, blank: 2 }
 */
export function countMissing(reasons: readonly MissingReason[]): MissingCounts {
  const counts: Partial<Record<MissingReason, number>> = {};
  for (const reason of missingReasons) {
    const count = reasons.filter((r) => r === reason).length;
    if (count > 0) counts[reason] = count;
  }
  return counts;
}

/**
 * The one reason for a number that needs several answers: the commonest among those that are missing, because it explains
 * most of the gap. Of reasons equally common the one that comes first in `missingReasons`, so that what a person said
 * ("not applicable", "don't know", "prefer not to say") goes before a blank, of which nobody knows why.
 *
 * @param reasons one for each missing answer, at least one
 * @example commonestReason(["blank", "prefer not to say"]) // => "prefer not to say"
 */
export function commonestReason(reasons: readonly MissingReason[]): MissingReason {
  const counts = countMissing(reasons);
  const most = Math.max(...Object.values(counts));
  const commonest = missingReasons.find((reason) => counts[reason] === most);
  invariant(commonest, "a reason was asked for where no answer is missing");
  return commonest;
}
