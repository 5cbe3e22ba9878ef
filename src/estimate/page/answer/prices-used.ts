import type { EstimateData } from "../../../costs/estimate/estimate-data.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { poundsYears } from "../../../costs/estimate/pounds-years.js";
import { onCostFigures } from "../../../costs/rate-card.js";
import { formatNumber } from "../../../core/format.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { pensionWords } from "../../wording.js";
import { capital, table } from "./figures.js";

/** Prices, conventions and where they come from, folded. */
export function pricesUsed({ items, card, inputs }: TrustEstimate, { assumptions }: EstimateData): string {
  const keys = [
    ...new Set(items.flatMap(({ payPoint, hourly }) => (payPoint && hourly !== null ? payPoint : []))),
  ];
  const rates = keys.flatMap((key) => card.rates[key] ?? []);
  const rows = rates.map(({ payPoint, hourly, yearly, parts }) => {
    const cells = [parts.pay, parts.nationalInsurance, parts.pension, parts.levy].map(
      ({ value }) => `<td class="number">£${formatNumber(value)}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(payPoint.label)}</th>${cells.join("")}<td class="number">£${formatNumber(yearly)}</td><td class="number"><data value="${hourly}">£${formatNumber(hourly, 2)}</data></td></tr>`;
  });
  const figures = [...new Set([...rates.flatMap(({ parts }) => parts.pay.figures), ...onCostFigures(card)])];
  const sources = [...new Set(figures.map(({ source }) => source))].sort();
  const { conventions } = assumptions;
  return [
    `<h3 id="prices-heading">Prices and sources</h3>`,
    `<details class="long" id="prices"><summary>What an hour costs, and where every figure comes from</summary>`,
    `<p>Pay of ${escapeHtml(card.year)}, over hours ${card.hours === "paid" ? "paid" : "at work"}. Pension: ${escapeHtml(pensionWords(card))}. The apprenticeship levy is ${card.levy ? "counted" : "left out"}. Amounts in pounds are at ${escapeHtml(poundsYears(assumptions, items).words)}.</p>`,
    table(
      `What staff cost in a year and in an hour, ${card.year}`,
      `<th scope="col">Pay point</th>${["Pay", "National Insurance", "Pension", "Levy", "A year", "An hour"].map((heading) => `<th scope="col" class="number">${heading}</th>`).join("")}`,
      `<tbody>${rows.join("")}</tbody>`,
    ),
    `<p>Sources of pay, on-costs and hours:</p><ul>${sources.map((source) => `<li>${escapeHtml(source)}</li>`).join("")}</ul>`,
    `<p>Planning assumptions were set on ${escapeHtml(assumptions.date)}. The reason for each, and its source, stand beside it under Every assumption. Conventions:</p><ul>`,
    ...Object.entries({
      "Years that set-up lasts": conventions.setUpYears,
      "Weeks of shadowing": conventions.shadowingWeeks,
      "Hours of a week of shadowing": conventions.shadowingHoursAWeek,
      "Share of a gap where the answer is partly": conventions.partlyShare,
    }).map(
      ([label, { value, reason, source }]) =>
        `<li>${label}: ${value}. ${escapeHtml(capital(reason))}. Source: ${escapeHtml(source)}.</li>`,
    ),
    `</ul><p>Discount rate used: ${Number((inputs.setUp.discountRate * 100).toPrecision(12))}% a year.</p></details>`,
  ].join("");
}
