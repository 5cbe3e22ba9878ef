import type { DateOrder } from "../core/day.js";
import type { CellValue, Column } from "../core/table.js";
import type { Answer, Tick } from "../study/answer.js";
import { allowedAnswers, readAnswer } from "../study/answer.js";
import type { Variable } from "../study/variable.js";
import { plainWords } from "../study/wording.js";
import { cellText, isBlank } from "./grid.js";
import type { MatchedColumns, SplitPart } from "./match.js";

export interface ColumnReading {
  readonly reversed: boolean;
  readonly dateOrder: DateOrder | null;
}

/** The answer of one row, from the column or columns that hold the variable. */
export function readColumns(
  variable: Variable,
  columns: MatchedColumns,
  row: number,
  options: ColumnReading,
): Answer {
  if (columns.kind === "one") return readAnswer(variable, columns.column.values[row] ?? null, options);
  const answer =
    variable.type === "single"
      ? readSpread(variable, columns.parts, row, options)
      : readTicks(variable, columns.parts, row, options);
  if (answer.kind !== "missing") return answer;
  const declined = columns.missing.find(({ column }) => !isUnticked(column.values[row] ?? null));
  return declined ? { kind: "missing", reason: declined.reason } : answer;
}

/** All columns behind a variable. */
export function columnsOf(columns: MatchedColumns): readonly Column[] {
  if (columns.kind === "one") return [columns.column];
  return [...columns.parts, ...columns.missing].map(({ column }) => column);
}

/**
 * The column whose cell made an answer invalid: the only one, or of several the first that is neither a tick nor empty,
 * else the last that is ticked.
 */
export function wrongColumn(variable: Variable, columns: MatchedColumns, row: number): Column | null {
  if (columns.kind === "one") return columns.column;
  const states = columns.parts.map((part) => ({ part, tick: readTick(variable, part, row) }));
  const wrong =
    states.find(({ tick }) => tick === null) ?? states.findLast(({ tick }) => tick === true) ?? states[0];
  return wrong?.part.column ?? null;
}

/** A tick-all question: a column of ticks for each answer. */
function readTicks(
  variable: Variable,
  parts: readonly SplitPart[],
  row: number,
  options: ColumnReading,
): Answer {
  const ticks: Tick[] = [];
  for (const part of parts) {
    const ticked = readTick(variable, part, row);
    if (ticked === null || part.code === null)
      return { kind: "invalid", expected: `${allowedAnswers(variable)}, or nothing` };
    ticks.push({ code: part.code, ticked });
  }
  return readAnswer(variable, ticks, options);
}

/**
 * A question with one answer that has a column for each: the one that is ticked, or that holds the answer in words.
 * More than one is no answer. A 0 alone among blanks, in the column of the answer that has the code 0, is that answer. A form that is the other way round has its numbers and letters turned, not its words.
 */
function readSpread(
  variable: Variable,
  parts: readonly SplitPart[],
  row: number,
  options: ColumnReading,
): Answer {
  const found: Answer[] = [];
  for (const part of parts) {
    const tick = readTick(variable, part, row);
    if (tick === false && !isLoneZero(parts, part, row)) continue;
    const cell = part.column.values[row] ?? null;
    if (tick === null) found.push(readAnswer(variable, cell, { ...options, reversed: false }));
    else if (part.code === null) return { kind: "invalid", expected: allowedAnswers(variable) };
    else {
      const inWords = part.by === "words" || plainWords(cellText(cell)) === labelOf(variable, part.code);
      found.push(readAnswer(variable, part.code, inWords ? { ...options, reversed: false } : options));
    }
  }
  if (found.length > 1) return { kind: "invalid", expected: `one answer: ${allowedAnswers(variable)}` };
  return found[0] ?? { kind: "missing", reason: "blank" };
}

/** Where a column that is not chosen is blank, a 0 is a code and no empty box. */
function isLoneZero(parts: readonly SplitPart[], { code, column }: SplitPart, row: number): boolean {
  if (code !== 0 || cellText(column.values[row] ?? null).trim() !== "0") return false;
  return (
    parts.length > 1 && parts.every((each) => each.column === column || isBlank(each.column.values[row]))
  );
}

const unticked = ["0", "no", "n", "false", "unchecked", "not selected", "not ticked"];
const ticked = ["1", "yes", "y", "true", "x", "checked", "selected", "ticked", "✓", "✔"];

function isUnticked(value: CellValue): boolean {
  return isBlank(value) || unticked.includes(plainWords(cellText(value)));
}

/** Whether one answer's cell is a tick: null when it is neither a tick nor empty nor the answer's own words or number. */
function readTick(variable: Variable, { code, column }: SplitPart, row: number): boolean | null {
  const value = column.values[row] ?? null;
  if (isBlank(value)) return false;
  const words = plainWords(cellText(value));
  if (words === labelOf(variable, code) || ticked.includes(words)) return true;
  if (unticked.includes(words)) return false;
  if (words === String(code)) return true;
  const isOpen = variable.categories.some((category) => category.code === code && category.open === true);
  return isOpen && /\p{L}/u.test(words) ? true : null;
}

function labelOf(variable: Variable, code: number | null): string {
  return plainWords(variable.categories.find((category) => category.code === code)?.label ?? "");
}
