import { coverQuestions, TEMPLATE_VERSION } from "../../ingest/formats/cost-return-layout.js";
import { coverLines, type CoverQuestion } from "../columns/cover.js";
import { answerTest, type ListCells } from "./answer-test.js";
import { all, compare, firstOf, isBlank, isNumber, not, says, when, words } from "./live.js";
import type { Live } from "./live.js";
import type { Step } from "./line-check.js";
import type { CoverAnswer } from "./own-steps.js";
import { verdicts } from "./verdict.js";

const no: Live<boolean> = { formula: "FALSE", value: false };

/** What the check beside each question of the Cover says, in the order of the questions. */
export function coverChecks(answer: CoverAnswer, lists: ListCells): readonly Live<string>[] {
  return coverLines.map((line) =>
    firstOf(
      [
        [isError(answer(line.question)), words("Mend the error value")],
        [isBlank(answer(line.question)), words(line.need === "must" ? "Fill in" : verdicts.mayBeBlank)],
        ...unfit(line, answer(line.question), lists),
        ...beside(line, answer),
      ],
      words(verdicts.fine),
    ),
  );
}

function unfit(
  { kind }: CoverQuestion,
  cell: Live<string | number | null>,
  lists: ListCells,
): readonly Step[] {
  if (kind === "day") return [[not(isNumber(cell)), words("Type a day such as 01/04/2026")]];
  if (kind === "version") {
    const right = {
      formula: `TRIM(${cell.formula})="${TEMPLATE_VERSION}"`,
      value: String(cell.value) === TEMPLATE_VERSION,
    };
    return [[not(right), words(`Put back ${TEMPLATE_VERSION}`)]];
  }
  const { fits, expected } = answerTest(kind, cell, lists);
  return kind === "text" ? [] : [[not(fits), words(`Expected ${expected}`)]];
}

/** What an answer must agree with on the same sheet. */
function beside({ question }: CoverQuestion, answer: CoverAnswer): readonly Step[] {
  const blank = (other: string) => isBlank(answer(other));
  const { from, to, highCost, supplementAfc, supplementMedical, corporate } = coverQuestions;
  if (question === corporate)
    return [[says(answer(corporate), "no"), words(`${verdicts.look}: leave it out, then answer yes`)]];
  if (question === to) {
    const before = when(isNumber(answer(from)), compare(answer(to), "<", answer(from)), no);
    return [[before, words("Before the first day covered")]];
  }
  if (question !== highCost) return [];
  const neither = all(blank(supplementAfc), blank(supplementMedical));
  const none = says(answer(highCost), "none");
  return [
    [all(none, not(neither)), words("Choose the zone, or clear the supplement")],
    [all(not(none), neither), words("Give the supplement below")],
  ];
}

function isError({ formula }: Live<unknown>): Live<boolean> {
  return { formula: `ISERROR(${formula})`, value: false };
}
