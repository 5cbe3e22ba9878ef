import type { Answer, ReadingOptions } from "../study/answer.js";
import { readAnswer } from "../study/answer.js";
import type { Variable } from "../study/variable.js";
import type { CellGrid } from "./grid.js";

/** The answers of a column: `answers[codes[index]]` is that of row `index` of the grid, or without codes `answers[index]`. */
export interface AnswerColumn {
  readonly answers: readonly Answer[];
  readonly codes: Uint16Array | null;
}

/**
 * Read a column of a grid by its codebook row, each different cell once; blank cells are missing as `blank`. What is
 * invalid keeps its place: the row is `grid.rowNumber(index)`, the column `position`.
 */
export function readAnswerColumn(
  grid: CellGrid,
  position: number,
  variable: Variable,
  options?: ReadingOptions,
): AnswerColumn {
  const coded = grid.coded?.(position) ?? null;
  if (coded)
    return { answers: coded.texts.map((text) => readAnswer(variable, text, options)), codes: coded.codes };
  const answers = new Array<Answer>(grid.height);
  for (let index = 0; index < grid.height; index += 1) {
    answers[index] = readAnswer(variable, grid.cell(index, position), options);
  }
  return { answers, codes: null };
}
