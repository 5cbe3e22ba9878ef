import type { Place } from "../core/issue.js";
import { columnLetters, type Table } from "../core/table.js";
import { headings } from "../ingest/formats/cost-return-layout.js";
import { plainWords } from "../study/wording.js";

/** The cell of a line under one heading, where the workbook has it; the line itself when its table is not at hand. */
export function cellOf(tables: readonly Table[], at: Place, heading: string): Place {
  const table = tables.find(({ source }) => source.file === at.file && source.sheet === at.sheet);
  const column = table?.columns.find(({ name, aliases }) => name === heading || aliases.includes(heading));
  return column === undefined || at.cell === undefined
    ? at
    : { ...at, cell: `${columnLetters(column.position)}${rowOf(at.cell)}` };
}

/** The cell that answers a question of the Cover; the Cover itself when it does not ask. */
export function coverCell(tables: readonly Table[], file: string, question: string): Place {
  const cover: Place = { file, sheet: "Cover" };
  const table = tables.find(({ source }) => source.file === file && source.sheet === "Cover");
  const column = (heading: string) =>
    table?.columns.find(({ name, aliases }) => name === heading || aliases.includes(heading));
  const asked = column(headings.Cover.question)?.values.findIndex(
    (value) => plainWords(String(value ?? "")) === plainWords(question),
  );
  const row = asked === undefined ? undefined : table?.rows[asked];
  const answer = column(headings.Cover.answer);
  return row === undefined || answer === undefined
    ? cover
    : { ...cover, cell: `${columnLetters(answer.position)}${row}` };
}

/** The row of a line, for messages that name another line: `row 7`. */
export function rowName(at: Place): string {
  return at.cell === undefined ? "another row" : `row ${rowOf(at.cell)}`;
}

/**
 * Cells in a few words, the first three by their addresses.
 *
 * @example nameCells([{ file: "a", cell: "J5" }, { file: "a", cell: "J8" }]) // => "J5 and J8"
 */
export function nameCells(places: readonly Place[]): string {
  const cells = places.map((at) => at.cell ?? "?");
  if (cells.length === 1) return cells[0]!;
  if (cells.length <= 3) return `${cells.slice(0, -1).join(", ")} and ${cells.at(-1)!}`;
  return `${cells.slice(0, 3).join(", ")} and ${cells.length - 3} more`;
}

function rowOf(cell: string): string {
  return cell.replace(/^[A-Z]+/, "");
}
