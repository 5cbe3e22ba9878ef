import type { Paragraph } from "docx";
import type { DocxContext } from "./docx-text.js";
import type { FigureBlock, TableBlock } from "./document.js";
import { anchorOf } from "./numbering.js";
import { plainText } from "./plain-text.js";

/**
 * `Table 3: caption`. The number is a field with its value written in it, so that it shows at once and Word can count
 * again when someone adds a table; after a table that was left out the field says its own number.
 */
export function writeCaption(
  { docx, labels, bookmarks, afterGap }: DocxContext,
  block: TableBlock | FigureBlock,
  keepNext: boolean,
): Paragraph {
  const anchor = anchorOf(block);
  const [kind = "", number = ""] = (labels.get(anchor) ?? "").split(" ");
  const reset = afterGap.has(anchor) ? ` \\r ${number}` : "";
  const label = new docx.Bookmark({
    id: bookmarks.get(anchor) ?? anchor,
    children: [new docx.TextRun(`${kind} `), new docx.SimpleField(`SEQ ${kind} \\* ARABIC${reset}`, number)],
  });
  return new docx.Paragraph({
    style: "Caption",
    keepNext,
    children: [label, new docx.TextRun(`: ${plainText(block.caption)}`)],
  });
}
