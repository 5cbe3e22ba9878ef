import { checkHeading, coverQuestions, headings } from "../ingest/formats/cost-return-layout.js";
import type { Workbook } from "../ingest/workbook.js";
import type { AnswerColumn, AnswerSheet } from "./answer-column.js";
import { componentAnswers, componentGiven } from "./columns/components.js";
import { coverLines } from "./columns/cover.js";
import { readiness, standingOf, statusCell } from "./checks-sheet.js";
import type { Lists } from "./lists.js";
import { firstRow } from "./layout.js";
import { statusOf } from "./live/status.js";
import type { WorkedReturn } from "./live/worked-return.js";
import { drawSheet, type TemplateColumn } from "./sheet.js";
import { day, formatOf, prompt, validationOf } from "./validation.js";

const checkColumn: TemplateColumn = { heading: checkHeading, width: 34, group: "check" };

/** A sheet of lines to fill in, with the check of each line at its right. */
export function drawAnswers(
  workbook: Workbook,
  { name, title, hint, columns }: AnswerSheet,
  worked: WorkedReturn,
  lists: Lists,
  banner: string | undefined,
): void {
  const { rows, checks } = worked.sheets[name];
  drawSheet(workbook, {
    name,
    title,
    hint,
    banner,
    columns: [...columns.map((column) => drawnColumn(column, lists)), checkColumn],
    rows: rows.map((row, line) => [...row, checks[line]!]),
    status: { cell: "B1", live: statusOf(name, standingOf(worked, name)) },
    filledDown: true,
    keep: 2,
    across: name === "IMG time" ? 1 : 2,
    textLines: 2,
  });
}

/** Each part of the induction: planned, and delivered. */
export function drawComponents(
  workbook: Workbook,
  worked: WorkedReturn,
  lists: Lists,
  banner: string | undefined,
): void {
  const { rows, checks } = worked.sheets.Components;
  drawSheet(workbook, {
    name: "Components",
    title: "Parts of the induction",
    hint: "For each part: was it planned, and was it delivered? Partly: to some of the IMGs, or not in full.",
    banner,
    columns: [
      ...componentGiven.map((column) => ({ ...column, group: "given" as const })),
      ...componentAnswers.map((column) => drawnColumn(column, lists)),
      checkColumn,
    ],
    rows: rows.map((row, line) => [...row, checks[line]!]),
    status: { cell: "C1", live: statusOf("Components", standingOf(worked, "Components")) },
    firstAnswer: `D${firstRow}`,
    filledDown: true,
  });
}

/** The first sheet: whose return it is, the days it covers, and how it stands. */
export function drawCover(
  workbook: Workbook,
  worked: WorkedReturn,
  lists: Lists,
  banner: string | undefined,
): void {
  const { rows, checks } = worked.sheets.Cover;
  const sheet = drawSheet(workbook, {
    name: "Cover",
    title: "What the induction of IMGs cost",
    hint: "One return for one Trust. Fill in the yellow cells here and on the next sheets; Guidance says what to count.",
    banner,
    columns: [
      { heading: headings.Cover.question, width: 46, group: "given" },
      { heading: headings.Cover.answer, width: 24, group: "must" },
      { heading: "What to put", width: 60, group: "given" },
      { ...checkColumn, width: 32 },
    ],
    rows: rows.map((row, line) => [...row, checks[line]!]),
    status: { cell: "C1", live: { formula: `Checks!${statusCell}`, value: readiness(worked).value } },
    firstAnswer: `B${firstRow}`,
  });
  coverLines.forEach(({ question, kind, need, words, blank }, line) => {
    const cell = sheet.getCell(firstRow + line, 2);
    if (need === "may") cell.fill = { type: "pattern", pattern: "none" };
    if (kind === "version") {
      cell.fill = sheet.getCell(firstRow, 1).fill;
      cell.protection = { locked: true };
    } else if (kind === "day") {
      cell.numFmt = "dd/mm/yyyy";
      cell.dataValidation = { ...day, ...prompt(question, words) };
    } else {
      const format = formatOf(kind);
      if (format !== undefined) cell.numFmt = format;
      cell.dataValidation = validationOf(
        { kind, heading: question, words, ...(blank === undefined ? {} : { blank }) },
        lists,
      );
    }
  });
  const corporate = coverLines.findIndex((line) => line.question === coverQuestions.corporate);
  sheet.getRow(firstRow + corporate).height = 34;
}

function drawnColumn(column: AnswerColumn, lists: Lists): TemplateColumn {
  const { heading, width, need, kind } = column;
  const format = formatOf(kind);
  return {
    heading,
    width,
    group: need,
    number: typeof kind === "string" && kind !== "text",
    check: validationOf(column, lists),
    ...(format === undefined ? {} : { format }),
  };
}
