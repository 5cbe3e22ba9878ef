/** What stands for words that were left out of a quotation. */
const gap = /\[\s*\.{3}\s*\]/;

/**
 * Whether a quotation stands in a text: letter for letter and in whole words, whatever the white space and the shape of
 * quotation marks and dashes. Where it holds `[...]`, its parts stand in the text in their order.
 *
 * @example standsIn("The “buddy” [...] helped", 'The "buddy" I had\n helped a lot') // => true
 */
export function standsIn(words: string, text: string): boolean {
  const whole = comparable(text);
  let from = 0;
  return partsOf(words).every((part) => {
    const at = findWhole(whole, part, from);
    from = at + part.length;
    return at >= 0;
  });
}

/** The same whatever the capitals. */
export function standsInWithOtherCapitals(words: string, text: string): boolean {
  return standsIn(words.toLowerCase(), text.toLowerCase());
}

/**
 * How many words a quotation has; gaps are none.
 *
 * @example countWords("It [...] didn't help") // => 3
 */
export function countWords(words: string): number {
  return partsOf(words).reduce((sum, part) => sum + (part.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length, 0);
}

/** A quotation made comparable with others. */
export function comparable(text: string): string {
  return text
    .replace(/[\u2018-\u201F\u0060\u00B4\u2032\u2033\u00AB\u00BB"]/g, "'")
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function partsOf(words: string): readonly string[] {
  return comparable(words)
    .split(gap)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Where a part stands in a text from a place on, not in the middle of a word; -1 when it does not. */
function findWhole(text: string, part: string, from: number): number {
  let at = text.indexOf(part, from);
  while (at >= 0 && (joins(text, at) || joins(text, at + part.length))) at = text.indexOf(part, at + 1);
  return at;
}

/** Whether a place is between two letters or digits of one word. */
function joins(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}
