import { columnLetters } from "../../core/table.js";
import type { Content, Live } from "./live.js";

export type CellInput = string | number | Date | null;

/** The answers of one sheet, as formulas on this or another sheet reach them. */
export interface SheetCells {
  /** A cell of a line, by the heading of its column; lines count from 0. */
  cell(line: number, heading: string): Live<Content>;
  /** All lines of a column. */
  column(heading: string): Live<readonly Content[]>;
  /** The answer cells of a line from its first column to its last. */
  line(line: number): Live<readonly Content[]>;
}

/**
 * The cells of a table that begins in column A.
 *
 * @param from sheet in which the formulas stand; addresses on it are written without its name
 */
export function sheetCells(
  sheet: string,
  firstRow: number,
  columns: readonly string[],
  rows: readonly (readonly CellInput[])[],
  from: string,
): SheetCells {
  const prefix = sheet === from ? "" : `${/^\w+$/.test(sheet) ? sheet : `'${sheet}'`}!`;
  const letters = (heading: string) => columnLetters(columns.indexOf(heading));
  const value = (line: number, position: number) => contentOf(rows[line]?.[position] ?? null);
  return {
    cell: (line, heading) => ({
      formula: `${prefix}$${letters(heading)}${prefix === "" ? "" : "$"}${firstRow + line}`,
      value: value(line, columns.indexOf(heading)),
    }),
    column(heading) {
      const letter = letters(heading);
      return {
        formula: `${prefix}$${letter}$${firstRow}:$${letter}$${firstRow + rows.length - 1}`,
        value: rows.map((_, line) => value(line, columns.indexOf(heading))),
      };
    },
    line: (line) => ({
      formula: `${prefix}$A${firstRow + line}:$${columnLetters(columns.length - 1)}${firstRow + line}`,
      value: columns.map((_, position) => value(line, position)),
    }),
  };
}

const dayInMilliseconds = 86_400_000;
/** Day 0 of a workbook's calendar, as every day after February 1900 counts from it. */
const dayNought = Date.UTC(1899, 11, 30);

function contentOf(input: CellInput): Content {
  return input instanceof Date ? (input.getTime() - dayNought) / dayInMilliseconds : input;
}
