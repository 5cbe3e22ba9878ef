import type { DataValidation } from "exceljs";
import { headings } from "../ingest/formats/cost-return-layout.js";
import type { Workbook } from "../ingest/workbook.js";
import { alert, listEntries } from "./lists.js";
import type { Lists } from "./lists.js";
import { drawSheet, type TemplateColumn } from "./sheet.js";
import type { TemplateOptions } from "./template-options.js";

const note: TemplateColumn = { heading: "Note", width: 30 };

/** Staff time: one line for each role and component. */
export function drawStaff(
  workbook: Workbook,
  { banner, fill, ...options }: TemplateOptions,
  lists: Lists,
): void {
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
      { heading: heading.extra, width: 14, check: lists.yesNo },
      { heading: heading.paidBy, width: 14, check: lists.payer },
      { heading: heading.activity, width: 30 },
      { heading: heading.fullTime, width: 14, check: share, format: "0.00", number: true },
      { heading: heading.usefulLife, width: 12, check: years, number: true },
      { heading: heading.capacity, width: 12, check: wholeNumber, number: true },
      { heading: heading.backfill, width: 14, check: lists.yesNo },
      { heading: heading.paidTime, width: 12, check: lists.yesNo },
      { heading: heading.share, width: 12, check: percent, number: true },
      { heading: heading.ownRate, width: 14, check: numberFromNought, format: "#,##0.00", number: true },
      { heading: heading.rateSource, width: 18, check: lists.rateSource },
      { heading: heading.rateOnCosts, width: 14, check: lists.yesNo },
      { heading: heading.rateOverheads, width: 14, check: lists.yesNo },
      { heading: heading.stated, width: 14, check: numberFromNought, format: "#,##0.00", number: true },
      { heading: heading.reference, width: 18 },
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
      yesNo(line.extra),
      line.paidBy,
      line.activity,
      null,
      line.usefulLife,
      line.capacity,
      line.backfill ? "yes" : null,
      line.paidTime ? null : "no",
      percentOf(line.share),
      line.ownRate === null ? null : line.ownRate.pencePerHour / 100,
      line.ownRate?.source ?? null,
      line.ownRate === null ? null : yesNo(line.ownRate.includesOnCosts),
      line.ownRate === null ? null : yesNo(line.ownRate.includesOverheads),
      line.statedPence === null ? null : line.statedPence / 100,
      line.reference,
      null,
    ]),
    emptyRows: fill ? 5 : 40,
  });
}

/** Rooms, material, travel, food, licences. */
export function drawOther(
  workbook: Workbook,
  { banner, fill, ...options }: TemplateOptions,
  lists: Lists,
): void {
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
      { heading: heading.extra, width: 14, check: lists.yesNo },
      { heading: heading.paidBy, width: 14, check: lists.payer },
      { heading: heading.vat, width: 16, check: lists.vat },
      { heading: heading.quantity, width: 12, check: numberFromNought, number: true },
      { heading: heading.unitPrice, width: 14, check: numberFromNought, format: "#,##0.00", number: true },
      { heading: heading.usefulLife, width: 12, check: years, number: true },
      { heading: heading.capacity, width: 12, check: wholeNumber, number: true },
      { heading: heading.share, width: 12, check: percent, number: true },
      { heading: heading.reference, width: 18 },
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
      yesNo(line.extra),
      line.paidBy,
      line.vat,
      line.quantity,
      line.unitPricePence === null ? null : line.unitPricePence / 100,
      line.usefulLife,
      line.capacity,
      percentOf(line.share),
      line.reference,
      null,
    ]),
    emptyRows: fill ? 5 : 25,
  });
}

/** Paid time in which an IMG does not count in the rota. */
export function drawImgTime(
  workbook: Workbook,
  { banner, fill, ...options }: TemplateOptions,
  lists: Lists,
): void {
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
      { heading: heading.extra, width: 14, check: lists.yesNo },
      { heading: heading.paidBy, width: 14, check: lists.payer },
      { heading: heading.clinical, width: 16, check: percent, number: true },
      { heading: heading.reference, width: 18 },
      note,
    ],
    rows: (fill?.supernumerary ?? []).map((line) => [
      line.grade,
      say(line.payPoint),
      line.imgs,
      line.hoursEach,
      line.evidence,
      yesNo(line.extra),
      line.paidBy,
      line.clinicalShare === 0 ? null : line.clinicalShare === 1 ? 100 : percentOf(line.clinicalShare),
      line.reference,
      null,
    ]),
    emptyRows: fill ? 3 : 12,
  });
}

/** Each part of the induction: planned, and delivered. */
export function drawComponents(
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

const share: DataValidation = {
  type: "decimal",
  operator: "between",
  formulae: [0.01, 1],
  allowBlank: true,
  ...alert("a share of full time, such as 0.5"),
};

const percent: DataValidation = {
  type: "decimal",
  operator: "between",
  formulae: [0, 100],
  allowBlank: true,
  ...alert("a percent from 0 to 100"),
};

const years: DataValidation = {
  type: "decimal",
  operator: "between",
  formulae: [0.5, 60],
  allowBlank: true,
  ...alert("a number of years"),
};

function yesNo(answer: boolean): "yes" | "no" {
  return answer ? "yes" : "no";
}

/** A share as percent; blank for the whole. */
function percentOf(part: number): number | null {
  return part === 1 ? null : Number((part * 100).toPrecision(12));
}

/** Codes as the drop-downs show them: the code, a space and its words. The reader takes what stands before the space. */
function codeWithWords(options: Pick<TemplateOptions, "components" | "payPoints">): (code: string) => string {
  const { component, payPoint } = listEntries(options);
  const words = new Map(
    [...component.values, ...payPoint.values].map((entry) => [entry.split(" ")[0]!, entry]),
  );
  return (code) => words.get(code) ?? code;
}
