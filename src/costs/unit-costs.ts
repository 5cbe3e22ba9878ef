import type { Figure } from "./figures.js";
import type { PriceBasis } from "./own-rate.js";

/** Tables of figures that hold the rows of a unit cost table which the study's owner has; none ships. */
export const unitCostTables = {
  "pay-and-on-costs": "unit_cost",
  "includes-overheads": "unit_cost_with_overheads",
} as const satisfies Readonly<Record<PriceBasis, string>>;

/** What a pay point of a unit cost table starts with, so that it is never taken for a shipped one. */
export const unitCostPrefix = "unit-cost:";

/** Rows of the study's unit cost table that are of a year's prices, by the pay point a return names. */
export function unitCostsOf(figures: readonly Figure[], year: string): Readonly<Record<string, Figure>> {
  const names: readonly string[] = Object.values(unitCostTables);
  return Object.fromEntries(
    figures.flatMap((figure) =>
      names.includes(figure.table) && figure.year === year ? [[figure.key, figure]] : [],
    ),
  );
}

/** Whether a row of a unit cost table holds overheads. */
export function unitCostBasis({ table }: Pick<Figure, "table">): PriceBasis {
  return table === unitCostTables["includes-overheads"] ? "includes-overheads" : "pay-and-on-costs";
}
