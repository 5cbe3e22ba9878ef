/**
 * Words made comparable: white space and line breaks as one space, curly quotes and long dashes as plain ones, case
 * ignored, no full stop, asterisk or colon at the end.
 *
 * @example plainWords("  “Don’t\n know” ") // => "\"don't know\""
 */
export function plainWords(text: string): string {
  if (/^[\w-]*$/.test(text)) return text.toLowerCase();
  const words = text
    .replace(/[\u2018\u2019\u201A\u201B\u0060\u00B4\u2032]/g, "'")
    .normalize("NFKC")
    .replace(/[\u201C\u201D\u201E\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, "-")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
  // A pattern for this end would take the square of the time on a long run of dots.
  let end = words.length;
  while (end > 0 && " .*:".includes(words[end - 1]!)) end -= 1;
  return words.slice(0, end).trimStart();
}

/**
 * A heading without the number that a form puts before the question: `3.`, `Q3.`, `3)`, `9.b.iii.`
 *
 * @example withoutNumber("Q3. How was your first week?") // => "How was your first week?"
 */
export function withoutNumber(heading: string): string {
  return heading.replace(
    /^\s*(?:q(?:uestion)?\s*)?\d+(?:\.(?:\d+|[a-z]|[ivx]{1,5}))*(?:[.):]|\s+-\s)\s*(?=\D)/i,
    "",
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: "-",
  mdash: "-",
  hellip: "...",
};

/**
 * A question as it was meant, out of a form's export or a web page: without tags, with entities as the characters they
 * stand for, and without the form's own "required" marks at the end.
 *
 * @example cleanWording("How <b>well</b>&nbsp;settled are you? * (required)") // => "How well settled are you?"
 */
export function cleanWording(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/\s+/g, " ")
    .replace(/(?:\s*(?:\*|[([](?:required|mandatory|optional)[)\]]))+\s*$/i, "")
    .trim();
}
