import {
  coverQuestions,
  headerRow,
  headings,
  TEMPLATE_VERSION,
} from "../ingest/formats/cost-return-layout.js";
import { writeWorkbook, type Workbook } from "../ingest/workbook.js";
import { drawComponents, drawImgTime, drawOther, drawStaff } from "./answer-sheets.js";
import { guidance } from "./guidance.js";
import { alert, drawLists, dropDowns, listEntries, type Lists } from "./lists.js";
import { drawSheet } from "./sheet.js";
import type { TemplateOptions } from "./template-options.js";

export { TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";
export type { FilledReturn, TemplateOptions } from "./template-options.js";

/**
 * The cost-return workbook a Trust fills in, empty or filled: Cover, Guidance, Staff, Other costs, IMG time,
 * Components, and last the Lists its drop-downs come from. The same options give the same bytes.
 */
export async function writeCostReturnTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const lists = dropDowns(options);
  return writeWorkbook(
    (workbook) => {
      drawCover(workbook, options, lists);
      drawGuidance(workbook, options);
      drawStaff(workbook, options, lists);
      drawOther(workbook, options, lists);
      drawImgTime(workbook, options, lists);
      drawComponents(workbook, options, lists);
      drawLists(workbook, options, Object.values(listEntries(options)));
    },
    { title: `Cost return, template version ${TEMPLATE_VERSION}`, subject: "Cost of the induction of IMGs" },
  );
}

function drawCover(
  workbook: Workbook,
  { trust, priceYear, banner, fill }: TemplateOptions,
  lists: Lists,
): void {
  const pounds = (pence: number | null | undefined) => (typeof pence === "number" ? pence / 100 : null);
  const rows = [
    [coverQuestions.trust, trust ?? null, "The code letter that the evaluators gave your Trust"],
    [coverQuestions.from, fill ? day(fill.from) : null, "Day/month/year"],
    [coverQuestions.to, fill ? day(fill.to) : null, "Day/month/year"],
    [coverQuestions.priceYear, priceYear ?? null, "Such as 2026/27; staff time is priced for you"],
    [coverQuestions.recruited, fill?.imgs.recruited ?? null, "The evaluators' cohort table is what counts"],
    [coverQuestions.inducted, fill?.imgs.inducted ?? null, "A difference is told to you"],
    [coverQuestions.completed, fill?.imgs.completed ?? null, "Leave blank if not known yet"],
    [coverQuestions.highCost, fill ? (fill.highCost?.area ?? "none") : null, "Choose from the list"],
    [coverQuestions.supplementAfc, pounds(fill?.highCost?.afcPence), "Only in a high-cost area; full time"],
    [
      coverQuestions.supplementMedical,
      pounds(fill?.highCost?.medicalPence),
      "Only in a high-cost area; full time",
    ],
    [
      coverQuestions.corporate,
      fill ? (fill.corporateLeftOut ? "yes" : "no") : null,
      "Yes: only what IMGs have beyond it is on this return",
    ],
    [coverQuestions.version, TEMPLATE_VERSION, "Leave as it is"],
  ];
  const sheet = drawSheet(workbook, {
    name: "Cover",
    title: "What the induction of IMGs cost",
    hint: "One return for one Trust. Fill in the yellow cells; the Guidance sheet says what to count.",
    banner,
    columns: [
      { heading: headings.Cover.question, width: 42, given: true },
      { heading: headings.Cover.answer, width: 24 },
      { heading: "What to put", width: 60, given: true },
    ],
    rows,
    emptyRows: 0,
  });
  for (const row of [headerRow + 2, headerRow + 3]) {
    sheet.getCell(row, 2).numFmt = "dd/mm/yyyy";
    sheet.getCell(row, 2).dataValidation = {
      type: "date",
      operator: "greaterThan",
      formulae: [new Date("2000-01-01T00:00:00Z")],
      allowBlank: true,
      ...alert("a date such as 01/04/2026"),
    };
  }
  sheet.getCell(headerRow + 4, 2).numFmt = "@";
  sheet.getCell(headerRow + 8, 2).dataValidation = lists.highCost;
  sheet.getCell(headerRow + 11, 2).dataValidation = lists.yesNo;
  sheet.getCell(headerRow + rows.length, 2).fill = { type: "pattern", pattern: "none" };
}

function drawGuidance(workbook: Workbook, { banner }: TemplateOptions): void {
  drawSheet(workbook, {
    name: "Guidance",
    title: "How to fill this in",
    hint: "Nothing is filled in on this sheet.",
    banner,
    columns: [
      { heading: "About", width: 30, given: true },
      { heading: "What to do", width: 100, given: true },
    ],
    rows: guidance,
    emptyRows: 0,
  });
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
