import type { Issue } from "../core/issue.js";
import type { Figure } from "./figures.js";
import type { Days } from "./financial-year.js";

/** The file that shipped figures stand in, for messages. */
export const payFile = "data/pay/pay-and-on-costs.csv";

/** A figure that a year lacks. */
export function missingFigure(table: string, key: string, year: string): Issue {
  return {
    code: "missing-price",
    severity: "error",
    at: { file: payFile },
    message: `${table} ${key}: no figure for ${year}`,
    expected: `one figure for ${year}`,
    found: "none",
    fix: `choose a price year that has it, or add the figure with its source to ${payFile}`,
  };
}

/** A figure that a year has, but not for all of the days to be priced. */
export function uncoveredDays(figure: Figure, days: Days): Issue {
  return {
    code: "missing-price",
    severity: "error",
    at: { file: payFile },
    message: `${figure.table} ${figure.key}: no figure in force from ${days.from} to ${days.to}`,
    expected: `figures for every day of ${figure.year}`,
    found: `${figure.value} from ${figure.from} to ${figure.to}`,
    fix: `choose another price year, or add the figure with its source to ${payFile}`,
  };
}

/** A zone of London named without what it pays on top, which has no default. */
export function zoneWithoutAmount(zone: string): Issue {
  return {
    code: "zone-without-amount",
    severity: "error",
    at: { file: "study.yaml" },
    message: `high-cost area ${zone}: no supplement`,
    expected: "pounds a year, 0 where none is paid",
    found: "nothing",
    fix: "give the supplement in pounds a year, for Agenda for Change staff, for doctors or for both, or name no zone",
  };
}
