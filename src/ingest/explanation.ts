import type { OrderDecision } from "./date-order.js";

/** How one date column of a file is read, and why. */
export interface ExplainedDates {
  /** Heading as the file shows it. */
  readonly column: string;
  readonly decision: OrderDecision;
}

/** How one survey file was read, from its bytes to its rows, with the reason of each choice. Holds no answer. */
export interface Explanation {
  readonly file: string;
  readonly sheet?: string;
  /** Sheets with something on them that are not read. */
  readonly sheetsPassedOver: readonly string[];
  /** Id and name of the format taken; null when the file was refused. */
  readonly format: string | null;
  readonly label: string | null;
  /** Why the file was refused, in the words of its finding. */
  readonly refused?: string;
  /** Named in study.yaml as dialect, not found from the content. */
  readonly named: boolean;
  /** From 0 to 1: how sure the format is of the content. */
  readonly score: number;
  readonly reasons: readonly string[];
  /** The other formats, the surest first. */
  readonly others: readonly {
    readonly format: string;
    readonly label: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
  /** How the bytes were read: encoding and delimiter of a text file. */
  readonly bytes: readonly string[];
  /** Rows of headings, as a spreadsheet counts them. */
  readonly headerRows: readonly number[];
  /** Rows with something on them above the headings. */
  readonly notesAbove: readonly number[];
  readonly answers: number;
  readonly leftOut: readonly { readonly reason: string; readonly rows: readonly number[] }[];
  readonly dates: readonly ExplainedDates[];
  readonly remarks: readonly string[];
}
