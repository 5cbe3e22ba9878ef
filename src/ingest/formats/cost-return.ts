import type { Issue, Place } from "../../core/issue.js";
import { columnLetters, type Column, type Source, type Table } from "../../core/table.js";
import { readWorkbook, type Sheet, type SheetRow } from "../workbook.js";
import { costReturnSheets, coverQuestions, headings, TEMPLATE_VERSION } from "./cost-return-layout.js";
import type { CostReturnSheet } from "./cost-return-layout.js";

/** Rows from the top in which the column headings are looked for: someone may have put in a line of their own. */
const lastHeaderRow = 20;

/**
 * Read a filled cost-return template: one table a sheet, with the true rows and columns of the workbook.
 * Sheets that hold no answers (Guidance, Lists) are not read. A file that is no workbook, another template version,
 * a missing sheet or a missing column are errors; values under no heading are a warning. All are told at once; of another
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
  for (const name of costReturnSheets) {
    const sheet = findSheet(sheets, name);
    if (sheet) {
      const read = readSheet(source, sheet, name);
      if (read.table) tables.push(read.table);
      issues.push(...read.issues);
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
  const positions = new Set(header.cells.map((cell) => cell.column));
  const rows = body.filter((row) => row.cells.some((cell) => positions.has(cell.column)));
  const columns = header.cells.map((cell): Column => {
    const canonical = expected.find((heading) => plain(heading) === plain(cell.value));
    return {
      name: String(cell.value),
      aliases: canonical === undefined || canonical === cell.value ? [] : [canonical],
      position: cell.column,
      values: rows.map((row) => row.cells.find((one) => one.column === cell.column)?.value ?? null),
    };
  });
  const strays = body.flatMap((row) =>
    row.cells.filter((cell) => !positions.has(cell.column)).map((cell) => ({ row: row.row, cell })),
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

function notAWorkbook(file: string, error: Error): Issue {
  return {
    code: "not-a-workbook",
    severity: "error",
    at: { file },
    message: `cost return: ${error.message}`,
    expected: "an .xlsx workbook made from the cost-return template",
    fix: "save the filled template as .xlsx, or write a new one with `pilot-eval template cost-return`",
  };
}

function wrongVersion(at: Place, found: string): Issue {
  return {
    code: "template-version",
    severity: "error",
    at,
    message: `template version: expected ${TEMPLATE_VERSION}, got ${found}`,
    expected: TEMPLATE_VERSION,
    found,
    fix: "copy the return into a new template written with `pilot-eval template cost-return`",
  };
}

function missingSheet(file: string, sheet: string): Issue {
  return {
    code: "missing-sheet",
    severity: "error",
    at: { file, sheet },
    message: `sheet "${sheet}": not in the workbook`,
    expected: `a sheet named "${sheet}"`,
    found: "none",
    fix: "put the sheet back, or copy the return into a new template; leave its rows empty when there is nothing to report",
  };
}

function missingHeader(file: string, sheet: string, expected: readonly string[]): Issue {
  return {
    code: "missing-header",
    severity: "error",
    at: { file, sheet },
    message: `column headings: not found in the first ${lastHeaderRow} rows`,
    expected: expected.join(", "),
    found: "no row with these headings",
    fix: "put the heading row of the template back",
  };
}

function missingColumn(file: string, sheet: string, header: SheetRow, heading: string): Issue {
  return {
    code: "missing-column",
    severity: "error",
    at: { file, sheet, row: header.row, column: heading },
    message: `column "${heading}": not in row ${header.row}`,
    expected: heading,
    found: "no such heading",
    fix: "put the column's heading back as the template has it",
  };
}

function noHeading(at: Place, cells: number): Issue {
  return {
    code: "no-heading",
    severity: "warning",
    at,
    message: `${cells === 1 ? "a value stands" : `${cells} values stand`} under no heading and ${cells === 1 ? "is" : "are"} not read`,
    expected: "values under a heading",
    fix: "move them under a heading, or give the column one such as Note",
  };
}
