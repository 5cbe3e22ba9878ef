import { columnLetters } from "../core/table.js";
import { coverQuestions, headerRow } from "../ingest/formats/cost-return-layout.js";
import type { AnswerSheet } from "./answer-column.js";
import { coverLines } from "./columns/cover.js";
import { imgTimeSheet } from "./columns/img-time.js";
import { otherSheet } from "./columns/other-costs.js";
import { staffSheet } from "./columns/staff.js";

/** The sheets whose lines a Trust fills in, in order. */
export const answerSheets: readonly AnswerSheet[] = [staffSheet, otherSheet, imgTimeSheet];

/** Row of the first line of every sheet. */
export const firstRow = headerRow + 1;

/**
 * Letter of the column of a sheet in which an answer stands, by its heading.
 *
 * @example answerColumn("Staff", "Hours of each person") // => "E"
 */
export function answerColumn(sheet: AnswerSheet["name"], heading: string): string {
  const { columns } = answerSheets.find(({ name }) => name === sheet)!;
  return columnLetters(columns.findIndex((column) => column.heading === heading));
}

/**
 * Cell of the Cover in which the answer to a question stands.
 *
 * @example coverCell("from") // => "B6"
 */
export function coverCell(question: keyof typeof coverQuestions): string {
  return `B${firstRow + coverLines.findIndex((line) => line.question === coverQuestions[question])}`;
}
