import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { aboutMoney, capital, table } from "./figures.js";
import { rangeBar } from "./range-bar.js";

/** So many assumptions move most of it. */
const shown = 8;

/** What moves the year's cost most, one assumption at a time. */
export function drivers({ drivers: all, totals }: TrustEstimate): string {
  const heading = `<h3 id="drivers">What moves it most</h3>`;
  if (all.length === 0) return `${heading}<p>No assumption that is counted has a range.</p>`;
  const top = all.slice(0, shown);
  const most = Math.max(...top.map(({ highPence }) => highPence));
  const least = Math.min(...top.map(({ lowPence }) => lowPence));
  const central = totals.central.totalPence;
  const rows = top.map(
    ({ label, lowPence, highPence }) =>
      `<tr><th scope="row">${escapeHtml(capital(label))}</th><td class="number">${aboutMoney(lowPence)}</td><td class="number">${aboutMoney(highPence)}</td><td class="bar">${rangeBar({ low: lowPence, central, high: highPence }, least, most)}</td></tr>`,
  );
  return [
    heading,
    `<p>The year's cost when one assumption goes from its low to its high, all others as they are.</p>`,
    table(
      "Pounds a year, one assumption at a time",
      `<th scope="col">Assumption</th><th scope="col" class="number">At its low</th><th scope="col" class="number">At its high</th><td class="bar"></td>`,
      `<tbody>${rows.join("")}</tbody>`,
    ),
  ].join("");
}
