import type { Issue, Place } from "../../core/issue.js";
import type { SheetRow } from "../workbook.js";
import { lastHeaderRow, TEMPLATE_VERSION } from "./cost-return-layout.js";

export function notAWorkbook(file: string, error: Error): Issue {
  return {
    code: "not-a-workbook",
    severity: "error",
    at: { file },
    message: `cost return: ${error.message}`,
    expected: "an .xlsx workbook made from the cost-return template",
    fix: "save the filled template as .xlsx, or write a new one with `pilot-eval template cost-return`",
  };
}

/** What stands in version 1 where it stands in version 2. */
const fromVersion1 =
  "write a new template with `pilot-eval template cost-return` and paste into it, as values, what stands where it did: Cover B5 to B8, Staff columns A to H, Other costs A to G, IMG time A to E, Components D and E; then fill in what its column Check asks for";

export function wrongVersion(at: Place, found: string): Issue {
  return {
    code: "template-version",
    severity: "error",
    at,
    message: `template version: expected ${TEMPLATE_VERSION}, got ${found}`,
    expected: TEMPLATE_VERSION,
    found,
    fix:
      found === "1"
        ? fromVersion1
        : "copy the return into a new template written with `pilot-eval template cost-return`",
  };
}

export function missingSheet(file: string, sheet: string): Issue {
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

export function missingHeader(file: string, sheet: string, expected: readonly string[]): Issue {
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

export function missingColumn(file: string, sheet: string, header: SheetRow, heading: string): Issue {
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

export function noHeading(at: Place, cells: number): Issue {
  return {
    code: "no-heading",
    severity: "warning",
    at,
    message: `${cells === 1 ? "a value stands" : `${cells} values stand`} under no heading and ${cells === 1 ? "is" : "are"} not read`,
    expected: "values under a heading",
    fix: "move them under a heading, or give the column one such as Note",
  };
}
