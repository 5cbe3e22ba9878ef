import { overLevels, shadowingComponent, type Range } from "../../../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { perspectiveWords } from "../../../costs/estimate/inputs.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { count, pensionWords, setUpWords } from "../../wording.js";
import { aboutMoney, aboutRangeOf, inPence } from "./figures.js";

/** The three amounts that are asked for first, and what they are for. */
export function headline(estimate: TrustEstimate): string {
  const { totals, oneMore } = estimate;
  return [
    `<dl class="headline">`,
    amount(
      "A year",
      overLevels((level) => totals[level].totalPence),
    ),
    amount("Each IMG", inPence(overLevels((level) => totals[level].perImg))),
    amount("One more IMG", oneMore.pence),
    `</dl>`,
    `<p class="asked">${escapeHtml(askedWords(estimate))}</p>`,
    oneMore.fuller.length === 0
      ? ""
      : `<p>One more IMG needs a further group for: ${escapeHtml(oneMore.fuller.join("; "))}.</p>`,
  ].join("");
}

/** What the estimate is for, in sentences: it stands on the printed page, where the form does not. */
export function askedWords({ inputs, card }: TrustEstimate): string {
  const pay = inputs.components.includes(shadowingComponent)
    ? ` IMGs' own pay while they shadow is ${inputs.countSupernumerary ? "counted" : "left out"}.`
    : "";
  return (
    `For ${count(inputs.imgs, "IMG")} a year in ${count(inputs.intakes, "intake")}, with ${count(inputs.shadowingWeeks, "week")} of shadowing, at ${card.year} pay. ` +
    `It counts ${perspectiveWords[inputs.perspective]}.${pay} ` +
    `Pension: ${pensionWords(card)}. Counted: ${setUpWords(inputs)}.`
  );
}

function amount(label: string, pence: Range): string {
  return `<div><dt>${label}</dt><dd><span class="big">${aboutMoney(pence.central)}</span><span class="range">${aboutRangeOf(pence)}</span></dd></div>`;
}
