import type { Section, TableBlock } from "./document.js";

/** More rows than this fill a page, and are looked up rather than read. */
export const mostRows = 26;

/** More columns than this cannot be read at the width of a page. */
const mostColumns = 12;

/**
 * Tables too long or too wide for paper are marked: they stand in the workbook and, folded away, in the web page. One
 * whose section says where it belongs stays as it is.
 */
export function markLongTables(sections: readonly Section[]): readonly Section[] {
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === "table" && block.workbookOnly === undefined && isLong(block)
        ? { ...block, workbookOnly: true }
        : block,
    ),
  }));
}

function isLong({ rows, columns }: TableBlock): boolean {
  return rows.length > mostRows || columns.length > mostColumns;
}
