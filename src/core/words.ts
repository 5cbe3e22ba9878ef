/**
 * Words in a row as a sentence has them.
 *
 * @example listWords(["A", "B", "C"]) // => "A, B and C"
 */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * A label as it stands inside a sentence: its first letter small, unless it starts an abbreviation or stands alone.
 *
 * @example [inSentence("Month 3"), inSentence("GP registration")] // => ["month 3", "GP registration"]
 */
export function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu}|\b)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
