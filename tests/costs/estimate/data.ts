import { readFileSync } from "node:fs";
import { readFigures } from "../../../src/costs/figures.js";
import type { PlanningAssumptions, PlanningItem } from "../../../src/costs/estimate/assumptions.js";
import { defaultInputs, type EstimateInputs } from "../../../src/costs/estimate/inputs.js";
import type { EstimateComponent, EstimateData } from "../../../src/costs/estimate/estimate-data.js";
import { readCsvBytes } from "../../../src/ingest/csv.js";

/** What ships: assumptions, components, pay. */
export const data: EstimateData = {
  assumptions: JSON.parse(readFileSync("data/planning/assumptions.json", "utf8")) as PlanningAssumptions,
  components: JSON.parse(
    readFileSync("data/induction/components.json", "utf8"),
  ) as readonly EstimateComponent[],
  figures: readFigures(readCsvBytes(readFileSync("data/pay/pay-and-on-costs.csv"), "pay.csv").rows),
};

/** Inputs that can be estimated, with some of them changed. */
export function inputsWith(changed: Partial<EstimateInputs> = {}): EstimateInputs {
  return { ...defaultInputs(data, 20), pension: "paid-by-trust", ...changed };
}

/** An item in whole pounds, so that costs can be worked out by hand. */
export function poundsItem(pounds: number, changed: Partial<PlanningItem> = {}): PlanningItem {
  return {
    id: "item",
    component: "PRO-01",
    label: "an item",
    category: "premises",
    payPoint: null,
    amount: { low: pounds, central: pounds, high: pounds },
    basis: "each year",
    groupSize: null,
    eachShadowingWeek: false,
    paidHours: false,
    extra: true,
    paidBy: "Trust",
    reason: "made up for a test",
    source: "made up for a test",
    ...changed,
  };
}

/** The data that ship with these items in place of the planning assumptions. */
export function dataWith(...items: readonly PlanningItem[]): EstimateData {
  const numbered = items.map((item, index) =>
    item.id === "item" ? { ...item, id: `item-${index + 1}` } : item,
  );
  return { ...data, assumptions: { ...data.assumptions, items: numbered, leftOut: [] } };
}
