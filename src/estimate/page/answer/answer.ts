import type { EstimateReport } from "../../estimate-report.js";
import { curve } from "./curve.js";
import { drivers } from "./drivers.js";
import { gaps } from "./gaps.js";
import { headline } from "./headline.js";
import { leavesOut } from "./leaves-out.js";
import { parts } from "./parts.js";
import { pricesUsed } from "./prices-used.js";
import { scenarios } from "./scenarios.js";
import { yearTable } from "./year-table.js";

/**
 * The answer in HTML: the same for the page as it is written and as it changes.
 *
 * @param width pixels that a chart has
 */
export function answerHtml({ estimate, data }: EstimateReport, width: number): string {
  return [
    headline(estimate),
    gaps(estimate),
    yearTable(estimate),
    curve(estimate, width),
    scenarios(estimate),
    drivers(estimate),
    parts(estimate),
    leavesOut(estimate),
    pricesUsed(estimate, data),
  ].join("");
}
