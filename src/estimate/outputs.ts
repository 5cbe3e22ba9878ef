import { boardDocx, boardHtml } from "./board-summary.js";
import { boardText } from "./board-text.js";
import type { EstimateReport } from "./estimate-report.js";
import { estimateJson } from "./estimate-json.js";
import { writeEstimateWorkbook } from "./workbook/estimate-workbook.js";
import { writeEstimatePage } from "./page/estimate-page.js";

/** One file that an estimate is written to. */
export interface EstimateOutput {
  readonly name: string;
  /** What it is, for the list of files that the command prints. */
  readonly what: string;
  readonly write: (report: EstimateReport) => Promise<Uint8Array>;
}

/** Every file of an estimate, in the order in which they are listed. A further output is one line here. */
export const estimateOutputs: readonly EstimateOutput[] = [
  { name: "board-summary.docx", what: "one page for a board, in Word", write: boardDocx },
  { name: "board-summary.html", what: "the same for a browser", write: boardHtml },
  { name: "board-summary.txt", what: "the same to paste into an e-mail or a paper", write: boardText },
  { name: "estimate.xlsx", what: "the calculation with live formulas", write: writeEstimateWorkbook },
  { name: "estimate.html", what: "a page that answers again when you change it", write: writeEstimatePage },
  { name: "estimate.json", what: "every number, for another program", write: estimateJson },
];

/** Write all of them, by name. */
export async function writeEstimate(report: EstimateReport): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { name, write } of estimateOutputs) files.set(name, await write(report));
  return files;
}
