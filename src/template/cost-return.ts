import type { DataValidation } from "exceljs";
import { columnLetters } from "../core/table.js";
import type { PayPoint } from "../costs/figures.js";
import {
  costCategories,
  coverQuestions,
  headerRow,
  headings,
  TEMPLATE_VERSION,
} from "../ingest/formats/cost-return-layout.js";
import { writeWorkbook, type Workbook } from "../ingest/workbook.js";
import type { Component } from "../study/study.js";
import { evidenceGrades, hoursBases, programmeComponent, recurrences } from "../validate/cost-return.js";
import type { ComponentLine, OtherLine, StaffLine, SupernumeraryLine } from "../validate/cost-return.js";
import { guidance } from "./guidance.js";
import { drawSheet, type TemplateColumn } from "./sheet.js";

export { TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";

/** Answers to write into the template, as a Trust would have given them. */
export interface FilledReturn {
  /** First and last day, year-month-day. */
  readonly from: string;
  readonly to: string;
  readonly staff: readonly Omit<StaffLine, "at">[];
  readonly other: readonly Omit<OtherLine, "at">[];
  readonly supernumerary: readonly Omit<SupernumeraryLine, "at">[];
  readonly components: readonly Omit<ComponentLine, "at">[];
}

export interface TemplateOptions {
  readonly components: readonly Component[];
  readonly payPoints: readonly PayPoint[];
  /** Trust code, when the template is for one Trust. */
  readonly trust?: string;
  /** Price year, when the study has settled it. */
  readonly priceYear?: string;
  /** Printed on every sheet, such as that the data are made up. */
  readonly banner?: string;
  readonly fill?: FilledReturn;
}

type Lists = Readonly<Record<keyof ReturnType<typeof listEntries>, DataValidation>>;

/**
 * The cost-return workbook a Trust fills in, empty or filled: Cover, Guidance, Staff, Other costs, IMG time,
 * Components, and last the Lists its drop-downs come from. The same options give the same bytes.
 */
export async function writeCostReturnTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const entries = listEntries(options);
  const lists = Object.fromEntries(
    Object.entries(entries).map(([name, { heading, values }], position) => [
      name,
      choice(position, values.length, heading),
    ]),
  ) as Lists;
  return writeWorkbook(
    (workbook) => {
      drawCover(workbook, options);
      drawGuidance(workbook, options);
      drawStaff(workbook, options, lists);
      drawOther(workbook, options, lists);
      drawImgTime(workbook, options, lists);
      drawComponents(workbook, options, lists);
      drawLists(workbook, options, Object.values(entries));
    },
    { title: `Cost return, template version ${TEMPLATE_VERSION}`, subject: "Cost of the induction of IMGs" },
  );
}

function listEntries({ components, payPoints }: TemplateOptions) {
  return {
    component: {
      heading: "Components",
      values: [
        `${programmeComponent} Running the whole programme`,
        ...components.map((component) => `${component.id} ${component.label}`),
      ],
    },
    payPoint: {
      heading: "Pay points",
      values: payPoints.map((payPoint) => `${payPoint.key} ${payPoint.label}`),
    },
    hoursBasis: { heading: "Hours are for", values: hoursBases },
    amountBasis: { heading: "Amount is for", values: hoursBases.filter((basis) => basis !== "each week") },
    recurrence: { heading: "One-off or recurrent", values: recurrences },
    evidence: { heading: "Recorded or estimated", values: evidenceGrades },
    category: { heading: "Categories", values: costCategories },
    planned: { heading: "Planned", values: ["yes", "no"] },
    delivered: { heading: "Delivered", values: ["yes", "partly", "no"] },
  } as const satisfies Record<string, { heading: string; values: readonly string[] }>;
}

