import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";

/** One section of the report: a file, and a line in `sections/index.ts`. */
export interface ReportSection {
  /** Stable id: the anchor, and the name of narrative/<id>.md. */
  readonly id: string;
  readonly heading: string;
  /** Where what people wrote goes; before the tool's own words unless said otherwise. */
  readonly narrative?: "first" | "last";
  /** What the tool says; nothing, and no narrative, leaves the section out. */
  blocks(input: ReportInput): readonly Block[];
}

/** The drawn charts of these ids, in this order; those that had nothing to draw are left out. */
export function figures(input: ReportInput, ...ids: readonly string[]): readonly Block[] {
  return ids.flatMap((id) => input.figures.filter((figure) => figure.id === id));
}
