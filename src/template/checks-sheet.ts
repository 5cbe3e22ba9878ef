import { checkHeading } from "../ingest/formats/cost-return-layout.js";
import type { Workbook } from "../ingest/workbook.js";
import { firstRow } from "./layout.js";
import { any, compare, figure, firstOf, join, not, when, words, work, type Live } from "./live/live.js";
import { standing, type Standing } from "./live/standing.js";
import type { SheetName, WorkedReturn } from "./live/worked-return.js";
import { drawSheet } from "./sheet.js";

/** Where the sheet Checks says how the whole return stands. */
export const statusCell = "D1";

const sheets = [
  "Cover",
  "Staff",
  "Other costs",
  "IMG time",
  "Components",
] as const satisfies readonly SheetName[];

/** Columns of the counts on the sheet Checks. */
const letters = { filled: "B", fine: "C", look: "D", mend: "E", first: "F" } as const;

/** How each sheet stands: lines filled in, fine, to look at again and to mend. All of it fills itself. */
export function drawChecks(workbook: Workbook, worked: WorkedReturn, banner: string | undefined): void {
  drawSheet(workbook, {
    name: "Checks",
    title: "How the return stands",
    hint: "Fills itself. To mend: we could not use the line. To look at again: it may be right; say why in the Note.",
    banner,
    columns: [
      { heading: "Sheet", width: 34, group: "given" },
      { heading: "Filled in", width: 14, group: "check", number: true },
      { heading: "OK", width: 14, group: "check", number: true },
      { heading: "To look at again", width: 14, group: "check", number: true },
      { heading: "To mend", width: 14, group: "check", number: true },
      { heading: "First row to mend", width: 16, group: "check", number: true },
    ],
    rows: sheets.map((sheet) => {
      const { filled, fine, look, mend, first } = counted(worked, sheet);
      const orNone = when<string | number>(compare(first, ">", figure(0)), first, words("none"));
      return [sheet, filled, fine, look, mend, orNone];
    }),
    status: { cell: statusCell, live: readiness(worked) },
  });
}

/** How a sheet stands, as formulas of other sheets find it on the sheet Checks. */
export function standingOf(worked: WorkedReturn, sheet: SheetName): Standing {
  const counts = counted(worked, sheet);
  const there = (name: keyof Standing) => ({
    formula: `Checks!$${letters[name]}$${rowOf(sheet)}`,
    value: counts[name].value,
  });
  return {
    filled: there("filled"),
    fine: there("fine"),
    look: there("look"),
    mend: there("mend"),
    first: there("first"),
  };
}

/** How the whole return stands, in words, as the sheet Checks says it. */
export function readiness(worked: WorkedReturn): Live<string> {
  const toMend = sum(worked, "mend", sheets);
  const someLine = any(
    ...(["Staff", "Other costs", "IMG time"] as const).map((sheet) =>
      compare(standingOf(worked, sheet).filled, ">", figure(0)),
    ),
  );
  return firstOf(
    [
      [not(someLine), words("Not ready to send: no line of cost yet")],
      [
        compare(toMend, ">", figure(0)),
        join(words("Not ready to send: "), toMend, words(" to mend; the sheet Checks says where")),
      ],
    ],
    words("Ready to send"),
  );
}

function sum(worked: WorkedReturn, name: keyof Standing, of: readonly SheetName[]): Live<number> {
  return of.map((sheet) => standingOf(worked, sheet)[name]).reduce((before, one) => work(before, "+", one));
}

function counted(worked: WorkedReturn, sheet: SheetName): Standing {
  const checks = worked.cellsOf(sheet, "Checks").column(checkHeading);
  const row = rowOf(sheet);
  return standing(checks, firstRow, {
    filled: `$${letters.filled}${row}`,
    fine: `$${letters.fine}${row}`,
    look: `$${letters.look}${row}`,
  });
}

function rowOf(sheet: SheetName): number {
  return firstRow + sheets.indexOf(sheet);
}
