import { invariant } from "../core/invariant.js";
import type { Block, Document, FigureBlock, Inline, TableBlock } from "./document.js";
import { anchorOf, numberedTables } from "./numbering.js";
import { plainText } from "./plain-text.js";

/**
 * Check a document for what only a bug of ours can cause and no renderer could mend: two blocks of one name, a link to
 * nowhere, a table with an empty cell or a heading used twice, a figure without words. Every renderer starts here.
 */
export function checkDocument(document: Document): Document {
  invariant(plainText(document.title) !== "", "document: no title");
  const anchors = checkAnchors(document);
  const tableIds = new Set<string>();
  for (const { table } of numberedTables(document)) {
    invariant(!tableIds.has(table.id), `table ${table.id}: this id is used twice`);
    tableIds.add(table.id);
    checkTable(table);
  }
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind === "figure") checkFigure(block);
      for (const inline of inlinesOf(block)) checkInline(inline, anchors, section.id);
    }
  }
  return document;
}

/** Names of parts of the page itself. */
const reservedAnchors = ["main", "contents", "top"];

function checkAnchors(document: Document): ReadonlySet<string> {
  const anchors = new Set(reservedAnchors);
  const add = (anchor: string) => {
    invariant(
      /^[a-z][a-z0-9-]*$/.test(anchor),
      `id "${anchor}": expected a-z, 0-9 and hyphens, a letter first`,
    );
    invariant(!anchors.has(anchor), `id "${anchor}": used twice, or the page's own`);
    anchors.add(anchor);
  };
  for (const section of document.sections) {
    add(section.id);
    add(`${section.id}-heading`);
    invariant(plainText(section.heading) !== "", `section ${section.id}: no heading`);
    for (const block of section.blocks) {
      if (block.kind === "subheading") add(block.id);
      if (block.kind === "table" || block.kind === "figure") add(anchorOf(block));
      if (block.kind === "figure") add(anchorOf(block.table));
    }
  }
  return anchors;
}

function checkTable(table: TableBlock): void {
  const at = `table ${table.id}`;
  invariant(plainText(table.caption) !== "", `${at}: no caption`);
  invariant(table.columns.length > 0 && table.rows.length > 0, `${at}: no columns or no rows`);
  const headings = table.columns.map((column) => plainText(column.heading).toLowerCase());
  invariant(
    headings.every((heading) => heading !== ""),
    `${at}: a column has no heading`,
  );
  invariant(
    new Set(headings).size === headings.length,
    `${at}: two columns have one heading: ${headings.join(", ")}`,
  );
  for (const [index, row] of table.rows.entries()) {
    invariant(
      row.length === table.columns.length,
      `${at} row ${index + 1}: ${row.length} cells, ${headings.length} columns`,
    );
    for (const cell of row) {
      if (cell.kind === "number")
        invariant(Number.isFinite(cell.value), `${at} row ${index + 1}: ${cell.value}`);
      if (cell.kind === "number" || cell.kind === "text")
        invariant(plainText(cell.text) !== "", `${at} row ${index + 1}: an empty cell`);
    }
  }
}

function checkFigure(figure: FigureBlock): void {
  const at = `figure ${figure.id}`;
  invariant(
    plainText(figure.caption) !== "" && plainText(figure.altText) !== "",
    `${at}: no caption or no alt text`,
  );
  invariant(figure.width > 0 && figure.height > 0, `${at}: ${figure.width} by ${figure.height}`);
  invariant(figure.png[0] === 0x89 && figure.png[1] === 0x50, `${at}: not a PNG`);
  invariant(/^<svg\b[^>]*\brole="img"/.test(figure.svg), `${at}: no SVG with role="img"`);
  const unsafe = (figure.svg.match(/<[^>]*>/g) ?? []).filter((tag) => unsafeTag.test(tag));
  invariant(
    unsafe.length === 0,
    `${at}: the SVG holds a script, a link or another document: ${unsafe[0] ?? ""}`,
  );
}

const unsafeTag =
  /^<(script|foreignObject|a|image|use|style|iframe|animate|set|!|\?)(?![a-z])|\s(on[a-z]+|(xlink:)?href)\s*=/i;

function checkInline(inline: Inline, anchors: ReadonlySet<string>, section: string): void {
  if (inline.kind !== "link") return;
  const { href } = inline;
  invariant(plainText(inline.text) !== "", `section ${section}: a link without text to ${href}`);
  if (href.startsWith("#")) invariant(anchors.has(href.slice(1)), `section ${section}: a link to ${href}`);
  else invariant(/^(https?:\/\/|mailto:)[^\s"<>\\]+$/.test(href), `section ${section}: a link to ${href}`);
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === "paragraph" || block.kind === "callout") return block.text;
  return block.kind === "list" ? block.items.flat() : [];
}
