import { textWidth } from "../charts/text-width.js";
import { arialToDejaVu, columnNeeds } from "./column-widths.js";
import type { TableBlock } from "./document.js";
import { plainText } from "./plain-text.js";
import { printCell } from "./shorthand.js";

/** Pixels of a table's text, and of the space at the right of a cell. */
const fontSize = 15;
const padding = 16;
/** Least pixels of a column by what it holds: as the style sheet has them, in the em of a table. */
const leastOf = { names: 7, figures: 4.5, words: 12, short: 0 } as const;

/** What a column holds: its rows' names, figures, words that wrap, or words of one short line. */
export type ColumnKind = keyof typeof leastOf;

/** Longest text of a column of short words, such as `Month 3`. */
const shortest = 14;

/** What each column of a table holds. */
export function columnKinds({ columns, rows }: TableBlock): readonly ColumnKind[] {
  return columns.map(({ align }, index) => {
    if (index === 0) return "names";
    if (align === "right") return "figures";
    const texts = rows.flatMap((row) => (row[index] ? [plainText(printCell(row[index])).length] : []));
    return texts.every((length) => length <= shortest) ? "short" : "words";
  });
}

/** About how many pixels wide a table is at its narrowest in a browser. */
export function narrowestOf(table: TableBlock): number {
  const kinds = columnKinds(table);
  const measure = (text: string, bold: boolean) => textWidth(text, { fontSize, bold }) * arialToDejaVu;
  return columnNeeds(table, measure).reduce((sum, { least }, index) => {
    const kind = kinds[index]!;
    return sum + Math.max(least, leastOf[kind] * fontSize) + padding;
  }, 0);
}
