import { boardDocx, boardHtml } from "./board-summary.js";
import { boardText } from "./board-text.js";
import type { EstimateReport } from "./estimate-report.js";
import { estimateJson } from "./estimate-json.js";
import { writeEstimateWorkbook } from "./workbook/estimate-workbook.js";
import { writeEstimatePage } from "./page/estimate-page.js";
import { pageScriptMissing, readPageScript } from "./page/page-script.js";

/** One file that an estimate is written to. */
export interface EstimateOutput {
  readonly name: string;
  /** What it is, for the list of files that the command prints. */
  readonly what: string;
  readonly write: (report: EstimateReport) => Promise<Uint8Array>;
  /** Why it cannot be written on this machine; null when it can. Left out where it always can. */
  readonly lacks?: () => Promise<string | null>;
}

/** What was written, by name, and each file that could not be, with the reason. */
export interface WrittenEstimate {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly lacking: readonly { readonly name: string; readonly why: string }[];
}

/** Every file of an estimate, in the order in which they are listed. A further output is one line here. */
export const estimateOutputs: readonly EstimateOutput[] = [
  { name: "board-summary.docx", what: "one page for a board, in Word", write: boardDocx },
  { name: "board-summary.html", what: "the same for a browser", write: boardHtml },
  { name: "board-summary.txt", what: "the same to paste into an e-mail or a paper", write: boardText },
  { name: "estimate.xlsx", what: "the calculation with live formulas", write: writeEstimateWorkbook },
  {
    name: "estimate.html",
    what: "a page that answers again when you change it",
    write: writeEstimatePage,
    lacks: async () => ((await readPageScript()) === null ? pageScriptMissing : null),
  },
  { name: "estimate.json", what: "every number, for another program", write: estimateJson },
];

/** Write all of them that can be written on this machine. */
export async function writeEstimate(report: EstimateReport): Promise<WrittenEstimate> {
  const files = new Map<string, Uint8Array>();
  const lacking: { name: string; why: string }[] = [];
  for (const { name, write, lacks } of estimateOutputs) {
    const why = lacks ? await lacks() : null;
    if (why === null) files.set(name, await write(report));
    else lacking.push({ name, why });
  }
  return { files, lacking };
}
