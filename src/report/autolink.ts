import type { Inline } from "./document.js";

/**
 * Words with their web addresses turned into links; the address itself is the text, so that it can be read on paper.
 *
 * @example autolink("See https://example.org/a (2024)").map((inline) => inline.kind) // => ["text", "link", "text"]
 */
export function autolink(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s"<>\\]*[^\s"<>\\.,;:!?')\]]/g)) {
    if (match.index > from) inlines.push({ kind: "text", text: text.slice(from, match.index) });
    inlines.push({ kind: "link", text: match[0].replace(/^https?:\/\/(www\.)?/, ""), href: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ kind: "text", text: text.slice(from) });
  return inlines;
}
