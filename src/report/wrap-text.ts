/**
 * A text in lines of at most so great a width, broken between words; a wider word has a line of its own.
 *
 * @param measure width of a text, in the unit of `most`; its number of characters unless told otherwise
 * @example wrapText("one two three", 8) // => ["one two", "three"]
 */
export function wrapText(
  text: string,
  most: number,
  measure: (text: string) => number = (line) => line.length,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
