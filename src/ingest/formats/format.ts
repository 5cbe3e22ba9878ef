import type { Issue } from "../../core/issue.js";
import type { Column, Source, Table } from "../../core/table.js";
import type { CellGrid, GridRow } from "../grid.js";

/** How surely a grid is of a format, with the reasons in words. */
export interface Detection {
  /** From 0 (not at all) to 1; a half or more is taken. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A table as a format lays it out, with what it found. */
export interface TableOfFormat {
  readonly table: Table;
  readonly issues: readonly Issue[];
  /** Columns that the platform itself heads as names and addresses: not in the table, and never passed on. */
  readonly personal?: readonly Column[];
}

/** A grid read by a format. */
export interface FormatRead extends TableOfFormat {
  /** Index in the grid of the first row of answers: all above are headings and notes. */
  readonly bodyAt: number;
  /** How many of the rows above it are headings. */
  readonly headerRows: number;
  /** What else there is to say of how it was read, in words. */
  readonly remarks?: readonly string[];
}

/** One survey platform's export: how to know it and how to read it. */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** What is known of this shape, and on what basis. */
  readonly evidence: string;
  /** @param head the first rows of the grid */
  detect(head: readonly GridRow[]): Detection;
  read(cells: CellGrid, source: Source): FormatRead;
}

/** A detection that failed, with what would have told the format. */
export function notDetected(wanted: string): Detection {
  return { score: 0, reasons: [wanted] };
}
