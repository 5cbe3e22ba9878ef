import { levels, type Range } from "../../../costs/estimate/assumptions.js";
import { aboutPounds, aboutRange, pounds } from "../../money.js";

/** Pence as pounds, with the unrounded pounds in the element for a program to read. */
export function money(pence: number): string {
  return `<data value="${pence / 100}">${pounds(pence)}</data>`;
}

/** The same with three figures, as much as an estimate can carry. */
export function aboutMoney(pence: number): string {
  return `<data value="${pence / 100}">${aboutPounds(pence)}</data>`;
}

/** "between £101,000 and £320,000" from pence. */
export function between(pence: Range): string {
  return pence.low === pence.high ? `about ${aboutRange(pence)}` : `between ${aboutRange(pence).replace(" to ", " and ")}`;
}

/** Three cells of a table: low, central, high. */
export function levelCells(pence: Range): string {
  return levels.map((level) => `<td class="number ${level}">${money(pence[level])}</td>`).join("");
}

/** Headings of three such cells. */
export const levelHeadings = `<th scope="col" class="number">Low</th><th scope="col" class="number">Central</th><th scope="col" class="number">High</th>`;

/** GBP as pence, unrounded: what an average is printed from. */
export function inPence(pounds: Range): Range {
  return { low: pounds.low * 100, central: pounds.central * 100, high: pounds.high * 100 };
}
