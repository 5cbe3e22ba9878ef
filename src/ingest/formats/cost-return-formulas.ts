import type { Issue, Place } from "../../core/issue.js";
import { columnLetters, type CellValue, type Column, type Table } from "../../core/table.js";
import { circleFinder, type Circle } from "../circular.js";
import type { NamedTable } from "../formula-references.js";
import type { Sheet, SheetFormula } from "../workbook.js";
import { headings, lastHeaderRow, type CostReturnSheet } from "./cost-return-layout.js";

/** Answers of one sheet that cannot be trusted: what is told of them, and their rows and positions. */
export interface AnswerFaults {
  readonly issues: readonly Issue[];
  readonly cells: ReadonlySet<string>;
}

const errorValue =
  /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BLOCKED!|FIELD!|CONNECT!|UNKNOWN!|BUSY!)|Err:\d{3})$/;

/** How each error comes about, for the person who meets it. */
const causes: Readonly<Record<string, string>> = {
  "#REF!": "it works from a cell that was deleted",
  "#DIV/0!": "it divides by nought or by an empty cell",
  "#NAME?": "it has a name that the program does not know",
  "#N/A": "it looks for something that is not there",
  "#VALUE!": "it works out a number from words",
  "Err:522": "it works from itself",
  "Err:523": "it works from itself",
};

/**
 * Looks for answers that a formula gives and that cannot be trusted: an error value, a circular reference (the stored
 * result of which means nothing), or no stored result. Formulas elsewhere are only followed, as far as answers work from
 * them.
 */
export function answerFaults(
  file: string,
  sheets: readonly Sheet[],
): (sheet: Sheet, table: Table) => AnswerFaults {
  const findCircle = circleFinder(sheets, sheets.map(namedTable));
  return (sheet, table) => {
    const name = table.source.sheet as CostReturnSheet;
    const wanted = new Set<string>(
      name === "Cover" ? [headings.Cover.answer] : Object.values(headings[name]),
    );
    const formulas = new Map(sheet.formulas.map((formula) => [`${formula.row} ${formula.column}`, formula]));
    const issues: Issue[] = [];
    const cells = new Set<string>();
    for (const column of table.columns) {
      if (![column.name, ...column.aliases].some((heading) => wanted.has(heading))) continue;
      table.rows.forEach((row, index) => {
        const formula = formulas.get(`${row} ${column.position}`);
        const value = column.values[index] ?? null;
        const at = { file, sheet: sheet.name, cell: `${columnLetters(column.position)}${row}` };
        const issue = faultOf(at, headingOf(column, wanted), value, formula, () =>
          findCircle(sheet.name, formula!),
        );
        if (!issue) return;
        issues.push(issue);
        cells.add(`${row} ${column.position}`);
      });
    }
    return { issues, cells };
  };
}

function faultOf(
  at: Place,
  heading: string,
  value: CellValue,
  formula: SheetFormula | undefined,
  findCircle: () => Circle | "too many" | null,
): Issue | null {
  const thing = heading.toLowerCase().replace(/\bimg/g, "IMG");
  const circle = formula ? findCircle() : null;
  if (circle === "too many") return tooMany(at, thing);
  if (circle) return circular(at, thing, circle);
  if (typeof value === "string" && errorValue.test(value)) return failed(at, thing, value);
  if (formula && value === `=${formula.text}`) return unsolved(at, thing);
  return null;
}

function circular(at: Place, thing: string, circle: Circle): Issue {
  const here = circle.findIndex(({ sheet, cell }) => sheet === at.sheet && cell === at.cell);
  const from = here < 0 ? circle : [...circle.slice(here), ...circle.slice(0, here)];
  const names = [...from, from[0]!].map(({ sheet, cell }) =>
    sheet === at.sheet ? cell : `${sheet}!${cell}`,
  );
  const way = names.length <= 6 ? names : [...names.slice(0, 4), "...", names.at(-1)!];
  return {
    code: "cost-circular",
    severity: "error",
    at,
    message:
      here < 0
        ? `${thing}: the formula works from cells that work from themselves (${way.join(" from ")})`
        : `${thing}: the formula works from itself (${way.join(" from ")}); what the cell shows means nothing`,
    expected: "a number, or a formula that does not come back to its own cell",
    found: "a circular reference",
    fix: "type the number over the formula",
  };
}

function failed(at: Place, thing: string, value: string): Issue {
  const cause = causes[value];
  return {
    code: "cost-formula-error",
    severity: "error",
    at,
    message: `${thing}: the cell shows the error ${value}${cause === undefined ? "" : `; ${cause}`}`,
    expected: "an answer",
    found: value,
    fix: "type the answer over the formula, or mend the formula",
  };
}

function unsolved(at: Place, thing: string): Issue {
  return {
    code: "cost-formula-unsolved",
    severity: "error",
    at,
    message: `${thing}: the file holds a formula without its result`,
    expected: "a formula with its result",
    found: "no result",
    fix: "open the file in Excel or LibreOffice, save it, and send it again; or type the answer over the formula",
  };
}

function tooMany(at: Place, thing: string): Issue {
  return {
    code: "cost-formula-tangle",
    severity: "error",
    at,
    message: `${thing}: the formula works from too many others to follow them all`,
    expected: "a number, or a formula that a person can follow",
    found: "millions of steps from formula to formula",
    fix: "copy the answers and paste them as values",
  };
}

function headingOf(column: Column, wanted: ReadonlySet<string>): string {
  return [column.name, ...column.aliases].find((heading) => wanted.has(heading))!;
}

/** The table that the template draws on a sheet, by which formulas may call its columns. */
function namedTable({ name, rows }: Sheet): NamedTable {
  const near = rows.filter(({ row }) => row <= lastHeaderRow);
  const header = near.reduce<Sheet["rows"][number] | undefined>(
    (best, row) => (row.cells.length > (best?.cells.length ?? 0) ? row : best),
    undefined,
  );
  return {
    name: `Table${name.replace(/[^A-Za-z]/g, "")}`,
    sheet: name,
    headerRow: header?.row ?? 0,
    lastRow: rows.at(-1)?.row ?? 0,
    positions: new Map(
      header?.cells.map(({ column, value }) => [String(value).trim().toLowerCase(), column]),
    ),
  };
}
