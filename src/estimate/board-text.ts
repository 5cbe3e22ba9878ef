import { applicable } from "../costs/estimate/alternatives.js";
import { boardWords } from "./board-words.js";
import type { EstimateReport } from "./estimate-report.js";
import { gapWords, openGaps } from "./gap-words.js";
import { aboutPounds } from "./money.js";

/** The board summary as a plain text file, to paste into an e-mail or a paper. */
export async function boardText(report: EstimateReport): Promise<Uint8Array> {
  return Promise.resolve(new TextEncoder().encode(`${boardPlain(report)}\n`));
}

/** The board summary as plain text. */
export function boardPlain(report: EstimateReport): string {
  const words = boardWords(report);
  const { scenarios, gaps } = report.estimate;
  const lines = [
    words.title,
    words.question,
    "",
    words.answer,
    ...(gaps && openGaps(gaps).length > 0
      ? ["", "Gaps to close:", ...openGaps(gaps).map((gap) => `- ${gapWords(gap)}`), ""]
      : []),
    ...words.more,
    "",
    gaps ? "The whole induction in other ways:" : "In other ways:",
    ...applicable(scenarios)
      .filter(({ chosen }) => !chosen)
      .map(
        ({ label, totalPence, perImg }) =>
          `- ${label}: ${aboutPounds(totalPence.central)} a year, ${aboutPounds(perImg.central * 100)} for each IMG`,
      ),
    "",
    words.beside
      ? `What moves it most, ${words.beside.charAt(0).toLowerCase()}${words.beside.slice(1)}`
      : "What moves it most:",
    ...words.movers.map((mover) => `- ${mover}`),
    "",
    `What it leaves out: ${words.leavesOut}`,
    "",
    "What it rests on:",
    ...words.basis.map((line) => `- ${line}`),
  ];
  return lines.join("\n");
}
