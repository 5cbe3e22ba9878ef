/**
 * Straight quotes and hyphens as a word processor sets them.
 *
 * @example typesetText("Don't know") // => "Don’t know"
 */
export function typesetText(text: string): string {
  return text
    .replace(/"([^"]*)"/g, "“$1”")
    .replace(/'/g, "’")
    .replace(/ - /g, " – ");
}
