import type { Block, Inline } from "./document.js";

/** What may stand in a sentence: words, one inline, or several. */
export type Part = string | Inline | readonly Inline[];

/**
 * A sentence from words and inlines; runs of plain text are joined.
 *
 * @example say`See ${{ kind: "strong", text: "this" }}.`.length // => 3
 */
export function say(texts: TemplateStringsArray, ...parts: readonly Part[]): readonly Inline[] {
  const inlines = texts.flatMap((text, index): readonly Inline[] => {
    const part = parts[index];
    const own: Inline = { kind: "text", text };
    if (part === undefined) return [own];
    if (typeof part === "string") return [own, { kind: "text", text: part }];
    return [own, ...(isInlines(part) ? part : [part])];
  });
  return joinText(inlines);
}

/** Sentences in a row, a space between them; those that say nothing are left out. */
export function joinSentences(...sentences: readonly (readonly Inline[])[]): readonly Inline[] {
  const said = sentences.filter((sentence) => sentence.length > 0);
  return joinText(
    said.flatMap((sentence, index): readonly Inline[] =>
      index === 0 ? sentence : [{ kind: "text", text: " " }, ...sentence],
    ),
  );
}

/** A paragraph of sentences; none when no sentence says anything. */
export function paragraph(...sentences: readonly (readonly Inline[])[]): readonly Block[] {
  const text = joinSentences(...sentences);
  return text.length === 0 ? [] : [{ kind: "paragraph", text }];
}

/** A list of sentences; none when no item says anything. */
export function bullets(items: readonly (readonly Inline[])[]): readonly Block[] {
  const said = items.filter((item) => item.length > 0);
  return said.length === 0 ? [] : [{ kind: "list", items: said }];
}

/** A heading with what follows it; nothing when nothing follows. */
export function under(id: string, heading: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: "subheading", id, text: heading }, ...blocks];
}

export function strong(text: string): Inline {
  return { kind: "strong", text };
}

export function link(text: string, href: string): Inline {
  return { kind: "link", text, href };
}

function isInlines(part: Inline | readonly Inline[]): part is readonly Inline[] {
  return Array.isArray(part);
}

function joinText(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined[joined.length - 1];
    if (inline.kind === "text" && last?.kind === "text") {
      joined[joined.length - 1] = { kind: "text", text: last.text + inline.text };
    } else if (inline.kind !== "text" || inline.text !== "") joined.push(inline);
  }
  return joined;
}
