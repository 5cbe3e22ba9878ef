import type { Part } from "../../../costs/estimate/parts.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { escapeHtml } from "../../../report/html-escape.js";
import { capital, levelCells, levelHeadings, table } from "./figures.js";

/** Where the money goes: by strand, and folded, by part and by what it is spent on. */
export function parts({ parts: { strand, component, category } }: TrustEstimate): string {
  const by = (caption: string, heading: string, all: readonly Part[]) =>
    table(
      caption,
      `<th scope="col">${heading}</th>${levelHeadings}`,
      `<tbody>${[...all]
        .sort((a, b) => b.pence.central - a.pence.central)
        .map(
          ({ label, pence }) =>
            `<tr><th scope="row">${escapeHtml(capital(label))}</th>${levelCells(pence)}</tr>`,
        )
        .join("")}</tbody>`,
    );
  return [
    `<h3>Where the money goes</h3>`,
    by("Pounds a year, by strand", "Strand", strand),
    `<details class="long" id="by-part"><summary>By part, and by what it is spent on</summary>`,
    by("Pounds a year, by part of the induction", "Part", component),
    by("Pounds a year, by what it is spent on", "Spent on", category),
    `</details>`,
  ].join("");
}
