import type { MissingReason } from "../core/missing.js";
import { missingReasons } from "../core/missing.js";
import type { Variable } from "../study/variable.js";
import { plainWords } from "../study/wording.js";

/**
 * One answer of a question that an export spreads over several columns, as a heading names it: by its words, by its
 * number, or by the letter of its place in the list.
 */
export type Option =
  | { readonly kind: "answer"; readonly code: number; readonly by: "words" | "number" }
  /** Null where the letter is beyond the codebook's list. */
  | { readonly kind: "letter"; readonly place: number; readonly code: number | null }
  | { readonly kind: "missing"; readonly reason: MissingReason };

/** A question of the codebook with the headings it is known by. */
export interface Keyed {
  readonly variable: Variable;
  /** Comparable headings, the surest first. */
  readonly keys: readonly string[];
}

/**
 * The question and the answer that a heading names together: ` - Buddy`, `[Buddy]`, `_2`, `___2`, ` (choice=Buddy)`,
 * ` - Selected Choice - Buddy`, and `_b` for a question with one answer.
 */
export function findOption(
  keyed: readonly Keyed[],
  names: readonly string[],
): { readonly variable: Variable; readonly option: Option; readonly length: number } | null {
  for (const { variable, keys } of keyed) {
    if (variable.type !== "multiple" && variable.type !== "single") continue;
    for (const name of names) {
      for (const key of keys) {
        if (!name.startsWith(key)) continue;
        const option = readOption(variable, name.slice(key.length));
        if (option) return { variable, option, length: name.length };
      }
    }
  }
  return null;
}

function readOption(variable: Variable, rest: string): Option | null {
  const inner = /^(?:\s*(?:_{1,3}|[-:./|>])\s*|\s*[[(]\s*|\s+)(.+)$/.exec(rest)?.[1];
  if (inner === undefined) return null;
  const words = plainWords(inner.replace(/^selected choice\s*-\s*/, "").replace(/^choice=/, ""));
  const open = plainWords(words.replace(/[\])]$/, "")).replace(/^(['"])(.*)\1$/, "$2");
  for (const candidate of [words, open]) {
    const category = variable.categories.find((each) => plainWords(each.label) === candidate);
    if (category) return { kind: "answer", code: category.code, by: "words" };
    const numbered = variable.categories.find((each) => String(each.code) === candidate);
    if (numbered) return { kind: "answer", code: numbered.code, by: "number" };
    const reason = missingReasons.find((each) =>
      variable.missing[each]?.some((word) => plainWords(word) === candidate),
    );
    if (reason) return { kind: "missing", reason };
  }
  return variable.type === "single" && /^[a-z]$/.test(words) ? letterOption(variable, words) : null;
}

/** `a` is the first answer of the list. */
export function letterOption(variable: Variable, letter: string): Option {
  const place = letter.toLowerCase().charCodeAt(0) - "a".charCodeAt(0);
  return { kind: "letter", place, code: variable.categories[place]?.code ?? null };
}
