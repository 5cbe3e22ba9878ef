import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { aboutMoney, aboutRangeOf, capital, levelCells, levelHeadings, table } from "./figures.js";

/** The cost of closing the gaps of a self-assessment, part by part; nothing when there is none. */
export function gaps({ gaps: found }: TrustEstimate): string {
  if (!found) return "";
  const open = found.gaps.filter(({ share }) => share > 0);
  const { totalPence } = found;
  const heading = `<h3 id="gaps">Closing the gaps</h3>`;
  if (open.length === 0) return `${heading}<p>There is no gap: every part is there today.</p>`;
  const rows = open.map(
    ({ label, answer, pence }) =>
      `<tr><th scope="row">${escapeHtml(capital(label))}</th><td>${capital(answer)}</td>${levelCells(pence)}</tr>`,
  );
  return [
    heading,
    `<p><strong>About ${aboutMoney(totalPence.central)} a year</strong>, from ${aboutRangeOf(totalPence)}: ${open.length} of ${found.gaps.length} parts are not there in full. The whole induction, as in the amounts above, costs more.</p>`,
    table(
      "What closing each gap costs in a year",
      `<th scope="col">Part</th><th scope="col">There today</th>${levelHeadings}`,
      `<tbody>${rows.join("")}</tbody><tfoot><tr><th scope="row">All gaps</th><td></td>${levelCells(totalPence)}</tr></tfoot>`,
    ),
  ].join("");
}
