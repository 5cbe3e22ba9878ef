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
