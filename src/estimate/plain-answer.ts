import { applicable } from "../costs/estimate/alternatives.js";
import { levels, overLevels, type Range } from "../costs/estimate/assumptions.js";
import type { Driver } from "../costs/estimate/drivers.js";
import { perspectiveWords } from "../costs/estimate/inputs.js";
import type { EstimateReport } from "./estimate-report.js";
import { choicesBeside } from "./choice-words.js";
import { gapWords, openGaps } from "./gap-words.js";
import { inputWords } from "./input-words.js";
import { pounds } from "./money.js";
import { ownPayWords } from "./own-pay-words.js";
import { partWords } from "./part-words.js";
import { count, doctors, noBreakEven, nothingMoves, pensionWords, setUpWords } from "./wording.js";

/** The answer in a screenful of plain text, for the terminal. */
export function plainAnswer(report: EstimateReport, paths: readonly string[]): string {
  const { estimate } = report;
  const { inputs, totals, card, oneMore, gaps, breakEven, scenarios, drivers, cautions } = estimate;
  const of = (pence: (level: "low" | "central" | "high") => number) => overLevels(pence);
  const perImg = (pence: Range) => overLevels((level) => pence[level] / inputs.imgs);
  const total = of((level) => totals[level].totalPence);
  const other = applicable(scenarios).find(
    ({ question, chosen }) => question === "supernumerary pay" && !chosen,
  );
  const part = partWords(report);
  const own = inputWords(report);
  const beside = choicesBeside(estimate);
  const open = gaps ? openGaps(gaps) : [];
  const lines = [
    `Induction for ${count(inputs.imgs, "IMG")} in ${count(inputs.intakes, "intake")} a year, at ${card.year} pay`,
    ...(part ? [`Counts ${part}.`] : []),
    `Whose cost: ${perspectiveWords[inputs.perspective]}.`,
    "",
    row(
      "",
      levels.map((level) => level),
    ),
    ...(gaps
      ? [
          row("Closing the gaps, a year", print(gaps.totalPence)),
          row("  for each IMG", print(perImg(gaps.totalPence))),
          "",
        ]
      : []),
    row(gaps ? "The whole, a year" : "A year", print(total)),
    row("  of it set-up", print(of((level) => totals[level].setUpPence))),
    row("  of it running", print(of((level) => totals[level].runningPence))),
    row("Per IMG", print(perImg(total))),
    row("One more IMG", print(oneMore.pence)),
    ...(other
      ? [row(`Per IMG ${other.label.split(" ")[0]} their own pay`, print(perImg(other.totalPence)))]
      : []),
    ...perHead("recruited", inputs.recruited, total),
    ...perHead("who completed it", inputs.completed, total),
    ...(gaps
      ? [
          "",
          `Gaps to close: ${open.length === 0 ? "none." : ""}`.trimEnd(),
          ...open.map((gap) => `  ${gapWords(gap)}`),
        ]
      : []),
    "",
    ...(oneMore.fuller.length > 0
      ? [`One more IMG needs a further group: ${oneMore.fuller.join("; ")}.`]
      : []),
    `What moves it most${beside ? `, ${beside}` : ""}: ${moversOf(drivers)}.`,
    ...(breakEven
      ? [
          total.high === 0
            ? noBreakEven
            : `It costs as much as replacing ${doctors(breakEven)} at ${pounds(breakEven.replacementCost * 100)} each.`,
        ]
      : []),
    ...ownPayWords(estimate),
    ...(own ? [own] : []),
    `Pension: ${pensionWords(card)}.`,
    `Counted: ${setUpWords(inputs)}.`,
    ...cautions.map((caution) => `Note: ${caution}.`),
    ...(paths.length > 0 ? ["", "Written:", ...paths.map((path) => `  ${path}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The year for each IMG of another count, where it is given. */
function perHead(who: string, imgs: number | null, pence: Range): readonly string[] {
  if (imgs === null) return [];
  return [row(`Per IMG ${who} (${imgs})`, print(overLevels((level) => pence[level] / imgs)))];
}

function moversOf(drivers: readonly Driver[]): string {
  if (drivers.length === 0) return nothingMoves;
  return drivers
    .slice(0, 3)
    .map(({ label, lowPence, highPence }) => `${label} (${pounds(lowPence)} to ${pounds(highPence)} a year)`)
    .join("; ");
}

function print(pence: Range): readonly string[] {
  return levels.map((level) => pounds(pence[level]));
}

function row(label: string, cells: readonly string[]): string {
  return `${label.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join("")}`.trimEnd();
}
