import { coverQuestions, headings } from "../../ingest/formats/cost-return-layout.js";
import { costLimits } from "../../validate/cost-limits.js";
import { all, any, compare, figure, isBlank, isNumber, not, says, size, when, words, work } from "./live.js";
import type { Live } from "./live.js";
import type { Step } from "./line-check.js";
import type { SheetCells } from "./sheet-cells.js";
import { verdicts } from "./verdict.js";

/** An answer on the Cover. */
export type CoverAnswer = (question: string) => Live<string | number | null>;

const no: Live<boolean> = { formula: "FALSE", value: false };
const yes: Live<boolean> = { formula: "TRUE", value: true };

/** What the check of a line of staff time looks for beside the answers one by one. */
export function staffSteps(cells: SheetCells, line: number, cover: CoverAnswer): readonly Step[] {
  const heading = headings.Staff;
  const cell = (name: keyof typeof heading) => cells.cell(line, heading[name]);
  const filled = (name: keyof typeof heading) => not(isBlank(cell(name)));
  const hours = cell("hours");
  const { longWeek, mostWeek, eachImgHours } = costLimits;
  const about = ["rateSource", "rateOnCosts", "rateOverheads"] as const;
  const weekly = says(cell("basis"), "each week");
  return [
    [all(filled("hours"), filled("fullTime")), words("Hours or full-time share, not both")],
    [all(filled("fullTime"), not(weekly)), words("A full-time share goes with each week")],
    [
      all(filled("ownRate"), any(...about.map((name) => isBlank(cell(name))))),
      words("Own rate: fill in the three columns after it"),
    ],
    [
      all(isBlank(cell("ownRate")), any(...about.map(filled))),
      words("Give the own rate, or clear what is about it"),
    ],
    [
      when(weekly, compare(hours, ">", figure(mostWeek)), beyond(hours, mostWeek, cover)),
      words(`Hours of one person: more than ${mostWeek} a week`),
    ],
    [
      when(
        weekly,
        compare(hours, ">", figure(longWeek)),
        when(says(cell("basis"), "whole period"), beyond(hours, longWeek, cover), no),
      ),
      look(`more than ${longWeek} hours a week of one person`),
    ],
    [
      all(says(cell("basis"), "each IMG"), compare(hours, ">", figure(eachImgHours))),
      look(`more than ${eachImgHours} hours for each IMG; are they a cohort's?`),
    ],
  ];
}

/**
 * What the check of another cost looks for: whether quantity times price is the amount, but for rounding. Of an amount for
 * each IMG the quantity may be that of one or of all on the Cover; how many cohorts there were the workbook does not know.
 */
export function otherSteps(cells: SheetCells, line: number, cover: CoverAnswer): readonly Step[] {
  const heading = headings["Other costs"];
  const [amount, quantity, price, basis] = (["amount", "quantity", "unitPrice", "basis"] as const).map(
    (name) => cells.cell(line, heading[name]),
  ) as [Live<number>, Live<number>, Live<number>, Live<string>];
  const imgs = cover(coverQuestions.inducted);
  const rounding = work(work(figure(0.005), "*", quantity), "+", figure(0.01));
  const apart = (bought: Live<number>) =>
    compare(size(work(work(quantity, "*", price), "-", bought)), ">", rounding);
  const apartFromAll = when(isNumber(imgs), apart(work(amount, "*", imgs)), yes);
  return [
    [
      when(
        all(isNumber(quantity), isNumber(price), not(says(basis, "each cohort"))),
        all(apart(amount), when(says(basis, "each IMG"), apartFromAll, yes)),
        no,
      ),
      look("quantity times price is not the amount"),
    ],
  ];
}

/** What the check of IMG time looks for: more hours than one person has in the days covered. */
export function imgTimeSteps(cells: SheetCells, line: number, cover: CoverAnswer): readonly Step[] {
  const hours = cells.cell(line, headings["IMG time"].hoursEach);
  const { longWeek, mostWeek } = costLimits;
  return [
    [beyond(hours, mostWeek, cover), words(`Hours of one IMG: more than ${mostWeek} a week`)],
    [beyond(hours, longWeek, cover), look(`more than ${longWeek} hours a week of one IMG`)],
  ];
}

/** Whether hours are more than so many a week through all the days covered; not, while the Cover has no days. */
function beyond(hours: Live<string | number | null>, weekly: number, cover: CoverAnswer): Live<boolean> {
  const [from, to] = [cover(coverQuestions.from), cover(coverQuestions.to)];
  const days = work(work(to, "-", from), "+", figure(1));
  return when(
    all(isNumber(from), isNumber(to), isNumber(hours)),
    all(
      compare(days, ">", figure(0)),
      compare(work(hours, "*", figure(7)), ">", work(figure(weekly), "*", days)),
    ),
    no,
  );
}

function look(text: string): Live<string> {
  return words(`${verdicts.look}: ${text}`);
}
