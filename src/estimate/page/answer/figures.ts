import { levels, type Range } from "../../../costs/estimate/assumptions.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { aboutPounds, pounds } from "../../money.js";

/** Pence as pounds, with the unrounded pounds in the element for a program to read. */
export function money(pence: number): string {
  return `<data value="${pence / 100}">${pounds(pence)}</data>`;
}

/** The same with three figures, as much as an estimate can carry. */
export function aboutMoney(pence: number): string {
  return `<data value="${pence / 100}">${aboutPounds(pence)}</data>`;
}

/** "£101,000 to £320,000" from pence, or one amount when both ends are the same. */
export function aboutRangeOf({ low, high }: Range): string {
  return low === high ? aboutMoney(low) : `${aboutMoney(low)} to ${aboutMoney(high)}`;
}

/** Three cells of a table: low, central, high. */
export function levelCells(pence: Range): string {
  return levels.map((level) => `<td class="number ${level}">${money(pence[level])}</td>`).join("");
}

/** Headings of three such cells. */
export const levelHeadings = levels
  .map((level) => `<th scope="col" class="number ${level}">${capital(level)}</th>`)
  .join("");

/** GBP as pence, unrounded: what an average is printed from. */
export function inPence({ low, central, high }: Range): Range {
  return { low: low * 100, central: central * 100, high: high * 100 };
}

/** A table that scrolls by itself on a narrow screen. */
export function table(caption: string, head: string, body: string): string {
  return `<div class="table"><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><caption><div><span>${escapeHtml(caption)}</span></div></caption><thead><tr>${head}</tr></thead>${body}</table></div></div>`;
}

/**
 * Words with a capital at the start.
 *
 * @example capital("low") // => "Low"
 */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
