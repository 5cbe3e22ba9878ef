import { TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";
import { writeWorkbook, type Workbook } from "../ingest/workbook.js";
import { drawAnswers, drawComponents, drawCover } from "./answer-sheets.js";
import { drawChecks } from "./checks-sheet.js";
import { exampleRows } from "./example.js";
import { guidance } from "./guidance.js";
import { answerSheets } from "./layout.js";
import { drawLists, dropDowns, listEntries } from "./lists.js";
import { workOut } from "./live/worked-return.js";
import { drawSheet } from "./sheet.js";
import type { TemplateOptions } from "./template-options.js";
import { drawTotals } from "./totals-sheet.js";

export { TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";
export type { FilledReturn, TemplateOptions } from "./template-options.js";

/**
 * The cost-return workbook a Trust fills in, empty or filled. Cover, Guidance, Example; Staff, Other costs, IMG time and
 * Components, each with a check of its lines that recomputes as they are typed; Checks and Totals, which fill themselves;
 * and last the Lists the drop-downs come from. The same options give the same bytes.
 */
export async function writeCostReturnTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const lists = dropDowns(options);
  const worked = workOut(options);
  const { banner } = options;
  return writeWorkbook(
    (workbook) => {
      drawCover(workbook, worked, lists, banner);
      drawGuidance(workbook, banner);
      drawExample(workbook, options);
      for (const sheet of answerSheets) drawAnswers(workbook, sheet, worked, lists, banner);
      drawComponents(workbook, worked, lists, banner);
      drawChecks(workbook, worked, banner);
      drawTotals(workbook, worked, banner);
      drawLists(workbook, options, Object.values(listEntries(options)));
    },
    {
      title: `Cost return, template version ${TEMPLATE_VERSION}`,
      subject: "Cost of the induction of IMGs",
      language: "en-GB",
    },
  );
}

function drawGuidance(workbook: Workbook, banner: string | undefined): void {
  drawSheet(workbook, {
    name: "Guidance",
    title: "How to fill this in",
    hint: "Nothing is filled in on this sheet. The same words come up beside each cell.",
    banner,
    columns: [
      { heading: "Sheet", width: 14, group: "given" },
      { heading: "About", width: 30, group: "given" },
      { heading: "What to put", width: 74, group: "given" },
      { heading: "For example", width: 30, group: "given" },
      { heading: "If it is left blank", width: 30, group: "given" },
    ],
    rows: guidance,
  });
}

function drawExample(workbook: Workbook, options: TemplateOptions): void {
  drawSheet(workbook, {
    name: "Example",
    title: "Filled lines of an invented Trust",
    hint: "Only to look at: nothing on this sheet is read or counted. Each column below is one line of the sheet named on the left.",
    banner: options.banner,
    columns: [
      { heading: "Sheet", width: 14, group: "given" },
      { heading: "Column of that sheet", width: 34, group: "given" },
      { heading: "Example line 1", width: 42, group: "given" },
      { heading: "Example line 2", width: 42, group: "given" },
      { heading: "Example line 3", width: 42, group: "given" },
    ],
    rows: exampleRows(options),
  });
}
