import type { Issue } from "../core/issue.js";
import type { Table } from "../core/table.js";
import { columnLetters } from "../core/table.js";
import { attribute } from "./xml.js";

/** A block of cells, rows as a spreadsheet shows them, columns from 0, all included. */
export interface Block {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** How a worksheet shows its cells. */
export interface SheetLayout {
  /** Blocks merged into one cell: only the first of each holds a value. */
  readonly merged: readonly Block[];
  readonly hiddenRows: readonly number[];
  /** Runs of hidden columns, from 0. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

/** Notes what a worksheet's elements say of its layout. */
export function layoutReader(): {
  note(name: string, attributes: string): void;
  noteRow(row: number, attributes: string): void;
  readonly layout: SheetLayout;
} {
  const layout = {
    merged: [] as Block[],
    hiddenRows: [] as number[],
    hiddenColumns: [] as [number, number][],
  };
  return {
    layout,
    note(name, attributes) {
      if (name === "mergeCell") {
        const block = blockOf(attribute(attributes, "ref") ?? "");
        if (block) layout.merged.push(block);
      } else if (name === "col" && isHidden(attributes)) {
        const [first, last] = ["min", "max"].map((end) => Number(attribute(attributes, end)) - 1);
        if (first! >= 0 && last! >= first!) layout.hiddenColumns.push([first!, last!]);
      }
    },
    noteRow(row, attributes) {
      if (attributes.includes("hidden") && isHidden(attributes)) layout.hiddenRows.push(row);
    },
  };
}

/**
 * What a sheet's layout would lose or hide of the answers: merged cells among them are an error, hidden rows a warning,
 * hidden columns a note. All are read.
 *
 * @param table whose rows are looked at, those left out with the rest
 * @param width columns of the table
 */
export function layoutIssues(
  at: { readonly file: string; readonly sheet?: string },
  layout: SheetLayout | undefined,
  table: Table,
  width: number,
): readonly Issue[] {
  if (!layout) return [];
  const answers = new Set([...table.rows, ...table.leftOut.flatMap((each) => each.rows)]);
  let [first, last] = [Infinity, 0];
  for (const row of answers) [first, last] = [Math.min(first, row), Math.max(last, row)];
  const merged = layout.merged.filter(({ rows }) => rows[1] >= first && rows[0] <= last);
  const hidden = layout.hiddenRows.filter((row) => answers.has(row));
  const columns = layout.hiddenColumns.filter(([first]) => first < width);
  return [
    ...(merged.length > 0 ? [mergedAnswers(at, merged)] : []),
    ...(hidden.length > 0 ? [hiddenRows(at, hidden)] : []),
    ...(columns.length > 0 ? [hiddenColumns(at, columns, width)] : []),
  ];
}

type SheetPlace = { readonly file: string; readonly sheet?: string };

function mergedAnswers(at: SheetPlace, blocks: readonly Block[]): Issue {
  const addresses = blocks.map(({ rows, columns }) => {
    const [from, to] = [0, 1].map((end) => `${columnLetters(columns[end]!)}${rows[end]}`);
    return `${from}:${to}`;
  });
  const more = blocks.length > 1 ? `, and ${blocks.length - 1} more` : "";
  return {
    code: "merged-answers",
    severity: "error",
    at: { ...at, cell: addresses[0]!.split(":")[0]! },
    message: `${addresses[0]}${more}: merged cells among the answers; only the first of each block holds anything`,
    expected: "one cell for each answer",
    found: `${blocks.length} merged ${blocks.length === 1 ? "block" : "blocks"}`,
    fix: "unmerge the cells and write into each what it stands for, or export the file again",
  };
}

function hiddenRows(at: SheetPlace, rows: readonly number[]): Issue {
  const many = rows.length > 1;
  return {
    code: "hidden-rows",
    severity: "warning",
    at: { ...at, row: rows[0]! },
    message: `row: ${rows.length} ${many ? "rows" : "row"} of answers hidden, by hand or by a filter; read all the same`,
    expected: "every row of answers in sight",
    found: `${rows.length} hidden`,
    fix: "show the rows, and delete those that are not to count",
  };
}

function hiddenColumns(at: SheetPlace, runs: readonly (readonly [number, number])[], width: number): Issue {
  const letters = runs.map(([first, last]) => {
    const end = Math.min(last, width - 1);
    return first === end ? columnLetters(first) : `${columnLetters(first)} to ${columnLetters(end)}`;
  });
  return {
    code: "hidden-columns",
    severity: "note",
    at,
    message: `columns ${letters.join(", ")}: hidden in the sheet; read all the same`,
    fix: "nothing to do; delete the columns if they are not to be read",
  };
}

function isHidden(attributes: string): boolean {
  return ["1", "true"].includes(attribute(attributes, "hidden") ?? "");
}

function blockOf(reference: string): Block | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference);
  if (!found) return null;
  const [, left, top, right, bottom] = found;
  return { rows: [Number(top), Number(bottom)], columns: [columnOf(left!), columnOf(right!)] };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
