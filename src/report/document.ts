import type { TableBlock } from "../charts/data-table.js";
import type { DrawnChart } from "../charts/draw-charts.js";

/** A report as plain data: what is said, in which order. Renderers decide how it looks. */
export interface Document {
  readonly title: string;
  readonly subtitle: string;
  readonly language: "en-GB";
  /** A brief fits a page or two: no contents, no cover, smaller type. A report when left out. */
  readonly layout?: "report" | "brief";
  /** Printed on every page and sheet when the data are made up; null otherwise. */
  readonly banner: string | null;
  readonly authors: readonly string[];
  readonly steeringGroup: readonly string[];
  /** One line for the foot of a page and the document's properties: study, tool version. */
  readonly imprint: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Stable id, used as the anchor: `settling-in`. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "subheading"; readonly id: string; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  /** Short, important, set apart: a key finding, or a caution. */
  | {
      readonly kind: "callout";
      readonly tone: "finding" | "caution";
      readonly heading: string;
      readonly text: readonly Inline[];
    }
  | TableBlock
  | FigureBlock;

/** A run of text. `value` is a result printed in a sentence; renderers may mark it with its id. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "value"; readonly result: string; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** A drawn chart, in its place; its table is shown under it in HTML and on a sheet of the workbook. */
export interface FigureBlock extends DrawnChart {
  readonly kind: "figure";
}

export type { NumberFormat } from "../core/format.js";
export type { TableBlock, TableCell, TableColumn } from "../charts/data-table.js";
