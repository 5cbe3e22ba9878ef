import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { noBreakEven } from "../../wording.js";
import { aboutMoney, aboutRangeOf, capital } from "./figures.js";

/** What the estimate does not count, what to know before using it, and the break-even where it was asked for. */
export function leavesOut({ leftOut, cautions, breakEven, totals }: TrustEstimate): string {
  const items = leftOut.map(({ what, why, pence }) => {
    const worth =
      pence === null || pence.high === 0
        ? ""
        : ` It would be about ${aboutMoney(pence.central)} a year, from ${aboutRangeOf(pence)}.`;
    return `<li>${escapeHtml(capital(what))}: ${escapeHtml(why)}.${worth}</li>`;
  });
  return [
    breakEven && totals.high.totalPence === 0
      ? `<h3>Break-even</h3><p>${noBreakEven}</p>`
      : breakEven
        ? `<h3>Break-even</h3><p>The year costs as much as replacing <data value="${breakEven.doctors.central}">${breakEven.doctors.central.toFixed(1)}</data> doctors at ${aboutMoney(breakEven.replacementCost * 100)} each. ${
            breakEven.outOfReach
              ? "That is more than the IMGs inducted: it cannot break even within the year on this alone."
              : "If so many stay who would have left, it has paid for itself."
          }</p>`
        : "",
    `<h3 id="leaves-out">What it leaves out</h3><ul>${items.join("")}</ul>`,
    `<h3>Before you use it</h3><ul>${cautions.map((caution) => `<li>${escapeHtml(capital(caution))}.</li>`).join("")}</ul>`,
  ].join("");
}
