import { invariant } from "../core/invariant.js";
import type { Duration, UsableAnswer } from "./dataset.js";

/**
 * Days to a milestone. "Not yet" counts up to the day of answering (censored) and needs both the start day and the day
 * of answering; where one is not known, or answering comes first, the answer was given but cannot be used, and is missing
 * for want of usable dates.
 *
 * @param start day the person started, since 1970-01-01
 * @param answered day the person answered, since 1970-01-01
 * @example durationOf({ kind: "not-yet" }, 20000, 20084) // => { kind: "duration", time: 84, reached: false }
 */
export function durationOf(answer: UsableAnswer, start: number | null, answered: number | null): Duration {
  if (answer.kind === "number") return { kind: "duration", time: Math.max(0, answer.value), reached: true };
  if (answer.kind === "missing") return answer;
  invariant(answer.kind === "not-yet", "a milestone is answered by a number of days, or not yet");
  if (start === null || answered === null || answered < start) {
    return { kind: "missing", reason: "no usable dates" };
  }
  return { kind: "duration", time: answered - start, reached: false };
}
