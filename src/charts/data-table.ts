import type { NumberFormat } from "../core/format.js";

/** A table of the report: numbers with their text, printed by each renderer in its own way. */
export interface TableBlock {
  readonly kind: "table";
  /** Stable id: `coverage-by-trust`. Also names the worksheet. */
  readonly id: string;
  readonly caption: string;
  /** What, where, when, unit; said under the caption and above the table in the workbook. */
  readonly description: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly notes: readonly string[];
  /** True for long tables that belong in the workbook and, folded away, in the HTML; left out of the Word file. */
  readonly workbookOnly?: boolean;
}

export interface TableColumn {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** The first cell of each row is its header. A number keeps its value; `text` is how it is printed. */
export type TableCell =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly text: string;
      readonly format: NumberFormat;
      readonly result?: string;
      /** A number of people that is rounded to a multiple of this. */
      readonly peopleTo?: number;
    }
  /** Held back: printed [c]; to protect people, unless it says another reason. */
  | { readonly kind: "suppressed"; readonly reason?: string }
  /** Not available: printed [x]; or does not apply: printed [z]. */
  | { readonly kind: "unavailable"; readonly shorthand: "x" | "z"; readonly reason: string };
