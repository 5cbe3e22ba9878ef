import { overLevels, type Range } from "../../../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { inPence, levelCells, levelHeadings, table } from "./figures.js";

/** The year's cost: set-up, running, total, and for each IMG. */
export function yearTable({ totals, oneMore, perRecruited, perCompleted, inputs }: TrustEstimate): string {
  const row = (label: string, pence: Range, kind = "") =>
    `<tr${kind}><th scope="row">${label}</th>${levelCells(pence)}</tr>`;
  const over = (part: (level: "low" | "central" | "high") => number) => overLevels(part);
  const isSpread = inputs.setUp.treatment === "annuitised" && inputs.perspective !== "trust-cash";
  const body = [
    row(
      isSpread ? "Set-up, the year's part" : "Set-up",
      over((level) => totals[level].setUpPence),
    ),
    row(
      "Running",
      over((level) => totals[level].runningPence),
    ),
    row(
      "The year",
      over((level) => totals[level].totalPence),
      ` class="sum"`,
    ),
    row("Each IMG inducted", inPence(over((level) => totals[level].perImg))),
    perRecruited ? row("Each IMG recruited", inPence(perRecruited)) : "",
    perCompleted ? row("Each IMG who completed", inPence(perCompleted)) : "",
    row("One more IMG", oneMore.pence),
    isSpread
      ? row(
          "Set-up in full, when it is spent",
          over((level) => totals[level].setUpWholePence),
        )
      : "",
  ];
  return [
    `<h3>The year's cost</h3>`,
    table("Pounds a year", `<td></td>${levelHeadings}`, `<tbody>${body.join("")}</tbody>`),
    `<p class="notes">Low and high put every assumption at its end at once. Most Trusts would fall between them.</p>`,
  ].join("");
}
