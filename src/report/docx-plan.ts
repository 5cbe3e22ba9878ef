import type { Document } from "./document.js";
import { anchorOf, blockLabels } from "./numbering.js";

/** What is where in the Word file, known before it is written. Keys are anchors. */
export interface DocxPlan {
  /** `Table 1` by anchor. */
  readonly labels: ReadonlyMap<string, string>;
  /** Word's bookmark by anchor: letters, digits and underscores only, at most 40 of them. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Long tables that stay in the workbook, in order. */
  readonly leftOut: readonly string[];
  /** Tables that follow one left out: counting alone would give them too low a number. */
  readonly afterGap: ReadonlySet<string>;
}

/** Plan the Word file: names for links, and which tables it leaves to the workbook. */
export function planDocx(document: Document): DocxPlan {
  const bookmarks = new Map<string, string>();
  const leftOut: string[] = [];
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
        leftOut.push(anchor);
        gap = true;
      } else {
        name(anchor);
        if (gap) afterGap.add(anchor);
        gap = false;
      }
    }
  }
  return { labels: blockLabels(document), bookmarks, leftOut, afterGap };
}

/**
 * One sentence for the tables that the Word file leaves out.
 *
 * @example sayWhere(["Table 4", "Table 9"]) // => "Table 4 and Table 9 are too long for this document and are in tables.xlsx."
 */
export function sayWhere(labels: readonly string[]): string {
  const last = labels[labels.length - 1] ?? "";
  const list = labels.length > 1 ? `${labels.slice(0, -1).join(", ")} and ${last}` : last;
  const verb = labels.length > 1 ? "are" : "is";
  return `${list} ${verb} too long for this document and ${verb} in tables.xlsx.`;
}
