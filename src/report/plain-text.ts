/**
 * Text fit for XML and HTML: control characters and halves of characters are dropped, line breaks and runs of spaces
 * become one space. Files from Trusts carry both.
 *
 * @example plainText("GP\u000b  registration\n") // => "GP registration"
 */
export function plainText(text: string): string {
  return keepSpaces(text).replace(/ +/g, " ").trim();
}

/**
 * The same for a run of text inside a sentence: a space at either end, or a double one, is the writer's and stays.
 *
 * @example keepSpaces("of\n ") // => "of  "
 */
export function keepSpaces(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]/g, " ").replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, "");
}
