/** Part of a text, from the first character to before the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One kind of identifier: how it is told, and how it is found in running text. */
export interface Detector {
  readonly id: string;
  /** What one and several are called: "e-mail address", "e-mail addresses". */
  readonly one: string;
  readonly many: string;
  /** The rule, where it comes from, and what it leaves alone. */
  readonly basis: string;
  /**
   * Headings, as plain words without a number before them, that say the whole column holds this.
   */
  readonly headings: readonly string[];
  /**
   * Where it stands in a text. Time grows with the text's length, whatever the text.
   *
   * @param about heading of the column, for kinds that are told by the words around them
   */
  find(text: string, about: string): readonly Span[];
}

/**
 * Every place at which a pattern fits and stands alone: no letter or digit right before or after it.
 *
 * @param pattern with the flag g, and without unbounded repetition inside a repetition
 * @param fits a further test of what was found
 * @example standingAlone("in E1 4NS now, not AE1 4NSB", /E1 4NS/g) // => [{ from: 3, to: 9 }]
 */
export function standingAlone(
  text: string,
  pattern: RegExp,
  fits: (found: string, from: number) => boolean = () => true,
): readonly Span[] {
  const places: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const span = { from: match.index, to: match.index + match[0].length };
    if (!touchesWord(text, span) && fits(match[0], span.from)) places.push(span);
  }
  return places;
}

function touchesWord(text: string, { from, to }: Span): boolean {
  return wordCharacter.test(text[from - 1] ?? " ") || wordCharacter.test(text[to] ?? " ");
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** How far before a number the words that say what it is may stand. */
const reach = 30;

/** The words shortly before a place, and the heading of its column: what tells a number apart from any other. */
export function wordsBefore(text: string, from: number, about: string): string {
  return `${about} ${text.slice(Math.max(0, from - reach), from)}`;
}

/** The digits of a text alone. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
