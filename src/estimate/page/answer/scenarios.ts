import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { aboutMoney, aboutRangeOf, capital, inPence, table } from "./figures.js";
import { rangeBar } from "./range-bar.js";

/** The same induction run or counted in other ways, side by side. */
export function scenarios({ scenarios: all }: TrustEstimate): string {
  const most = Math.max(...all.map(({ perImg }) => perImg.high));
  const groups = [...new Set(all.map(({ question }) => question))].map((question) => {
    const rows = all
      .filter((one) => one.question === question)
      .map(({ label, chosen, totalPence, perImg }) =>
        [
          `<tr${chosen ? ` class="chosen"` : ""}><th scope="row">${escapeHtml(capital(label))}${chosen ? ` <span class="mark">as asked</span>` : ""}</th>`,
          `<td class="number">${aboutMoney(totalPence.central)}</td>`,
          `<td class="number">${aboutMoney(perImg.central * 100)}</td>`,
          `<td class="number span">${aboutRangeOf(inPence(perImg))}</td>`,
          `<td class="bar">${rangeBar(perImg, 0, most)}</td></tr>`,
        ].join(""),
      );
    return `<tbody><tr class="group"><th scope="rowgroup" colspan="5">${escapeHtml(capital(question))}</th></tr>${rows.join("")}</tbody>`;
  });
  return [
    `<h3 id="scenarios">In other ways</h3>`,
    table(
      "The same induction, run or counted in other ways",
      `<th scope="col">Scenario</th><th scope="col" class="number">A year</th><th scope="col" class="number">Each IMG</th><th scope="col" class="number">Each IMG, low to high</th><td class="bar"></td>`,
      groups.join(""),
    ),
  ].join("");
}
