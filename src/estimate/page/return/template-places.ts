import { columnLetters } from "../../../core/table.js";
import { invariant } from "../../../core/invariant.js";
import {
  costReturnSheets,
  headings,
  type CostReturnSheet,
} from "../../../ingest/formats/cost-return-layout.js";
import { openArchive } from "../../../ingest/unzip.js";
import { readWorkbookParts } from "../../../ingest/workbook-parts.js";
import { readWorkbook, type Sheet } from "../../../ingest/workbook.js";
import { xmlText } from "../../../ingest/xml.js";

/** Where the cells of one sheet of the empty cost return are, found by its headings. */
export interface SheetPlaces {
  /** Part of the workbook that holds the sheet. */
  readonly part: string;
  /** Letters of each column, by its heading. */
  readonly columns: Readonly<Record<string, string>>;
  /** Row of what stands in the first column: questions of the Cover, ids of components. */
  readonly named: Readonly<Record<string, number>>;
  /** First row under the headings, and how many rows there are to fill in. */
  readonly firstRow: number;
  readonly rows: number;
}

export type TemplatePlaces = Readonly<Record<CostReturnSheet, SheetPlaces>>;

/** Find the cells of a cost-return template. One that lacks a sheet or its headings is a bug. */
export async function findPlaces(template: Uint8Array): Promise<TemplatePlaces> {
  const archive = openArchive(template);
  const { sheets: parts } = readWorkbookParts(archive);
  const sheets = await readWorkbook(template);
  const entries = costReturnSheets.map((name) => {
    const sheet = sheets.find((one) => one.name === name);
    const part = parts.find((one) => one.name === name)?.part;
    invariant(sheet && part, `cost return: no sheet ${name}`);
    const bytes = archive.part(part);
    invariant(bytes, `cost return: no part ${part}`);
    return [name, { part, ...placesIn(sheet, name, xmlText(bytes)) }] as const;
  });
  return Object.fromEntries(entries) as unknown as TemplatePlaces;
}

function placesIn(sheet: Sheet, name: CostReturnSheet, xml: string): Omit<SheetPlaces, "part"> {
  const wanted = Object.values(headings[name]);
  const header = sheet.rows.find(({ cells }) =>
    wanted.every((one) => cells.some(({ value }) => value === one)),
  );
  invariant(header, `cost return: no headings on ${name}`);
  const first = header.cells[0]!.column;
  const columns = header.cells.map(({ column, value }) => [String(value), columnLetters(column)] as const);
  const named = sheet.rows
    .filter(({ row }) => row > header.row)
    .flatMap(({ row, cells }) =>
      cells.filter(({ column }) => column === first).map(({ value }) => [String(value), row] as const),
    );
  const firstRow = header.row + 1;
  let rows = 0;
  while (xml.includes(`<c r="${columnLetters(first)}${firstRow + rows}"`)) rows++;
  return { columns: Object.fromEntries(columns), named: Object.fromEntries(named), firstRow, rows };
}
