import type { Candidate, Choice } from "./choose-format.js";
import { scoreFormats } from "./choose-format.js";
import type { ExplainedDates, Explanation } from "./explanation.js";
import type { FormatRead } from "./formats/format.js";
import { isBlankRow } from "./grid.js";
import type { Grid } from "./read-grid.js";

/** How a file was read, from what was chosen and what came of it. */
export function explain(choice: Choice, read: FormatRead, dates: readonly ExplainedDates[]): Explanation {
  const { cells } = choice.grid;
  const { source, rows, leftOut } = read.table;
  const above = Array.from({ length: Math.min(read.bodyAt, cells.height) }, (_, index) => index);
  const firstHeading = read.bodyAt - read.headerRows;
  const numbers = (indexes: readonly number[]) => indexes.map((index) => cells.rowNumber(index));
  return {
    file: source.file,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    sheetsPassedOver: choice.passedOver,
    format: choice.format.id,
    label: choice.format.label,
    named: choice.named,
    score: choice.score,
    reasons: choice.reasons,
    others: choice.others.map(named),
    bytes: choice.grid.reasons,
    headerRows: numbers(above.filter((index) => index >= firstHeading)),
    notesAbove: numbers(above.filter((index) => index < firstHeading && !isBlankRow(cells, index))),
    answers: rows.length,
    leftOut: leftOut.map(({ reason, rows: numbers }) => ({ reason, rows: numbers })),
    dates,
    remarks: read.remarks ?? [],
  };
}

/** Why a file was not read, and how sure every format was of it. */
export function explainRefusal(file: string, refused: string, grids: readonly Grid[]): Explanation {
  const grid = grids.find(({ cells }) => cells.height > 0);
  return {
    file,
    ...(grid?.sheet === undefined ? {} : { sheet: grid.sheet }),
    sheetsPassedOver: [],
    format: null,
    label: null,
    refused,
    named: false,
    score: 0,
    reasons: [],
    others: grid ? scoreFormats(grid).map(named) : [],
    bytes: grid?.reasons ?? [],
    headerRows: [],
    notesAbove: [],
    answers: 0,
    leftOut: [],
    dates: [],
    remarks: [],
  };
}

function named({ format, score, reasons }: Candidate): Explanation["others"][number] {
  return { format: format.id, label: format.label, score, reasons };
}
