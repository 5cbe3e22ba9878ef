import type { TopLevelSpec } from "vega-lite";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import type { TableBlock } from "./data-table.js";

/** What a chart shows, in words and as a specification, from released results only. */
export interface Drawing {
  readonly spec: TopLevelSpec;
  /** Headline message, at most about ten words, printed above the chart. */
  readonly caption: string;
  /** What, where, when, unit. */
  readonly description: string;
  /** The chart in words, with its main numbers; ends with what it leaves out. */
  readonly altText: string;
  /** What it leaves out and why, in a sentence or two that stand under the picture; empty when it shows all. */
  readonly leftOut: string;
  /** The same numbers as a table. */
  readonly table: TableBlock;
}

/** One chart: a file, and a line in `charts/index.ts`. */
export interface Chart {
  /** Stable id; names the files charts/<id>.svg and .png. */
  readonly id: string;
  readonly label: string;
  /** Null, with a reason, when the release holds nothing to draw. */
  draw(released: Released, study: PublicStudy): Drawing | { readonly nothing: string };
}
