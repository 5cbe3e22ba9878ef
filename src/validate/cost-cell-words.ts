import type { CellValue } from "../core/table.js";

/** A heading in the midst of a sentence: `hours of each person`, but `IMGs` and `VAT`. */
export function lowerFirst(words: string): string {
  return /^[A-Z][^A-Z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}

/** A cell without blanks around and within its text; text of nothing else is an empty cell. */
export function tidy(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  const text = value.replace(/[\s\u00a0]+/g, " ").trim();
  return text === "" ? null : text;
}

/** Whether two codes are the same but for capitals. */
export function sameCode(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A cell as a finding may show it: long text may be somebody's own words and is only counted. */
export function quote(value: CellValue): string {
  const text = String(value);
  if (typeof value === "number") return text;
  return text.length > 40 ? `${text.length} characters of text` : `"${text}"`;
}

/** Options as a finding names them: `a, b or c`. */
export function orList(options: readonly string[]): string {
  return options.length === 1 ? options[0]! : `${options.slice(0, -1).join(", ")} or ${options.at(-1)!}`;
}
