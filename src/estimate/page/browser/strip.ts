import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { aboutPounds } from "../../money.js";
import { element } from "./element.js";

/** Show the answer, or the number of things to mend, in the strip that a narrow screen keeps in view. */
export function showInStrip(shown: TrustEstimate | number): void {
  const strip = element("strip") as HTMLAnchorElement;
  strip.textContent = typeof shown === "number" ? problemWords(shown) : answerWords(shown);
  strip.href = typeof shown === "number" ? "#problems" : "#answer";
}

function answerWords({ totals, inputs, gaps }: TrustEstimate): string {
  const { totalPence } = totals.central;
  if (gaps) return `Closing the gaps: about ${aboutPounds(gaps.totalPence.central)} a year`;
  return `About ${aboutPounds(totalPence)} a year, ${aboutPounds(totalPence / inputs.imgs)} each IMG`;
}

function problemWords(problems: number): string {
  return `No answer yet: ${problems === 1 ? "one thing" : `${problems} things`} to mend`;
}
