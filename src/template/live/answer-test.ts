import type { AnswerKind } from "../answer-column.js";
import type { ListName } from "../lists.js";
import { all, compare, figure, isNumber, isWhole, when, type Content, type Live } from "./live.js";
import { isCoded, isListed } from "./over-cells.js";

/** What the drop-downs offer, as formulas reach it. */
export type ListCells = Readonly<Record<ListName, Live<readonly string[]>>>;

const nothingWrong: Live<boolean> = { formula: "TRUE", value: true };
const no: Live<boolean> = { formula: "FALSE", value: false };

/** Whether a filled cell holds an answer of its kind, and what a person is told when it does not. */
export function answerTest(
  kind: AnswerKind,
  cell: Live<Content>,
  lists: ListCells,
): { readonly fits: Live<boolean>; readonly expected: string } {
  if (kind === "text") return { fits: nothingWrong, expected: "words" };
  if (typeof kind === "object") {
    const coded = kind.list === "component" || kind.list === "payPoint";
    return { fits: (coded ? isCoded : isListed)(cell, lists[kind.list]), expected: "choose from the list" };
  }
  const { tests, expected } = numberKinds[kind];
  return { fits: when(isNumber(cell), all(...tests(cell)), no), expected };
}

type NumberKind = Exclude<AnswerKind, "text" | object>;

const from = (cell: Live<Content>, least: number) => compare(cell, ">=", figure(least));
const above = (cell: Live<Content>, bound: number) => compare(cell, ">", figure(bound));
const upTo = (cell: Live<Content>, most: number) => compare(cell, "<=", figure(most));

const numberKinds: Readonly<
  Record<
    NumberKind,
    { readonly tests: (cell: Live<Content>) => readonly Live<boolean>[]; readonly expected: string }
  >
> = {
  whole: { tests: (cell) => [from(cell, 1), isWhole(cell)], expected: "a whole number from 1" },
  hours: { tests: (cell) => [from(cell, 0)], expected: "a number from 0" },
  amount: { tests: (cell) => [above(cell, 0)], expected: "a number above 0" },
  pounds: { tests: (cell) => [from(cell, 0)], expected: "pounds, from 0" },
  percent: { tests: (cell) => [above(cell, 0), upTo(cell, 100)], expected: "above 0 and at most 100" },
  percentFromNought: { tests: (cell) => [from(cell, 0), upTo(cell, 100)], expected: "from 0 to 100" },
  years: { tests: (cell) => [above(cell, 0), upTo(cell, 60)], expected: "years, at most 60" },
  fullTime: { tests: (cell) => [above(cell, 0), upTo(cell, 1)], expected: "a share of 1, such as 0.5" },
};
