import { costCategories, headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";
import { readComponent, readSpending, yesOrNo } from "./cost-line-cells.js";
import {
  evidenceGrades,
  payers,
  recurrences,
  vatAnswers,
  type LineContext,
  type OtherLine,
} from "./cost-line.js";

/** A line of other costs, or null when a cell will not do. */
export function readOther(row: CostRow, { components }: LineContext): OtherLine | null {
  const heading = headings["Other costs"];
  const component = readComponent(row, heading.component, components);
  const item = row.words(heading.item);
  const category = row.choice(heading.category, costCategories);
  const amountPence = row.pounds(heading.amount);
  const basis = row.choice(heading.basis, ["whole period", "each IMG", "each cohort"] as const);
  const recurrence = row.choice(heading.recurrence, recurrences);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  const extra = row.choice(heading.extra, yesOrNo);
  const paidBy = row.choice(heading.paidBy, payers);
  const vat = row.choice(heading.vat, vatAnswers);
  const quantity = row.isBlank(heading.quantity) ? null : row.amount(heading.quantity);
  const unitPricePence = row.isBlank(heading.unitPrice) ? null : row.pounds(heading.unitPrice);
  const spending = readSpending(row, heading);
  if (component === null || item === null || category === null || amountPence === null) return null;
  if (basis === null || recurrence === null || evidence === null) return null;
  if (extra === null || paidBy === null || vat === null || row.isRefused()) return null;
  return {
    ...spending,
    component,
    item,
    category,
    amountPence,
    basis,
    recurrence,
    evidence,
    extra: extra === "yes",
    paidBy,
    vat,
    quantity,
    unitPricePence,
    at: row.at(),
  };
}
