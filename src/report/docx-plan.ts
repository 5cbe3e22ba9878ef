import type { Document } from "./document.js";
import { anchorOf, blockLabels } from "./numbering.js";

/** What is where in the Word file, known before it is written. Keys are anchors. */
export interface DocxPlan {
  /** `Table 1` by anchor. */
  readonly labels: ReadonlyMap<string, string>;
  /** Word's bookmark by anchor: letters, digits and underscores only, at most 40 of them. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Tables that follow one left out: counting alone would give them too low a number. */
  readonly afterGap: ReadonlySet<string>;
}

/** Plan the Word file: names for links, and which tables it leaves to the workbook. */
export function planDocx(document: Document): DocxPlan {
  const bookmarks = new Map<string, string>();
  const afterGap = new Set<string>();
  let gap = false;
  const name = (anchor: string) =>
    bookmarks.set(anchor, `_Ref${String(bookmarks.size + 1).padStart(9, "0")}`);
  for (const section of document.sections) {
    name(section.id);
    for (const block of section.blocks) {
      if (block.kind === "subheading") name(block.id);
      if (block.kind === "figure") name(anchorOf(block));
      if (block.kind !== "table") continue;
      const anchor = anchorOf(block);
      if (block.workbookOnly === true) {
        gap = true;
      } else {
        name(anchor);
        if (gap) afterGap.add(anchor);
        gap = false;
      }
    }
  }
  return { labels: blockLabels(document), bookmarks, afterGap };
}

/**
 * What stands in the place of a table that the Word file leaves out.
 *
 * @example sayWhere("Table 4", "Questions as asked") // => "Table 4: Questions as asked. It is too long for this document, and is in tables.xlsx."
 */
export function sayWhere(label: string, caption: string): string {
  return `${label}: ${caption}. It is too long for this document, and is in tables.xlsx.`;
}
