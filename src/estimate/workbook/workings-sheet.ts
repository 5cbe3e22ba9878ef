import { isBuddyTime } from "../../costs/estimate/scenarios.js";
import { columnLetters } from "../../core/table.js";
import { programmeComponent, shadowingComponent } from "../../costs/estimate/assumptions.js";
import type { PricedItem } from "../../costs/estimate/price-items.js";
import type { Workbook } from "../../ingest/workbook.js";
import { calculationSheet, letter } from "./calculation-sheet.js";
import { columnOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { live, type SheetValue } from "./live-cell.js";
import { isImgTime, type WorkbookPlan } from "./workbook-plan.js";

/**
 * The same items as numbers, for the sheets on cohort size and scenarios, which add all lines up in one cell.
 */
export async function drawWorkings(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { items, names, banner, inputs } = plan;
  const is = (answer: boolean) => (answer ? 1 : 0);
  const whoseFlags = ["f_cash", "f_economic", "f_nhs"];
  const hour = (item: PricedItem, row: number, full: boolean): SheetValue => {
    if (item.payPoint === null) return 1;
    const own = `${calculationSheet}!${letter("Own pounds an hour")}${row}`;
    const point = `${calculationSheet}!${letter("Pay point")}${row}`;
    const name = `rate_hour${full ? "_full" : ""}${item.paidHours ? "_paid" : ""}`;
    const card =
      plan.cards[full ? (item.paidHours ? "fullPaid" : "full") : item.paidHours ? "chosenPaid" : "chosen"];
    return live(
      `IF(${calculationSheet}!${letter("Check")}${row}<>"OK",0,IF(${own}<>"",${own},INDEX(${name},MATCH(${point},rate_keys,0))))`,
      inputs.overrides[item.id]?.poundsAnHour ?? card.rates[item.payPoint]!.hourly,
    );
  };
  const flags: readonly (readonly [name: string, of: (item: PricedItem, row: number) => SheetValue])[] = [
    ["f_provided", (item) => live(providedFormula(plan, item), is(isThere(plan, item)))],
    ["f_time", (item) => is(isImgTime(item))],
    ["f_buddy", (item) => is(isBuddyTime(item))],
    ["f_each", (item) => is(item.basis === "each IMG")],
    ["f_intake", (item) => is(item.basis === "each intake")],
    ["f_whole", (item) => is(item.basis === "once" || item.basis === "each year")],
    ["f_once", (item) => is(item.basis === "once")],
    ["f_group", (item) => item.groupSize ?? 1_000_000],
    ["f_week", (item) => is(item.eachShadowingWeek)],
    ["f_cash", (item) => is(item.extra && item.paidBy === "Trust")],
    ["f_economic", (item) => is(item.paidBy === "Trust")],
    ["f_nhs", (item) => is(item.paidBy !== "IMG")],
    [
      "f_whose",
      (item, row) => {
        const cells = whoseFlags.map(
          (name) => `${columnLetters(flags.findIndex(([one]) => one === name) + 1)}${row}`,
        );
        return live(`CHOOSE(step_whose,${cells.join(",")})`, is(plan.isCounted(item)));
      },
    ],
    ["f_rate", (item, row) => hour(item, row, false)],
    ["f_rate_full", (item, row) => hour(item, row, true)],
  ];
  flags.forEach(([name], index) => names.give(name, columnOf("Workings", index + 1, items.length)));
  await drawEstimateSheet(workbook, {
    name: "Workings",
    title: "Items as numbers",
    hint: "For the sheets Cohort size and Scenarios: 1 is yes, 0 is no. Nothing is changed here. A group of 1,000,000 has no limit.",
    banner,
    columns: [
      { heading: "Item", width: 34 },
      ...flags.map(([name]) => ({
        heading: name.slice(2).replace("_", " "),
        width: 10,
        number: true,
        format: name.startsWith("f_rate") ? "#,##0.00" : "0",
      })),
    ],
    rows: items.map((item, index) => [item.label, ...flags.map(([, of]) => of(item, firstRow + index))]),
    fixedColumns: 1,
  });
}

/** Whether the part that an item belongs to is provided; IMGs' own time goes with shadowing. */
function isThere({ inputs }: WorkbookPlan, item: PricedItem): boolean {
  return inputs.components.includes(partOf(item));
}

function providedFormula({ data }: WorkbookPlan, item: PricedItem): string {
  const ids = [...data.components.map(({ id }) => id), programmeComponent];
  return `IF(Components!$D$${firstRow + ids.indexOf(partOf(item))}="yes",1,0)`;
}

function partOf(item: PricedItem): string {
  return isImgTime(item) ? shadowingComponent : item.component;
}
