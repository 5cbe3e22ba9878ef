import { formatNumber } from "../../core/format.js";
import type { CellValue, Table } from "../../core/table.js";
import { costReturnSheets, headings } from "../../ingest/formats/cost-return-layout.js";
import type { CostReturnSheet } from "../../ingest/formats/cost-return-layout.js";
import { readPounds } from "../cost-amount.js";
import { costRows } from "../cost-cell.js";
import { comparableCell } from "./comparable-cell.js";
import { counted } from "./counted.js";
import { pairRows } from "./pair-rows.js";

/** What a line is about, sheet by sheet: a line that says another thing of the same is a changed one. */
const about: Readonly<Record<CostReturnSheet, readonly string[]>> = {
  Cover: [headings.Cover.question],
  Staff: [headings.Staff.component, headings.Staff.role, headings.Staff.payPoint],
  "Other costs": [headings["Other costs"].component, headings["Other costs"].item],
  "IMG time": [headings["IMG time"].grade, headings["IMG time"].payPoint],
  Components: [headings.Components.component],
};

/**
 * What a cost return changes against an earlier one: lines of all its sheets, and the sum of the amounts in pounds as
 * stated, whatever they are for. The sum is left out where an amount of either cannot be read.
 */
export function costEffect(earlier: readonly Table[], later: readonly Table[]): string {
  const { pairs, added, removed } = pairRows(linesOf(earlier), linesOf(later), [
    ({ sheet, cells }) => JSON.stringify([sheet, cells]),
    ({ sheet, subject }) => JSON.stringify([sheet, subject]),
    ({ sheet, row }) => `${sheet} ${row}`,
  ]);
  const changed = pairs.filter(([one, other]) => one.cells.join("\n") !== other.cells.join("\n")).length;
  if (changed + added.length + removed.length === 0) return "the same lines as before";
  const lines = `${counted(changed, "line")} changed, ${added.length} new, ${removed.length} removed`;
  const [before, after] = [statedPence(earlier), statedPence(later)];
  return before === null || after === null ? lines : `${lines}; ${tellTotal(after - before)}`;
}

interface Line {
  readonly sheet: CostReturnSheet;
  readonly row: number;
  readonly cells: readonly string[];
  readonly subject: readonly string[];
}

function linesOf(tables: readonly Table[]): readonly Line[] {
  return costReturnSheets.flatMap((sheet) => {
    const names = Object.values<string>(headings[sheet]);
    return rowsOf(tables, sheet).map(({ row, value }): Line => ({
      sheet,
      row,
      cells: names.map((name) => comparableCell(value(name))),
      subject: about[sheet].map((name) => comparableCell(value(name))),
    }));
  });
}

function statedPence(tables: readonly Table[]): number | null {
  let sum = 0;
  for (const { value } of rowsOf(tables, "Other costs")) {
    const amount = value(headings["Other costs"].amount);
    const pence = amount === null ? null : readPounds(amount);
    if (pence === null) return null;
    sum += pence;
  }
  return sum;
}

function rowsOf(
  tables: readonly Table[],
  sheet: CostReturnSheet,
): readonly { readonly row: number; value(heading: string): CellValue }[] {
  const table = tables.find(({ source }) => source.sheet === sheet);
  return table ? costRows(table, Object.values(headings[sheet]), "", []) : [];
}

function tellTotal(pence: number): string {
  if (pence === 0) return "total of stated amounts as before";
  return `total of stated amounts ${pence > 0 ? "+" : "−"}£${formatNumber(Math.abs(pence) / 100, 2)}`;
}
