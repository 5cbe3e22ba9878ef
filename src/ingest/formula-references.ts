import type { SheetFormula } from "./workbook.js";

/** A block of cells that a formula works from; rows from 1, columns from 0, both ends included. */
export interface ReferredBlock {
  /** Name of the sheet; null for the formula's own. */
  readonly sheet: string | null;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** A table of a workbook, whose columns formulas may name: `TableStaff[People]`. */
export interface NamedTable {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly lastRow: number;
  /** Positions by heading, in small letters. */
  readonly positions: ReadonlyMap<string, number>;
}

const lastRowOfAll = 1_048_576;
const lastColumnOfAll = 16_383;

const sheetName = String.raw`(?:'((?:[^']|'')*)'|([A-Za-z_\u00a1-\uffff][\w.\u00a1-\uffff]*))!`;
const cellName = String.raw`\$?([A-Za-z]{1,3})\$?(\d{1,7})`;
const reference = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?:${sheetName})?(?:${cellName}(?::${cellName})?|\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))(?![\w(!.])`,
    String.raw`([A-Za-z_][\w.]*)\[((?:[^[\]]|\[[^[\]]*\])*)\]`,
    String.raw`[\w.$]+`,
  ].join("|"),
  "g",
);

/**
 * The blocks of cells that a formula names: cells, ranges, whole columns and rows, on its own sheet and on others, and
 * columns of tables. Not those that it finds only while it computes (INDIRECT, OFFSET), nor those behind a defined name.
 */
export function referencesOf(formula: SheetFormula, tables: readonly NamedTable[]): readonly ReferredBlock[] {
  const blocks: ReferredBlock[] = [];
  for (const match of formula.text.matchAll(reference)) {
    const [found, quoted, plain, left, top, right, bottom, first, last, from, to, table, inside] = match;
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
    if (table !== undefined) blocks.push(...blocksOfTable(formula, tables, table, inside!));
    else if (left !== undefined) {
      const [column, row] = place(formula, left, top!, found, 0);
      const [otherColumn, otherRow] =
        right === undefined ? [column, row] : place(formula, right, bottom!, found, 1);
      blocks.push({ sheet, rows: ordered(row, otherRow), columns: ordered(column, otherColumn) });
    } else if (first !== undefined)
      blocks.push({ sheet, rows: [1, lastRowOfAll], columns: ordered(columnOf(first), columnOf(last!)) });
    else if (from !== undefined)
      blocks.push({ sheet, rows: ordered(Number(from), Number(to)), columns: [0, lastColumnOfAll] });
  }
  return blocks;
}

/** Position and row of one end of a reference, moved as far as the cell stands from where the text was written. */
function place(
  { row, column, from }: SheetFormula,
  letters: string,
  digits: string,
  found: string,
  end: 0 | 1,
): readonly [column: number, row: number] {
  const part = found.slice(found.lastIndexOf("!") + 1).split(":")[end]!;
  const across = part.startsWith("$") ? 0 : column - from.column;
  const down = part.includes("$", 1) ? 0 : row - from.row;
  return [columnOf(letters) + across, Number(digits) + down];
}

function blocksOfTable(
  { row }: SheetFormula,
  tables: readonly NamedTable[],
  name: string,
  inside: string,
): readonly ReferredBlock[] {
  const table = tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) return [];
  const { sheet, headerRow, lastRow, positions } = table;
  const columns = [...inside.matchAll(/\[?@?\[?([^[\],#:]+)\]?/g)].flatMap(
    ([, heading]) => positions.get(heading!.trim().toLowerCase()) ?? [],
  );
  const isThisRow = /@|#This Row/i.test(inside);
  const rows = isThisRow ? ([row, row] as const) : ([headerRow + 1, lastRow] as const);
  if (columns.length === 0) return [{ sheet, rows, columns: [0, Math.max(0, ...positions.values())] }];
  return [{ sheet, rows, columns: ordered(Math.min(...columns), Math.max(...columns)) }];
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
