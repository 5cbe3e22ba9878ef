import type { CurvePoint } from "../../../costs/estimate/curve.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { aboutPounds } from "../../money.js";
import { count } from "../../wording.js";
import { curveChart } from "./curve-chart.js";
import { trendOf } from "./curve-trend.js";
import { inPence, levelCells, levelHeadings, money, table } from "./figures.js";

/** Sizes that the table behind the chart shows, with the Trust's own and the largest. */
const sizes: readonly number[] = [
  1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 750,
];

/** How the cost of each IMG goes with their number: a chart, and the numbers behind it. */
export function curve(estimate: TrustEstimate, width: number): string {
  const { curve: points, inputs } = estimate;
  const most = points.at(-1)!.imgs;
  const rows = points.filter(({ imgs }) => sizes.includes(imgs) || imgs === inputs.imgs || imgs === most);
  return [
    `<h3 id="curve">With more IMGs, or fewer</h3>`,
    `<figure><figcaption><span class="caption">Cost of each IMG, by IMGs a year</span><span class="description">${curveWords(estimate)}</span></figcaption>`,
    `<div class="chart" id="curve-chart">${curveChart(estimate, width)}</div>`,
    `<details class="long" id="curve-numbers"><summary>The numbers behind the chart</summary>`,
    table(
      "Cost by IMGs a year",
      `<th scope="col">IMGs</th><th scope="col" class="number">A year, central</th>${levelHeadings.replaceAll(/>(\w+)</g, (_, level: string) => `>Each IMG, ${level.toLowerCase()}<`)}<th scope="col" class="number">One more, central</th>`,
      `<tbody>${rows.map((point) => rowOf(point, inputs.imgs)).join("")}</tbody>`,
    ),
    `</details></figure>`,
  ].join("");
}

/** What the chart shows, in a sentence. */
export function curveWords({ curve: points, inputs }: TrustEstimate): string {
  const at = (imgs: number) => points.find((point) => point.imgs === imgs)!;
  const [few, own, many] = [at(Math.min(5, points.length)), at(inputs.imgs), points.at(-1)!];
  const each = (point: CurvePoint) =>
    `${aboutPounds(point.average.central * 100)} with ${count(point.imgs, "IMG")}`;
  const told = [...new Set([few, own, many])].sort((a, b) => a.imgs - b.imgs);
  const why =
    trendOf(points) === "falls" ? " Costs that do not grow with their number are shared among more." : "";
  return `Each IMG costs about ${told.map(each).join(", ")}.${why} Shaded: low to high.`;
}

function rowOf({ imgs, totalPence, average, marginalPence }: CurvePoint, own: number): string {
  const mark = imgs === own ? ` class="chosen"` : "";
  const words = imgs === own ? ` <span class="mark">as asked</span>` : "";
  return `<tr${mark}><th scope="row">${imgs}${words}</th><td class="number">${money(totalPence.central)}</td>${levelCells(inPence(average))}<td class="number">${money(marginalPence.central)}</td></tr>`;
}