function drawCover(workbook: Workbook, { trust, priceYear, banner, fill }: TemplateOptions): void {
  const rows = [
    [coverQuestions.trust, trust ?? null, "The code letter that the evaluators gave your Trust"],
    [coverQuestions.from, fill ? day(fill.from) : null, "Day/month/year"],
    [coverQuestions.to, fill ? day(fill.to) : null, "Day/month/year"],
    [coverQuestions.priceYear, priceYear ?? null, "Such as 2026/27; staff time is priced for you"],
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
  sheet.getCell(headerRow + 5, 2).fill = { type: "pattern", pattern: "none" };
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

function drawStaff(workbook: Workbook, { banner, fill, ...options }: TemplateOptions, lists: Lists): void {
  const say = codeWithWords(options);
  const heading = headings.Staff;
  drawSheet(workbook, {
    name: "Staff",
    title: "Staff time",
    hint: "One line for each role and component. IMGs' own time goes on the sheet IMG time.",
    banner,
    columns: [
      { heading: heading.component, width: 40, check: lists.component },
      { heading: heading.role, width: 30 },
      { heading: heading.payPoint, width: 40, check: lists.payPoint },
      { heading: heading.people, width: 10, check: wholeNumber, number: true },
      { heading: heading.hours, width: 14, check: numberFromNought, format: "#,##0.0", number: true },
      { heading: heading.basis, width: 17, check: lists.hoursBasis },
      { heading: heading.recurrence, width: 14, check: lists.recurrence },
      { heading: heading.evidence, width: 14, check: lists.evidence },
      note,
    ],
    rows: (fill?.staff ?? []).map((line) => [
      say(line.component),
      line.role,
      say(line.payPoint),
      line.people,
      line.hours,
      line.basis,
      line.recurrence,
      line.evidence,
      null,
    ]),
    emptyRows: fill ? 5 : 40,
  });
}

function drawOther(workbook: Workbook, { banner, fill, ...options }: TemplateOptions, lists: Lists): void {
  const say = codeWithWords(options);
  const heading = headings["Other costs"];
  drawSheet(workbook, {
    name: "Other costs",
    title: "Other costs",
    hint: "Rooms, material, travel, food, licences. Pounds of the price year on the Cover, with VAT you cannot recover.",
    banner,
    columns: [
      { heading: heading.component, width: 40, check: lists.component },
      { heading: heading.item, width: 36 },
      { heading: heading.category, width: 26, check: lists.category },
      { heading: heading.amount, width: 14, check: numberFromNought, format: "#,##0.00", number: true },
      { heading: heading.basis, width: 17, check: lists.amountBasis },
      { heading: heading.recurrence, width: 14, check: lists.recurrence },
      { heading: heading.evidence, width: 14, check: lists.evidence },
      note,
    ],
    rows: (fill?.other ?? []).map((line) => [
      say(line.component),
      line.item,
      line.category,
      line.amountPence / 100,
      line.basis,
      line.recurrence,
      line.evidence,
      null,
    ]),
    emptyRows: fill ? 5 : 25,
  });
}

function drawImgTime(workbook: Workbook, { banner, fill, ...options }: TemplateOptions, lists: Lists): void {
  const say = codeWithWords(options);
  const heading = headings["IMG time"];
  drawSheet(workbook, {
    name: "IMG time",
    title: "IMGs' own supernumerary time",
    hint: "Paid hours of shadowing and teaching in which an IMG does not count in the rota. One line for each grade.",
    banner,
    columns: [
      { heading: heading.grade, width: 30 },
      { heading: heading.payPoint, width: 44, check: lists.payPoint },
      { heading: heading.imgs, width: 10, check: wholeNumber, number: true },
      { heading: heading.hoursEach, width: 18, check: numberFromNought, format: "#,##0.0", number: true },
      { heading: heading.evidence, width: 14, check: lists.evidence },
      note,
    ],
    rows: (fill?.supernumerary ?? []).map((line) => [
      line.grade,
      say(line.payPoint),
      line.imgs,
      line.hoursEach,
      line.evidence,
      null,
    ]),
    emptyRows: fill ? 3 : 12,
  });
}

function drawComponents(
  workbook: Workbook,
  { banner, fill, components }: TemplateOptions,
  lists: Lists,
): void {
  const heading = headings.Components;
  const given = new Map(fill?.components.map((line) => [line.component, line]));
  drawSheet(workbook, {
    name: "Components",
    title: "Parts of the induction",
    hint: "For each part: was it planned, and was it delivered? Partly: to some of the IMGs, or not in full.",
    banner,
    columns: [
      { heading: heading.component, width: 13, given: true },
      { heading: "What it is", width: 58, given: true },
      { heading: "Strand", width: 28, given: true },
      { heading: heading.planned, width: 12, check: lists.planned },
      { heading: heading.delivered, width: 12, check: lists.delivered },
      note,
    ],
    rows: components.map(({ id, label, strand }) => {
      const line = given.get(id);
      return [id, label, strand, line ? (line.planned ? "yes" : "no") : null, line?.delivered ?? null, null];
    }),
    emptyRows: 0,
  });
}

function drawLists(
  workbook: Workbook,
  { banner }: TemplateOptions,
  lists: readonly { readonly heading: string; readonly values: readonly string[] }[],
): void {
  const longest = Math.max(...lists.map((list) => list.values.length));
  drawSheet(workbook, {
    name: listSheet,
    title: "Lists",
    hint: "What the drop-downs offer. Nothing is filled in on this sheet.",
    banner,
    columns: lists.map(({ heading, values }) => ({
      heading,
      width: Math.max(14, ...values.map((value) => value.length + 4)),
      given: true,
    })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list.values[row] ?? null)),
    emptyRows: 0,
  });
}

const listSheet = "Lists";
const note: TemplateColumn = { heading: "Note", width: 30 };

const wholeNumber: DataValidation = {
  type: "whole",
  operator: "greaterThanOrEqual",
  formulae: [1],
  allowBlank: true,
  ...alert("a whole number from 1"),
};

const numberFromNought: DataValidation = {
  type: "decimal",
  operator: "greaterThanOrEqual",
  formulae: [0],
  allowBlank: true,
  ...alert("a number such as 112.5"),
};

function choice(position: number, length: number, heading: string): DataValidation {
  const column = columnLetters(position);
  const first = headerRow + 1;
  return {
    type: "list",
    allowBlank: true,
    formulae: [`${listSheet}!$${column}$${first}:$${column}$${headerRow + length}`],
    ...alert(`one of the list "${heading}"`),
  };
}

function alert(expected: string): Pick<DataValidation, "showErrorMessage" | "errorTitle" | "error"> {
  return { showErrorMessage: true, errorTitle: "Please check", error: `Expected ${expected}.` };
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** Codes as the drop-downs show them: the code, a space and its words. The reader takes what stands before the space. */
function codeWithWords(options: Pick<TemplateOptions, "components" | "payPoints">): (code: string) => string {
  const { component, payPoint } = listEntries(options);
  const words = new Map(
    [...component.values, ...payPoint.values].map((entry) => [entry.split(" ")[0]!, entry]),
  );
  return (code) => words.get(code) ?? code;
}
