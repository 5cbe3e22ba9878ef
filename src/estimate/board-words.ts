import { capitalise } from "../charts/wording.js";
import { overLevels, type PlanningAssumptions, type Range } from "../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../costs/estimate/estimate.js";
import { perspectiveWords } from "../costs/estimate/inputs.js";
import type { EstimateReport } from "./estimate-report.js";
import { aboutPounds, aboutRange } from "./money.js";
import { count, doctors, pensionWords, setUpWords } from "./wording.js";

/** The sentences of a board summary, shared by its Word, HTML and plain text versions. Cautious: an estimate, with its range. */
export interface BoardWords {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly more: readonly string[];
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
  return {
    title: `What induction of ${count(inputs.imgs, "IMG")} a year may cost`,
    question: `Planning estimate for one Trust, ${count(inputs.intakes, "intake")} a year, at ${card.year} pay. It counts ${perspectiveWords[inputs.perspective]}.`,
    answer: `About ${aboutPounds(total.central)} a year, or ${aboutPounds(each.central)} for each IMG. It could be ${aboutRange(total)} a year, or ${aboutRange(each)} for each IMG.`,
    more: moreOf(estimate),
    movers: drivers
      .slice(0, 3)
      .map(
        ({ label, lowPence, highPence }) =>
          `${capitalise(label)}: alone, it takes the year from ${aboutPounds(lowPence)} to ${aboutPounds(highPence)}`,
      ),
    leavesOut: leavesOutOf(estimate),
    basis: [
      `${capitalise(data.assumptions.whose)}.`,
      ...(data.assumptions.pilot
        ? [`${data.assumptions.pilot.notes.slice(0, notesOnPage).map(capitalise).join(". ")}.`]
        : []),
      `Pay and on-costs of ${card.year}; amounts in pounds at ${data.assumptions.priceYear} prices. Pension: ${pensionWords(card)}.`,
      `${capitalise(setUpWords(inputs))}. ${overheadsOf(estimate)}`,
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

function moreOf(estimate: TrustEstimate): readonly string[] {
  const { totals, oneMore, gaps, breakEven, inputs } = estimate;
  const { setUpWholePence, runningPence } = totals.central;
  return [
    setUpWholePence > 0
      ? `Setting up takes about ${aboutPounds(setUpWholePence)} once; running takes about ${aboutPounds(runningPence)} a year.`
      : "It is all for running; nothing is counted for setting up.",
    `One more IMG would add about ${aboutPounds(oneMore.pence.central)}${oneMore.fuller.length > 0 ? `, because a further group is needed` : ""}.`,
    ...(gaps
      ? [
          `Closing the gaps of the self-assessment would take about ${aboutPounds(gaps.totalPence.central)} a year (${aboutRange(gaps.totalPence)}).`,
        ]
      : []),
    ...(breakEven
      ? [
          `It would equal the cost of replacing ${doctors(breakEven)} at ${aboutPounds(breakEven.replacementCost * 100)} each${breakEven.outOfReach ? `, more than the ${inputs.imgs} inducted` : ""}.`,
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
