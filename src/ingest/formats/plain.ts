import { headingsOf, layOut, purposesBy } from "../lay-out.js";
import type { CellValue } from "../../core/table.js";
import type { GridRow } from "../grid.js";
import { cellText, headOf, isBlank, rowsFrom } from "../grid.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";

const purposeOf = purposesBy({
  "@id": ["@id"],
  "@started": ["@started"],
  "@submitted": ["@submitted"],
  "@complete": ["@complete"],
  personal: [
    "Email",
    "E-mail",
    "Email address",
    "Name",
    "Full name",
    "First name",
    "Last name",
    "Surname",
    "IP address",
  ],
});

/** A plain table: one header row, one row a person; also cohort.csv and hr.csv. Only taken when asked for. */
export const plain: Format = {
  id: "plain",
  label: "Plain table",
  evidence: "ours: one header row, then one row a person; headings as in the codebook",
  detect(rows) {
    return rows.length === 0
      ? notDetected("no rows")
      : { score: 0.1, reasons: ["a table with one header row"] };
  },
  read(cells, source) {
    const head = headOf(cells);
    const at = headerOf(head);
    const headings = headingsOf(head[at]);
    const bodyAt = at + 1;
    return {
      ...layOut({ source, headings, body: rowsFrom(cells, bodyAt), purposeOf }),
      bodyAt,
      headerRows: 1,
    };
  },
};

/**
 * The first of the first ten rows that is at least half as full as the fullest: notes above it are passed over, as are
 * several words that stand alone in a row.
 */
function headerOf(rows: readonly GridRow[]): number {
  const filled = rows.slice(0, 10).map((row) => row.cells.filter((cell) => !isBlank(cell)));
  const most = Math.max(0, ...filled.map((cells) => cells.length));
  return Math.max(
    0,
    filled.findIndex((cells) => cells.length > 0 && cells.length >= most / 2 && !isNote(cells, most)),
  );
}

function isNote(cells: readonly CellValue[], most: number): boolean {
  return cells.length === 1 && most > 1 && /\S\s+\S/.test(cellText(cells[0]));
}
