import type { TableBlock } from "./document.js";
import { plainText } from "./plain-text.js";
import { printCell } from "./shorthand.js";

/** What a column asks for, in the measure's own unit: its longest word, and its longest text on one line. */
export interface ColumnNeed {
  readonly least: number;
  readonly most: number;
}

/** Width of a text; header cells are measured as bold. */
export type Measure = (text: string, bold: boolean) => number;

/** Arial is about a tenth narrower than the bundled font whose widths are known; a little room is left. */
export const arialToDejaVu = 0.92;

/** What each column of a table asks for, headings included. Numbers are never broken, so they count as one word. */
export function columnNeeds(table: TableBlock, measure: Measure): readonly ColumnNeed[] {
  return table.columns.map((column, index) => {
    const heading = plainText(column.heading);
    const lines = [{ text: heading, bold: true, words: heading.split(" ") }];
    for (const row of table.rows) {
      const cell = row[index];
      if (cell === undefined) continue;
      const text = printCell(cell);
      lines.push({ text, bold: false, words: cell.kind === "text" ? text.split(" ") : [text] });
    }
    const widest = (texts: readonly string[], bold: boolean) =>
      texts.reduce((most, text) => Math.max(most, measure(text, bold)), 0);
    return {
      least: Math.max(...lines.map(({ words, bold }) => widest(words, bold))),
      most: Math.max(...lines.map(({ text, bold }) => measure(text, bold))),
    };
  });
}

/**
 * Share a total width, in whole units, among columns: each has room for its longest word; what is left goes where text
 * would wrap, then to all in proportion. When even the words do not fit, all shrink alike.
 *
 * @example fitColumns([{ least: 10, most: 90 }, { least: 10, most: 10 }], 60) // => [50, 10]
 */
export function fitColumns(needs: readonly ColumnNeed[], total: number): readonly number[] {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const least = needs.map((need) => need.least);
  const most = needs.map((need) => need.most);
  const scale = (values: readonly number[], room: number) => {
    const all = sum(values);
    return values.map((value) => (all > 0 ? (value / all) * room : room / values.length));
  };
  let widths: readonly number[];
  if (sum(most) <= total || sum(least) >= total) {
    widths = scale(sum(most) <= total ? most : least, total);
  } else {
    const extra = scale(
      needs.map((need) => need.most - need.least),
      total - sum(least),
    );
    widths = least.map((width, index) => width + (extra[index] ?? 0));
  }
  const edges = widths.map((_, index) => Math.round(sum(widths.slice(0, index + 1))));
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}
