import type { DataValidation } from "exceljs";
import { columnLetters } from "../core/table.js";
import { costCategories, headerRow } from "../ingest/formats/cost-return-layout.js";
import type { Workbook } from "../ingest/workbook.js";
import {
  evidenceGrades,
  highCostAreas,
  hoursBases,
  payers,
  programmeComponent,
  rateSources,
  recurrences,
  vatAnswers,
} from "../validate/cost-return.js";
import type { ListCells } from "./live/answer-test.js";
import { drawSheet } from "./sheet.js";
import type { TemplateOptions } from "./template-options.js";
import { alert } from "./validation.js";

export type ListName = keyof ReturnType<typeof listEntries>;

/** A drop-down for each kind of answer. */
export type Lists = Readonly<Record<ListName, DataValidation>>;

const listSheet = "Lists";

/** What the drop-downs offer, in the order of the columns of the sheet Lists. */
export function listEntries({ components, payPoints }: TemplateOptions) {
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
    evidence: { heading: "Recorded, estimated or guessed", values: evidenceGrades },
    category: { heading: "Categories", values: costCategories },
    planned: { heading: "Planned", values: ["yes", "no"] },
    delivered: { heading: "Delivered", values: ["yes", "partly", "no"] },
    yesNo: { heading: "Yes or no", values: ["yes", "no"] },
    payer: { heading: "Paid by", values: payers },
    rateSource: { heading: "Source of own rate", values: rateSources },
    vat: { heading: "VAT", values: vatAnswers },
    highCost: { heading: "High-cost area", values: highCostAreas },
  } as const satisfies Record<string, { heading: string; values: readonly string[] }>;
}

/** The drop-downs, pointing at the sheet Lists. */
export function dropDowns(options: TemplateOptions): Lists {
  return Object.fromEntries(
    Object.entries(listEntries(options)).map(([name, { heading, values }], position) => [
      name,
      choice(position, values.length, heading),
    ]),
  ) as Lists;
}

/** The lists as formulas reach them. */
export function listCells(options: TemplateOptions): ListCells {
  return Object.fromEntries(
    Object.entries(listEntries(options)).map(([name, { values }], position) => [
      name,
      { formula: listRange(position, values.length), value: values },
    ]),
  ) as unknown as ListCells;
}

/** The last sheet: the lists that the drop-downs come from. */
export function drawLists(
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
      group: "given",
    })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list.values[row] ?? null)),
  });
}

function choice(position: number, length: number, heading: string): DataValidation {
  return {
    type: "list",
    allowBlank: true,
    formulae: [listRange(position, length)],
    ...alert(`one of the list "${heading}"`),
  };
}

function listRange(position: number, length: number): string {
  const column = columnLetters(position);
  return `${listSheet}!$${column}$${headerRow + 1}:$${column}$${headerRow + length}`;
}
