import { programmeComponent } from "../validate/cost-return.js";
import { answerRows, type AnswerRow } from "./answer-rows.js";
import { answerSheets } from "./layout.js";
import type { SheetValue } from "./sheet.js";
import type { FilledReturn, TemplateOptions } from "./template-options.js";

const usual = {
  extra: true,
  paidBy: "Trust",
  recurrence: "recurrent",
  evidence: "estimated",
  usefulLife: null,
  capacity: null,
  share: 1,
  reference: null,
} as const;
const usualStaff = {
  ...usual,
  people: 1,
  activity: null,
  backfill: false,
  paidTime: true,
  ownRate: null,
  statedPence: null,
} as const;

/** Invented lines that show how each sort of cost is put down. */
export function exampleLines({
  components,
  payPoints,
}: Pick<TemplateOptions, "components" | "payPoints">): Pick<
  FilledReturn,
  "staff" | "other" | "supernumerary"
> {
  const part = (wanted: string) => (components.some(({ id }) => id === wanted) ? wanted : programmeComponent);
  const point = (wanted: string) => (payPoints.find(({ key }) => key === wanted) ?? payPoints[0]!).key;
  return {
    staff: [
      {
        ...usualStaff,
        component: programmeComponent,
        role: "Induction coordinator",
        payPoint: point("band5.top"),
        hours: 15,
        basis: "each week",
        evidence: "recorded",
        paidBy: "NHS England",
        activity: "Plans the weeks, answers questions",
        reference: "CC 1234",
      },
      {
        ...usualStaff,
        component: part("ENB-01"),
        role: "Buddy",
        payPoint: point("CT1-2/ST1-2.np3"),
        hours: 7.5,
        basis: "each IMG",
        extra: false,
        paidTime: false,
        activity: "Meets the IMG in the evening",
      },
      {
        ...usualStaff,
        component: part("PRE-01"),
        role: "Consultant who wrote the handbook",
        payPoint: point("consultant.T2b.yr4-7"),
        hours: 20,
        basis: "whole period",
        recurrence: "one-off",
        usefulLife: 3,
        share: 0.5,
      },
    ],
    other: [
      {
        ...usual,
        component: part("PRE-01"),
        item: "Printed handbook",
        category: "materials",
        amountPence: 42_000,
        basis: "whole period",
        recurrence: "one-off",
        evidence: "recorded",
        vat: "in the amount",
        quantity: 60,
        unitPricePence: 700,
        usefulLife: 3,
        reference: "Order 5678",
      },
      {
        ...usual,
        component: programmeComponent,
        item: "Seminar room",
        category: "premises",
        amountPence: 18_000,
        basis: "each cohort",
        vat: "no VAT",
        quantity: null,
        unitPricePence: null,
        capacity: 12,
      },
      {
        ...usual,
        component: part("PRE-05"),
        item: "First fortnight in hospital rooms",
        category: "travel and accommodation",
        amountPence: 42_050,
        basis: "each IMG",
        paidBy: "charity",
        vat: "no VAT",
        quantity: null,
        unitPricePence: null,
      },
    ],
    supernumerary: [
      {
        grade: "Trust doctor",
        payPoint: point("LED.MT03"),
        imgs: 12,
        hoursEach: 80,
        evidence: "recorded",
        extra: true,
        paidBy: "Trust",
        clinicalShare: 0,
        reference: null,
      },
      {
        grade: "Senior Trust doctor",
        payPoint: point("LED.MT04"),
        imgs: 2,
        hoursEach: 40,
        evidence: "estimated",
        extra: true,
        paidBy: "Trust",
        clinicalShare: 0.25,
        reference: null,
      },
    ],
  };
}

/** The invented lines turned on their side, a row for each column, so that nobody takes them for answers. */
export function exampleRows(
  options: Pick<TemplateOptions, "components" | "payPoints">,
): readonly (readonly SheetValue[])[] {
  const rows = answerRows(exampleLines(options), options);
  return answerSheets.flatMap(({ name, columns }) =>
    columns
      .filter(({ heading }) => rows[name].some((row) => (row[heading] ?? null) !== null))
      .map(({ heading }) => [name, heading, ...[0, 1, 2].map((line) => shown(rows[name][line], heading))]),
  );
}

function shown(row: AnswerRow | undefined, heading: string): string | number {
  const value = row?.[heading] ?? null;
  if (row === undefined) return "(no third line)";
  return value === null ? "(blank)" : (value as string | number);
}
