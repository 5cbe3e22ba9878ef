import { formatNumber } from "./format.js";

/**
 * What is read at most. A file past one of these is refused with the number and what to do, so that no file, damaged or
 * meant to harm, takes the machine's memory or hours of its time. All are far above what a pilot's files hold.
 */
export const limits = {
  /** Bytes of one file; more text than that does not fit one string. */
  fileBytes: 500_000_000,
  /** Files in a study folder. */
  files: 20_000,
  /** Parts of the zip archive that a workbook is. */
  zipParts: 5_000,
  /** Bytes of those parts of a workbook that are read, once unpacked. */
  unpackedBytes: 400_000_000,
  /** How deep the parts of a workbook may be nested. */
  xmlDepth: 100,
  /** Worksheets of a workbook. */
  sheets: 500,
  /** Columns of a table, as many as a spreadsheet has. */
  columns: 16_384,
  /** Rows of a table of text; a sheet of a workbook has 1,048,576 at most. */
  rows: 2_000_000,
  /** Rows times columns of a table. */
  cells: 200_000_000,
  /** Characters of one row of text, quotation marks and delimiters with it. */
  rowCharacters: 1_000_000,
  /** Bytes of study.yaml. */
  studyBytes: 1_000_000,
  /** How deep the settings of study.yaml may be nested. */
  studyDepth: 50,
  /** Rows of codebook.csv. */
  codebookRows: 10_000,
} as const;

/**
 * Bytes as people write them.
 *
 * @example printBytes(500_000_000) // => "500 MB"
 */
export function printBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(bytes)} bytes` : `${formatNumber(Math.floor(bytes / 1e6))} MB`;
}
