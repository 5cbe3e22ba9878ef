import type { PublicStudy } from "../study/public-study.js";
import type { Block, Inline } from "./document.js";
import { bullets } from "./say.js";

/** What people wrote for a section in narrative/<id>.md: paragraphs, `# headings` and `- items`, with **bold** and [links](https://...). */
export function written(study: PublicStudy, section: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: (readonly Inline[])[] = [];
  const endList = () => {
    blocks.push(...bullets(items));
    items = [];
  };
  for (const text of study.narrative[section] ?? []) {
    const item = /^[-*] +(\S.*)$/s.exec(text)?.[1];
    if (item !== undefined) items.push(readInlines(item));
    else {
      endList();
      const heading = /^#+ +(\S.*)$/s.exec(text)?.[1];
      if (heading === undefined) blocks.push({ kind: "paragraph", text: readInlines(text) });
      else blocks.push({ kind: "subheading", id: `${section}-words-${blocks.length + 1}`, text: heading });
    }
  }
  endList();
  return blocks;
}

/** Whether people wrote anything for a section. */
export function isWritten(study: PublicStudy, section: string): boolean {
  return (study.narrative[section] ?? []).length > 0;
}

const marks = /\*\*(?<bold>[^*]+)\*\*|\[(?<words>[^\]]*[^\]\s][^\]]*)\]\((?<href>https?:\/\/[^\s"<>\\)]+)\)/g;

function readInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const start = match.index ?? 0;
    if (start > from) inlines.push({ kind: "text", text: text.slice(from, start) });
    const { bold, words, href } = match.groups ?? {};
    if (bold !== undefined) inlines.push({ kind: "strong", text: bold });
    else if (words !== undefined && href !== undefined) inlines.push({ kind: "link", text: words, href });
    from = start + match[0].length;
  }
  if (from < text.length) inlines.push({ kind: "text", text: text.slice(from) });
  return inlines;
}
