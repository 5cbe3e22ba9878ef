import type { Document, FigureBlock, TableBlock } from "./document.js";

/** A table of the document, whether it stands alone or holds the numbers of a figure. */
export interface NumberedTable {
  /** `Table 2`, or `Figure 1` for the numbers behind that figure. */
  readonly label: string;
  readonly table: TableBlock;
  readonly figure: FigureBlock | null;
}

/**
 * The name of a table or figure that links can point to; the same in every format.
 *
 * @example anchorOf({ kind: "table", id: "coverage-by-trust" }) // => "table-coverage-by-trust"
 */
export function anchorOf(block: Pick<TableBlock | FigureBlock, "kind" | "id">): string {
  return `${block.kind}-${block.id}`;
}

/** `Table 1`, `Figure 1` by anchor, counted in document order; the same number in every format. */
export function blockLabels(document: Document): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let tables = 0;
  let figures = 0;
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind === "table") labels.set(anchorOf(block), `Table ${++tables}`);
      if (block.kind === "figure") labels.set(anchorOf(block), `Figure ${++figures}`);
    }
  }
  return labels;
}

/** Every table in document order, those behind figures among them: what the workbook holds. */
export function numberedTables(document: Document): readonly NumberedTable[] {
  const labels = blockLabels(document);
  const found: NumberedTable[] = [];
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind !== "table" && block.kind !== "figure") continue;
      const label = labels.get(anchorOf(block)) ?? "";
      if (block.kind === "table") found.push({ label, table: block, figure: null });
      else found.push({ label, table: block.table, figure: block });
    }
  }
  return found;
}
