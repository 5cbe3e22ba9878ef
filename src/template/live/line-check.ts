import type { AnswerColumn, AnswerSheet } from "../answer-column.js";
import { answerTest, type ListCells } from "./answer-test.js";
import { all, compare, count, figure, firstOf, isBlank, join, not, when, words } from "./live.js";
import type { Live } from "./live.js";
import { allEmpty, anyError } from "./over-cells.js";
import type { SheetCells } from "./sheet-cells.js";
import { verdicts } from "./verdict.js";

/** A test of a line, and what its check says when the test holds. */
export type Step = readonly [test: Live<boolean>, say: Live<string>];

/**
 * What the check of one line says: nothing of an empty line; what is missing; the first answer that will not do; the
 * first of the sheet's own steps that holds; or OK.
 */
export function lineCheck(
  { columns }: Pick<AnswerSheet, "columns">,
  cells: SheetCells,
  line: number,
  lists: ListCells,
  ownSteps: readonly Step[],
): Live<string> {
  const answers = columns.filter(({ heading }) => heading !== "Note");
  return firstOf(
    [
      [anyError(cells.line(line)), words("Mend the cell with an error value")],
      [allEmpty(cells.line(line)), words("")],
      ...missing(answers, cells, line),
      ...answers.filter(({ kind }) => kind !== "text").map((column) => unfit(column, cells, line, lists)),
      ...ownSteps,
    ],
    words(verdicts.fine),
  );
}

/** The first answer that must be there and is not, and how many more. */
function missing(columns: readonly AnswerColumn[], cells: SheetCells, line: number): readonly Step[] {
  const needed = columns.filter(({ need }) => need === "must");
  const blanks = needed.map(({ heading, or }) => {
    const blank = isBlank(cells.cell(line, heading));
    return or === undefined ? blank : all(blank, isBlank(cells.cell(line, or)));
  });
  const first = firstOf(
    needed.slice(0, -1).map(({ heading }, index): Step => [blanks[index]!, words(heading)]),
    words(needed.at(-1)!.heading),
  );
  const many = count(blanks);
  const more = when(
    compare(many, ">", figure(1)),
    join(words(" and "), { formula: `${many.formula}-1`, value: many.value - 1 }, words(" more")),
    words(""),
  );
  return [[compare(many, ">", figure(0)), join(words("Fill in: "), first, more)]];
}

function unfit({ heading, kind }: AnswerColumn, cells: SheetCells, line: number, lists: ListCells): Step {
  const cell = cells.cell(line, heading);
  const { fits, expected } = answerTest(kind, cell, lists);
  return [all(not(isBlank(cell)), not(fits)), words(`${heading}: ${expected}`)];
}
