import type { Issue } from "../../core/issue.js";
import { columnLetters, type CellValue, type Column, type Source, type Table } from "../../core/table.js";
import { readWorkbook, type Sheet, type SheetRow } from "../workbook.js";
import { answerFaults } from "./cost-return-formulas.js";
import {
  missingColumn,
  missingHeader,
  missingSheet,
  noHeading,
  notAWorkbook,
  wrongVersion,
} from "./cost-return-issues.js";
import {
  checkHeading,
  costReturnSheets,
  coverQuestions,
  faultyAnswer,
  headings,
  lastHeaderRow,
  TEMPLATE_VERSION,
} from "./cost-return-layout.js";
import type { CostReturnSheet } from "./cost-return-layout.js";

/**
 * Read a filled cost-return template: one table a sheet, with the true rows and columns of the workbook.
 * Sheets that hold no answers (Guidance, Lists) are not read. A file that is no workbook, another template version,
 * a missing sheet or a missing column, and an answer whose formula fails or works from itself, are errors; values under no heading are a warning, formulas there and the column Check are passed over. All are told at once; of another
 * template version only the Cover is read, as far as it is like this one, because the other columns may mean something else.
 */
export async function readCostReturnTables(
  source: { readonly file: string; readonly trust: string },
  bytes: Uint8Array,
): Promise<{ readonly tables: readonly Table[]; readonly issues: readonly Issue[] }> {
  let sheets: readonly Sheet[];
  try {
    sheets = await readWorkbook(bytes);
  } catch (error) {
    return { tables: [], issues: [notAWorkbook(source.file, error as Error)] };
  }
  const version = checkVersion(source.file, sheets);
  if (version) return { tables: coverAlone(source, sheets), issues: [version] };

  const tables: Table[] = [];
  const issues: Issue[] = [];
  const faultsOf = answerFaults(source.file, sheets);
  for (const name of costReturnSheets) {
    const sheet = findSheet(sheets, name);
    if (sheet) {
      const read = readSheet(source, sheet, name);
      issues.push(...read.issues);
      if (!read.table) continue;
      const faults = faultsOf(sheet, read.table);
      issues.push(...faults.issues);
      tables.push(withoutFaulty(read.table, faults.cells));
    } else issues.push(missingSheet(source.file, name));
  }
  return { tables, issues };
}

function findSheet(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => plain(sheet.name) === plain(name));
}

/** The Cover of another template version, when its headings are those of this one. */
function coverAlone(
  source: { readonly file: string; readonly trust: string },
  sheets: readonly Sheet[],
): readonly Table[] {
  const cover = findSheet(sheets, "Cover");
  const table = cover ? readSheet(source, cover, "Cover").table : null;
  if (!table) return [];
  const other = { format: "cost-return", reasons: ["Cover says another template version"] };
  return [{ ...table, source: { ...table.source, ...other } }];
}

function checkVersion(file: string, sheets: readonly Sheet[]): Issue | null {
  const cover = findSheet(sheets, "Cover");
  if (!cover) return null;
  for (const row of cover.rows) {
    const question = row.cells.find((cell) => plain(cell.value) === plain(coverQuestions.version));
    if (!question) continue;
    const answer = row.cells.find((cell) => cell.column > question.column);
    const found = answer === undefined ? "nothing" : String(answer.value).trim();
    if (found === TEMPLATE_VERSION) return null;
    const cell = `${columnLetters(answer?.column ?? question.column + 1)}${row.row}`;
    return wrongVersion({ file, sheet: cover.name, cell }, found);
  }
  return wrongVersion({ file, sheet: cover.name }, "none");
}

function readSheet(
  source: { readonly file: string; readonly trust: string },
  sheet: Sheet,
  name: CostReturnSheet,
): { readonly table: Table | null; readonly issues: readonly Issue[] } {
  const expected = Object.values(headings[name]);
  const header = findHeader(sheet, expected);
  if (!header) return { table: null, issues: [missingHeader(source.file, sheet.name, expected)] };
  const found = new Map(header.cells.map((cell) => [plain(cell.value), cell]));
  const missing = expected.filter((heading) => !found.has(plain(heading)));
  if (missing.length > 0)
    return {
      table: null,
      issues: missing.map((heading) => missingColumn(source.file, sheet.name, header, heading)),
    };

  const body = sheet.rows.filter((row) => row.row > header.row);
  const headed = new Set(header.cells.map((cell) => cell.column));
  const read = header.cells.filter((cell) => plain(cell.value) !== plain(checkHeading));
  const positions = new Set(read.map((cell) => cell.column));
  const rows = body.filter((row) => row.cells.some((cell) => positions.has(cell.column)));
  const columns = read.map((cell): Column => {
    const canonical = expected.find((heading) => plain(heading) === plain(cell.value));
    return {
      name: String(cell.value),
      aliases: canonical === undefined || canonical === cell.value ? [] : [canonical],
      position: cell.column,
      values: rows.map((row) => row.cells.find((one) => one.column === cell.column)?.value ?? null),
    };
  });
  const worked = new Set(sheet.formulas.map(({ row, column }) => `${row} ${column}`));
  const strays = body.flatMap((row) =>
    row.cells
      .filter(({ column }) => !headed.has(column) && !worked.has(`${row.row} ${column}`))
      .map((cell) => ({ row: row.row, cell })),
  );
  const [stray] = strays;
  const issues = stray
    ? [
        noHeading(
          { file: source.file, sheet: sheet.name, cell: `${columnLetters(stray.cell.column)}${stray.row}` },
          strays.length,
        ),
      ]
    : [];
  const tableSource: Source = {
    file: source.file,
    sheet: name,
    kind: "cost-return",
    trust: source.trust,
    format: `cost-return-${TEMPLATE_VERSION}`,
    reasons: [`Cover says template version ${TEMPLATE_VERSION}`],
  };
  return { table: { source: tableSource, columns, rows: rows.map((row) => row.row), leftOut: [] }, issues };
}

/** The table with a mark in place of each answer that cannot be trusted; `cells` are rows and positions. */
function withoutFaulty(table: Table, cells: ReadonlySet<string>): Table {
  if (cells.size === 0) return table;
  const columns = table.columns.map((column) => ({
    ...column,
    values: column.values.map((value, index): CellValue =>
      cells.has(`${table.rows[index]} ${column.position}`) ? faultyAnswer : value,
    ),
  }));
  return { ...table, columns };
}

function findHeader(sheet: Sheet, expected: readonly string[]): SheetRow | undefined {
  const wanted = new Set(expected.map(plain));
  const score = (row: SheetRow) => row.cells.filter((cell) => wanted.has(plain(cell.value))).length;
  const near = sheet.rows.filter((row) => row.row <= lastHeaderRow);
  const best = Math.max(0, ...near.map(score));
  return best * 2 < expected.length ? undefined : near.find((row) => score(row) === best);
}

/** Headings and sheet names are compared without regard to case and to runs of spaces. */
function plain(value: unknown): string {
  return String(value).trim().replace(/\s+/g, " ").toLowerCase();
}
