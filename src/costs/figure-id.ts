import { invariant } from "../core/invariant.js";
import type { Figure } from "./figures.js";

/**
 * Name of a figure as `pilot-eval list pay` prints it and as a study signs it off: table, key and year.
 *
 * @example figureId({ table: "working_time", key: "study_leave", year: "2026/27" }) // => "working_time study_leave 2026/27"
 */
export function figureId({ table, key, year }: Pick<Figure, "table" | "key" | "year">): string {
  return `${table} ${key} ${year}`;
}

/**
 * The figure of a table and key that came into force last, for figures that are not of one financial year:
 * the discount rates (`discount_rate`, `standard.0-30y`) and the optimism bias. None is a bug: the figures ship with the tool.
 */
export function latestFigure(figures: readonly Figure[], table: string, key: string): Figure {
  const found = figures
    .filter((figure) => figure.table === table && figure.key === key)
    .sort((one, other) => one.from.localeCompare(other.from))
    .at(-1);
  invariant(found !== undefined, `no figure ${table} ${key}`);
  return found;
}
