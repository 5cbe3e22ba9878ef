/** Which file a table came from, what the study says it is, and what was taken from it. */
export interface Source {
  /** Path relative to the study folder, with forward slashes. */
  readonly file: string;
  readonly sheet?: string;
  readonly kind: SourceKind;
  readonly trust?: string;
  readonly wave?: string;
  /** Id of the ingest format that read it, such as `microsoft-forms`. */
  readonly format: string;
  /** Why that format was chosen, in words. */
  readonly reasons: readonly string[];
}

export type SourceKind = "survey" | "cost-return" | "cohort" | "hr";

/** What one cell may hold once a file is read: text as written, a number or date a workbook stored as such, or nothing. */
export type CellValue = string | number | boolean | null;

/** One named column. `values[i]` stands in file row `rows[i]` of its table. */
export interface Column {
  /** Heading as the file shows it, untouched. */
  readonly name: string;
  /** Other names the same column carries in the file (an internal id in a second header row, say). */
  readonly aliases: readonly string[];
  /** Position in the file from 0; gives the cell address in a workbook. */
  readonly position: number;
  readonly values: readonly CellValue[];
  /** Where the file keeps a code behind each label, as SPSS does: by the label as it stands in `values`. */
  readonly codes?: ReadonlyMap<string, CodeBehind>;
}

/** The code that a file keeps behind a label. */
export interface CodeBehind {
  readonly code: number | string;
  /** Whether the file marks it as a missing answer. */
  readonly missing: boolean;
}

/** Why a format leaves a row out when the person did not finish the form. */
export const unfinishedForm = "unfinished";

/** Rows that are no part of a table, with what stands in them: a central survey tells by it whose they are. */
export interface RowsLeftOut {
  readonly reason: string;
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
}

/** A table as it stood in a file: named columns of equal length, each value traceable to its row and column. */
export interface Table {
  readonly source: Source;
  readonly columns: readonly Column[];
  /** File row of each table row, counted from 1 with header rows, as a spreadsheet shows it. */
  readonly rows: readonly number[];
  /** Rows that the format itself left out (previews, unfinished), by reason. */
  readonly leftOut: readonly RowsLeftOut[];
}

/**
 * Spreadsheet letters of a column position counted from 0.
 *
 * @example columnLetters(27) // => "AB"
 */
export function columnLetters(position: number): string {
  let letters = "";
  for (let rest = position + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
