import type { Duration, UsableAnswer } from "./dataset.js";

/**
 * Days to a milestone. "Not yet" counts up to the day of answering (censored) and needs both the start day and the day
 * of answering; without them the answer cannot be used and is missing as blank.
 *
 * @param start day the person started, since 1970-01-01
 * @param answered day the person answered, since 1970-01-01
 * @example durationOf({ kind: "not-yet" }, 20000, 20084) // => { kind: "duration", time: 84, reached: false }
 */
export function durationOf(answer: UsableAnswer, start: number | null, answered: number | null): Duration {
  if (answer.kind === "number") return { kind: "duration", time: Math.max(0, answer.value), reached: true };
  if (answer.kind === "missing") return answer;
  if (answer.kind !== "not-yet" || start === null || answered === null || answered < start) {
    return { kind: "missing", reason: "blank" };
  }
  return { kind: "duration", time: answered - start, reached: false };
}
