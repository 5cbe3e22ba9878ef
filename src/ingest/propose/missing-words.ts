import type { MissingReason } from "../../core/missing.js";
import { plainWords } from "../../study/wording.js";

/** Words by which forms let people say why they do not answer. */
const words: Readonly<Partial<Record<MissingReason, readonly string[]>>> = {
  "don't know": ["don't know", "do not know", "dont know", "dk", "unsure", "can't say", "cannot say"],
  "not applicable": ["not applicable", "n/a", "na", "n.a", "does not apply", "not relevant"],
  "prefer not to say": [
    "prefer not to say",
    "prefer not to answer",
    "i prefer not to say",
    "rather not say",
    "i'd rather not say",
    "refused",
    "decline to answer",
  ],
};
const notYet = ["not yet", "not so far", "not yet done"];

/**
 * What an answer says when it is none: a reason, or that something has not happened yet; null for an answer.
 *
 * @example missingWord("N/A") // => "not applicable"
 */
export function missingWord(answer: string): MissingReason | "not yet" | null {
  const plain = plainWords(answer);
  if (notYet.includes(plain)) return "not yet";
  for (const [reason, list] of Object.entries(words)) {
    if (list.includes(plain)) return reason as MissingReason;
  }
  return null;
}
