import type * as docxPackage from "docx";
import type { Paragraph, ParagraphChild } from "docx";
import type { Block, Inline } from "./document.js";
import type { DocxPlan } from "./docx-plan.js";
import { keepSpaces, plainText } from "./plain-text.js";

/** The docx package as imported by docx.ts, the one file that loads it. */
export type Docx = typeof docxPackage;

/** What the parts of the Word file need from one another. */
export interface DocxContext extends DocxPlan {
  readonly docx: Docx;
}

/** Runs of a sentence. A link to a part that the Word file leaves out is plain text. */
export function writeInlines(
  { docx, bookmarks }: DocxContext,
  inlines: readonly Inline[],
): readonly ParagraphChild[] {
  return inlines.map((inline) => {
    const text = keepSpaces(inline.text);
    if (inline.kind === "strong") return new docx.TextRun({ text, bold: true });
    if (inline.kind !== "link") return new docx.TextRun(text);
    const run = new docx.TextRun({ text, style: "Hyperlink" });
    if (!inline.href.startsWith("#"))
      return new docx.ExternalHyperlink({ link: inline.href, children: [run] });
    const anchor = bookmarks.get(inline.href.slice(1));
    return anchor === undefined
      ? new docx.TextRun(text)
      : new docx.InternalHyperlink({ anchor, children: [run] });
  });
}

/** A paragraph, a subheading, a list or a callout; a wider space above the first when a table stands before it. */
export function writeText(
  context: DocxContext,
  block: Exclude<Block, { kind: "table" } | { kind: "figure" }>,
  afterTable: boolean,
): readonly Paragraph[] {
  const { docx } = context;
  switch (block.kind) {
    case "subheading":
      return [writeHeading(context, block.id, block.text, 2)];
    case "paragraph":
      return [
        new docx.Paragraph({
          spacing: { before: afterTable ? 240 : 0 },
          children: writeInlines(context, block.text),
        }),
      ];
    case "list":
      return block.items.map(
        (item, index) =>
          new docx.Paragraph({
            numbering: { reference: "bullets", level: 0 },
            contextualSpacing: false,
            spacing: { before: afterTable && index === 0 ? 240 : 0, after: 80 },
            children: writeInlines(context, item),
          }),
      );
    case "callout": {
      const style = block.tone === "finding" ? "Finding" : "Caution";
      const tag = block.tone === "finding" ? "Key finding: " : "Caution: ";
      const heading = new docx.TextRun({ text: `${tag}${plainText(block.heading)}`, bold: true });
      return [
        new docx.Paragraph({
          style,
          keepNext: true,
          spacing: { before: afterTable ? 320 : 200, after: 60 },
          children: [heading],
        }),
        new docx.Paragraph({ style, spacing: { after: 280 }, children: writeInlines(context, block.text) }),
      ];
    }
  }
}

/** A heading of Word's own, with the bookmark that links and the contents point to. */
export function writeHeading(
  { docx, bookmarks }: DocxContext,
  anchor: string,
  text: string,
  level: 1 | 2,
  pageBreakBefore = false,
): Paragraph {
  const run = new docx.TextRun(plainText(text));
  return new docx.Paragraph({
    heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
    ...(pageBreakBefore ? { pageBreakBefore, spacing: { before: 0 } } : {}),
    children: [new docx.Bookmark({ id: bookmarks.get(anchor) ?? anchor, children: [run] })],
  });
}
