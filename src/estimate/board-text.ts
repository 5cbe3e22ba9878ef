import { boardWords } from "./board-words.js";
import type { EstimateReport } from "./estimate-report.js";
import { aboutPounds } from "./money.js";

/** The board summary as a plain text file, to paste into an e-mail or a paper. */
export async function boardText(report: EstimateReport): Promise<Uint8Array> {
  return Promise.resolve(new TextEncoder().encode(`${boardPlain(report)}\n`));
}

/** The board summary as plain text. */
export function boardPlain(report: EstimateReport): string {
  const words = boardWords(report);
  const { scenarios } = report.estimate;
  const lines = [
    words.title,
    words.question,
    "",
    words.answer,
    ...words.more,
    "",
    "In other ways:",
    ...scenarios
      .filter(({ chosen }) => !chosen)
      .map(
        ({ label, totalPence, perImg }) =>
          `- ${label}: ${aboutPounds(totalPence.central)} a year, ${aboutPounds(perImg.central * 100)} for each IMG`,
      ),
    "",
    "What moves it most:",
    ...words.movers.map((mover) => `- ${mover}`),
    "",
    `What it leaves out: ${words.leavesOut}`,
    "",
    "What it rests on:",
    ...words.basis.map((line) => `- ${line}`),
  ];
  return lines.join("\n");
}
