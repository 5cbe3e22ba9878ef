import { capitalise } from "../charts/wording.js";
import { overLevels, type PlanningAssumptions, type Range } from "../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../costs/estimate/estimate.js";
import { perspectiveWords } from "../costs/estimate/inputs.js";
import { poundsYears } from "../costs/estimate/pounds-years.js";
import { whoseQuantities } from "../costs/estimate/whose.js";
import { choicesBeside } from "./choice-words.js";
import type { EstimateReport } from "./estimate-report.js";
import { openGaps } from "./gap-words.js";
import { inputWords } from "./input-words.js";
import { aboutPounds, aboutRange } from "./money.js";
import { ownPayWords } from "./own-pay-words.js";
import { partWords } from "./part-words.js";
import { count, doctors, noBreakEven, nothingMoves, pensionWords, setUpWords } from "./wording.js";

/** The sentences of a board summary, shared by its Word, HTML and plain text versions. Cautious: an estimate, with its range. */
export interface BoardWords {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly more: readonly string[];
  /** What stands beside the assumptions that move it, before they are listed. */
  readonly beside: string | null;
  readonly movers: readonly string[];
  readonly leavesOut: string;
  readonly basis: readonly string[];
  /** Repeated on every page. */
  readonly banner: string;
}

/** Notes on a pilot that a page has room for, the most important first; the workbook and estimate.json hold all. */
const notesOnPage = 2;

/** Say an estimate in plain words, with amounts to three figures. */
export function boardWords(report: EstimateReport): BoardWords {
  const { estimate, data } = report;
  const { inputs, card, drivers } = estimate;
  const total = totalOf(estimate);
  const each = eachOf(total, inputs.imgs);
  const part = partWords(report);
  const own = inputWords(report);
  const beside = choicesBeside(estimate);
  const { gaps } = estimate;
  return {
    title: gaps
      ? `What closing the gaps in the induction of ${count(inputs.imgs, "IMG")} a year may cost`
      : `What ${part ? "part of the " : ""}induction of ${count(inputs.imgs, "IMG")} a year may cost`,
    question: `Planning estimate for one Trust, ${count(inputs.intakes, "intake")} a year, at ${card.year} pay. It counts ${part ? `${part}: ` : ""}${perspectiveWords[inputs.perspective]}.`,
    answer: gaps
      ? `${openGaps(gaps).length === 0 ? "No gaps are left. Closing them" : "Closing the gaps"} would take ${spoken(gaps.totalPence, eachOf(gaps.totalPence, inputs.imgs)).replace("About", "about")}`
      : spoken(total, each),
    more: [
      ...(gaps ? [`The whole induction: ${spoken(total, each).replace("About", "about")}`] : []),
      ...moreOf(estimate),
      ...(own ? [own] : []),
    ],
    beside: beside && `${capitalise(beside)}:`,
    movers:
      drivers.length === 0
        ? [capitalise(nothingMoves)]
        : drivers
            .slice(0, 3)
            .map(
              ({ label, lowPence, highPence }) =>
                `${capitalise(label)}: alone, it takes the year from ${aboutPounds(lowPence)} to ${aboutPounds(highPence)}`,
            ),
    leavesOut: leavesOutOf(estimate),
    basis: [
      `${capitalise(whoseQuantities(inputs, data.assumptions))}.`,
      ...(data.assumptions.pilot
        ? [`${data.assumptions.pilot.notes.slice(0, notesOnPage).map(capitalise).join(". ")}.`]
        : []),
      `Pay and on-costs of ${card.year}; amounts in pounds at ${poundsYears(data.assumptions, estimate.items).words}. Pension: ${pensionWords(card)}.`,
      `${estimate.totals.central.setUpWholePence > 0 ? `${capitalise(setUpWords(inputs))}. ` : ""}${overheadsOf(estimate)}`,
      "Low and high put every assumption at its end at once. Amounts are rounded to three figures.",
    ],
    banner: bannerOf(data.assumptions),
  };
}

function bannerOf({ pilot }: PlanningAssumptions): string {
  if (!pilot) return "Planning estimate by assumptions of pilot-eval. Not a finding of the pilot";
  if (pilot.synthetic) return "Planning estimate from synthetic data: not real people or Trusts";
  return "Planning estimate from a pilot's quantities and assumptions of pilot-eval. Not a finding";
}

/** The year's cost, whole pence. */
export function totalOf({ totals }: TrustEstimate): Range {
  return overLevels((level) => totals[level].totalPence);
}

/** The same for each of some IMGs, pence. */
export function eachOf(pence: Range, imgs: number): Range {
  return overLevels((level) => pence[level] / imgs);
}

function spoken(total: Range, each: Range): string {
  return `About ${aboutPounds(total.central)} a year, or ${aboutPounds(each.central)} for each IMG. It could be ${aboutRange(total)} a year, or ${aboutRange(each)} for each IMG.`;
}

function perHead(who: string, imgs: number | null, pence: number): readonly string[] {
  return imgs === null ? [] : [`For each of the ${imgs} IMGs ${who}: about ${aboutPounds(pence / imgs)}.`];
}

function moreOf(estimate: TrustEstimate): readonly string[] {
  const { totals, oneMore, breakEven, inputs } = estimate;
  const { setUpWholePence, runningPence } = totals.central;
  return [
    setUpWholePence === 0 && runningPence === 0
      ? "Nothing that is provided is counted, so there is nothing to pay."
      : setUpWholePence > 0
        ? `Setting up takes about ${aboutPounds(setUpWholePence)} once; running takes about ${aboutPounds(runningPence)} a year.`
        : "No set-up costs are counted: it is all for running.",
    `One more IMG would add about ${aboutPounds(oneMore.pence.central)}${oneMore.fuller.length > 0 ? `, because a further group is needed` : ""}.`,
    ...ownPayWords(estimate),
    ...perHead("recruited", inputs.recruited, totals.central.totalPence),
    ...perHead("who completed it", inputs.completed, totals.central.totalPence),
    ...(breakEven
      ? [
          totals.high.totalPence === 0
            ? noBreakEven
            : `It would equal the cost of replacing ${doctors(breakEven)} at ${aboutPounds(breakEven.replacementCost * 100)} each${breakEven.outOfReach ? `, more than the ${inputs.imgs} inducted` : ""}.`,
        ]
      : []),
  ];
}

function leavesOutOf({ leftOut }: TrustEstimate): string {
  const said = leftOut.map(({ what, pence }) =>
    pence === null || pence.central === 0 ? what : `${what} (about ${aboutPounds(pence.central)} a year)`,
  );
  return `${capitalise(said.join("; "))}.`;
}

function overheadsOf({ inputs }: TrustEstimate): string {
  if (inputs.overheads === null || inputs.perspective === "trust-cash") return "No overheads.";
  return `Overheads of ${Number((inputs.overheads * 100).toFixed(1))}% on staff and other costs.`;
}
