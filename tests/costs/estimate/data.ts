import { readFileSync } from "node:fs";
import { readFigures } from "../../../src/costs/figures.js";
import type { PlanningAssumptions } from "../../../src/costs/estimate/assumptions.js";
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
