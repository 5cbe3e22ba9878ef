import { checkHeading, headings } from "../../ingest/formats/cost-return-layout.js";
import { answerRows, coverAnswers, type AnswerRow } from "../answer-rows.js";
import { componentAnswers, componentGiven } from "../columns/components.js";
import { coverLines } from "../columns/cover.js";
import { answerSheets, firstRow } from "../layout.js";
import { listCells } from "../lists.js";
import type { TemplateOptions } from "../template-options.js";
import { coverChecks } from "./cover-check.js";
import { lineCheck } from "./line-check.js";
import type { Live } from "./live.js";
import { imgTimeSteps, otherSteps, staffSteps, type CoverAnswer } from "./own-steps.js";
import { sheetCells, type CellInput, type SheetCells } from "./sheet-cells.js";

export type SheetName = "Cover" | "Staff" | "Other costs" | "IMG time" | "Components";

/** One sheet with its answers, and what its formulas say of them. */
export interface WorkedSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellInput[])[];
  /** What the check of each line says. */
  readonly checks: readonly Live<string>[];
}

/** The whole return with its formulas worked out. */
export interface WorkedReturn {
  readonly sheets: Readonly<Record<SheetName, WorkedSheet>>;
  /** Cells of a sheet as formulas of another reach them. */
  cellsOf(sheet: SheetName, from: string): SheetCells;
}

/** Lines to spare below those that are filled in. */
const spareLines = 10;

/** Lay the answers out, and work out each formula that the workbook will hold about them. */
export function workOut(options: TemplateOptions): WorkedReturn {
  const lists = listCells(options);
  const cover = coverAnswers(options);
  const coverColumns = [headings.Cover.question, headings.Cover.answer, "What to put"];
  const coverRows = coverLines.map(({ question, words }) => [question, cover[question] ?? null, words]);
  const coverAnswer = (from: string): CoverAnswer => {
    const cells = sheetCells("Cover", firstRow, coverColumns, coverRows, from);
    return (question) =>
      cells.cell(
        coverLines.findIndex((line) => line.question === question),
        headings.Cover.answer,
      );
  };
  const filled = answerRows(options.fill ?? { staff: [], other: [], supernumerary: [] }, options);
  const ownSteps = {
    Staff: (cells: SheetCells, line: number) => staffSteps(cells, line, coverAnswer("Staff")),
    "Other costs": (cells: SheetCells, line: number) => otherSteps(cells, line, coverAnswer("Other costs")),
    "IMG time": (cells: SheetCells, line: number) => imgTimeSteps(cells, line, coverAnswer("IMG time")),
  };
  const answers = answerSheets.map((sheet) => {
    const columns = sheet.columns.map(({ heading }) => heading);
    const given = filled[sheet.name];
    const rows = laidOut(given, columns, Math.max(sheet.lines, given.length + spareLines));
    const cells = sheetCells(sheet.name, firstRow, columns, rows, sheet.name);
    const checks = rows.map((_, line) =>
      lineCheck(sheet, cells, line, lists, ownSteps[sheet.name](cells, line)),
    );
    return [sheet.name, { columns, rows, checks }] as const;
  });
  const sheets = {
    Cover: { columns: coverColumns, rows: coverRows, checks: coverChecks(coverAnswer("Cover"), lists) },
    ...(Object.fromEntries(answers) as unknown as Record<"Staff" | "Other costs" | "IMG time", WorkedSheet>),
    Components: components(options, (cells, line) =>
      lineCheck({ columns: componentAnswers }, cells, line, lists, []),
    ),
  };
  return {
    sheets,
    cellsOf: (sheet, from) =>
      sheetCells(
        sheet,
        firstRow,
        [...sheets[sheet].columns, checkHeading],
        sheets[sheet].rows.map((row, line) => [...row, sheets[sheet].checks[line]!.value]),
        from,
      ),
  };
}

function components(
  { components: parts, fill }: TemplateOptions,
  check: (cells: SheetCells, line: number) => Live<string>,
): WorkedSheet {
  const given = new Map(fill?.components.map((line) => [line.component, line]));
  const columns = [...componentGiven, ...componentAnswers].map(({ heading }) => heading);
  const rows = parts.map(({ id, label, strand }): readonly CellInput[] => {
    const line = given.get(id);
    return [id, label, strand, line ? (line.planned ? "yes" : "no") : null, line?.delivered ?? null, null];
  });
  const cells = sheetCells("Components", firstRow, columns, rows, "Components");
  return { columns, rows, checks: rows.map((_, line) => check(cells, line)) };
}

function laidOut(
  rows: readonly AnswerRow[],
  columns: readonly string[],
  lines: number,
): readonly (readonly CellInput[])[] {
  return Array.from({ length: lines }, (_, line) => columns.map((heading) => rows[line]?.[heading] ?? null));
}
