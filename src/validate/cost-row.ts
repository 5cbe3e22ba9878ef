import type { Place, Severity } from "../core/issue.js";
import type { CellValue } from "../core/table.js";

/** One filled row of a sheet of a cost return. Each reader notes a finding and gives null when the cell will not do. */
export interface CostRow {
  readonly row: number;
  /** Place of a cell of the row, by its heading; of its first cell without one. */
  at(heading?: string): Place;
  value(heading: string): CellValue;
  isBlank(heading: string): boolean;
  /** True once an error was told of a cell of the row. */
  isRefused(): boolean;
  /** Free text; never echoed. */
  words(heading: string): string | null;
  /** Free text that may be left out: null then. */
  text(heading: string): string | null;
  /** One of a list, in any case. */
  choice<T extends string>(heading: string, options: readonly T[]): T | null;
  /** A code that stands first in the cell: `PAS-01 Help finding somewhere to live`. */
  code(heading: string, known: readonly string[], fix: string): string | null;
  /** A whole number from 1. */
  count(heading: string): number | null;
  /** A whole number from 0. */
  countFromNought(heading: string): number | null;
  /** Hours as a number, 0 or more. */
  hours(heading: string): number | null;
  /** A number above 0. */
  amount(heading: string): number | null;
  /** Years of use, above 0 and at most 60. */
  years(heading: string): number | null;
  /** A share above 0 and at most 1, such as 0.5. */
  fraction(heading: string): number | null;
  /** Percent above 0 and at most 100, given back as a share. */
  percent(heading: string): number | null;
  /** Percent from 0 to 100, given back as a share. */
  percentFromNought(heading: string): number | null;
  /** Pounds, given back as whole pence; what somebody earns is never shown in what is told. */
  pounds(heading: string, found?: "shown" | "never shown"): number | null;
  complain(heading: string, complaint: Complaint): null;
}

export interface Complaint {
  readonly code: string;
  readonly severity?: Severity;
  readonly expected: string;
  /** Left out for free text. */
  readonly found?: string;
  readonly fix: string;
  /** In place of "heading: expected ..., got ...". */
  readonly message?: string;
}
