import type { Range } from "../../../costs/estimate/assumptions.js";
import { colours } from "../../../charts/theme.js";

/** A small drawing of a range within `least` to `most`, with a mark at its centre. The numbers stand beside it. */
export function rangeBar({ low, central, high }: Range, least: number, most: number): string {
  const at = (value: number) =>
    most > least ? Number((((value - least) / (most - least)) * 100).toFixed(2)) : 0;
  const width = Math.max(0.5, at(high) - at(low));
  return [
    `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">`,
    `<rect x="0" y="0" width="100" height="10" fill="#f0f4f5"/>`,
    `<rect x="${at(low)}" y="2" width="${Number(width.toFixed(2))}" height="6" fill="${colours.lightBlue}"/>`,
    `<rect x="${Math.min(99, at(central))}" y="0" width="1" height="10" fill="${colours.darkBlue}"/>`,
    `</svg>`,
  ].join("");
}
