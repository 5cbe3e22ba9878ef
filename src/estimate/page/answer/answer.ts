import { overLevels } from "../../../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import type { EstimateData } from "../../../costs/estimate/estimate-data.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { aboutMoney, between, inPence, levelCells, levelHeadings } from "./figures.js";

/** An estimate with what it was made from, and the width in pixels that a chart has. */
export interface Answered {
  readonly estimate: TrustEstimate;
  readonly data: EstimateData;
  readonly width: number;
}

/** The answer in HTML: the same for the page as it is written and as it changes. */
export function answerHtml(answered: Answered): string {
  return [headline(answered), yearTable(answered)].join("");
}

function headline({ estimate: { totals, oneMore } }: Answered): string {
  const total = overLevels((level) => totals[level].totalPence);
  const each = inPence(overLevels((level) => totals[level].perImg));
  const one = (label: string, pence: typeof total) =>
    `<div><dt>${escapeHtml(label)}</dt><dd><span class="big">${aboutMoney(pence.central)}</span> <span class="range">${between(pence)}</span></dd></div>`;
  return `<dl class="headline">${one("A year", total)}${one("Each IMG", each)}${one("One more IMG", oneMore.pence)}</dl>`;
}

function yearTable({ estimate: { totals, oneMore } }: Answered): string {
  const row = (label: string, pence: Parameters<typeof levelCells>[0]) =>
    `<tr><th scope="row">${label}</th>${levelCells(pence)}</tr>`;
  return [
    `<div class="scroll"><table><caption>The year's cost</caption><thead><tr><td></td>${levelHeadings}</tr></thead><tbody>`,
    row("Set-up", overLevels((level) => totals[level].setUpPence)),
    row("Running", overLevels((level) => totals[level].runningPence)),
    row("A year", overLevels((level) => totals[level].totalPence)),
    row("Each IMG", inPence(overLevels((level) => totals[level].perImg))),
    row("One more IMG", oneMore.pence),
    `</tbody></table></div>`,
  ].join("");
}
