import { headings } from "../ingest/formats/cost-return-layout.js";
import type { Workbook } from "../ingest/workbook.js";
import { hoursBases, payers } from "../validate/cost-return.js";
import type { Live } from "./live/live.js";
import { sumWhere } from "./live/over-cells.js";
import type { SheetCells } from "./live/sheet-cells.js";
import type { WorkedReturn } from "./live/worked-return.js";
import { drawSheet, type SheetValue } from "./sheet.js";

/** What was typed, added up by who paid, so that finance can compare it with its ledger. All of it fills itself. */
export function drawTotals(workbook: Workbook, worked: WorkedReturn, banner: string | undefined): void {
  const staff = worked.cellsOf("Staff", "Totals");
  const other = worked.cellsOf("Other costs", "Totals");
  const imgs = worked.cellsOf("IMG time", "Totals");
  const { Staff, "Other costs": Other, "IMG time": Imgs } = headings;
  const amountBases = hoursBases.filter((basis) => basis !== "each week");
  drawSheet(workbook, {
    name: "Totals",
    title: "What has been typed, added up",
    hint: "Fills itself, for finance to compare. Not yet a price: we multiply what is for each IMG, cohort or week, and price the hours.",
    banner,
    columns: [
      { heading: "Sheet", width: 16, group: "given" },
      { heading: "What is added up", width: 38, group: "given" },
      { heading: "Is for", width: 16, group: "given" },
      ...payers.map((payer) => ({
        heading: payer,
        width: 15,
        group: "check" as const,
        number: true,
        format: money,
      })),
      { heading: "All", width: 15, group: "check", number: true, format: money },
    ],
    rows: [
      ...hoursBases.map((basis) => [
        "Staff",
        "Hours (people times hours)",
        basis,
        ...byPayer(staff, Staff.paidBy, [[Staff.basis, basis]], [Staff.people, Staff.hours]),
      ]),
      [
        "Staff",
        "Full-time posts (people times share)",
        "each week",
        ...byPayer(staff, Staff.paidBy, [[Staff.basis, "each week"]], [Staff.people, Staff.fullTime]),
      ],
      ...amountBases.map((basis) => [
        "Other costs",
        "Pounds",
        basis,
        ...byPayer(other, Other.paidBy, [[Other.basis, basis]], [Other.amount]),
      ]),
      [
        "IMG time",
        "Hours (IMGs times hours)",
        "whole period",
        ...byPayer(imgs, Imgs.paidBy, [], [Imgs.imgs, Imgs.hoursEach]),
      ],
    ],
  });
}

const money = "#,##0.00";

function byPayer(
  cells: SheetCells,
  paidBy: string,
  conditions: readonly (readonly [heading: string, text: string])[],
  factors: readonly string[],
): readonly SheetValue[] {
  const where = conditions.map(([heading, text]) => [cells.column(heading), text] as const);
  const numbers = factors.map((heading) => cells.column(heading));
  const parts = payers.map((payer) => sumWhere([...where, [cells.column(paidBy), payer]], numbers));
  return [...parts, sumWhere(where, numbers)].map(orError);
}

/** A sum over cells one of which holds an error value has none. */
function orError(sum: Live<number>): Live<number> {
  return { formula: `IFERROR(${sum.formula},"see Check")`, value: sum.value };
}
