import { anchorOf } from "./numbering.js";
import type { Block, Inline, Section } from "./document.js";

/** Links into the document to a part that this report leaves out become plain words. */
export function keepLiveLinks(sections: readonly Section[]): readonly Section[] {
  const anchors = new Set(sections.flatMap((section) => [section.id, ...section.blocks.flatMap(anchorsOf)]));
  const mend = (inline: Inline): Inline =>
    inline.kind === "link" && inline.href.startsWith("#") && !anchors.has(inline.href.slice(1))
      ? { kind: "text", text: inline.text }
      : inline;
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => mendBlock(block, mend)),
  }));
}

function anchorsOf(block: Block): readonly string[] {
  if (block.kind === "subheading") return [block.id];
  return block.kind === "table" || block.kind === "figure" ? [anchorOf(block)] : [];
}

function mendBlock(block: Block, mend: (inline: Inline) => Inline): Block {
  if (block.kind === "paragraph" || block.kind === "callout") return { ...block, text: block.text.map(mend) };
  return block.kind === "list" ? { ...block, items: block.items.map((item) => item.map(mend)) } : block;
}
