import { CsvError, parse } from "csv-parse/sync";
import { formatNumber } from "../core/format.js";
import type { Issue } from "../core/issue.js";
import { limits } from "../core/limits.js";
import type { Delimiter } from "./delimiter.js";
import { findDelimiter } from "./delimiter.js";
import { decodeText } from "./encoding.js";

/** Rows of CSV text; `rows[i]` is row i + 1 as a spreadsheet shows it. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  readonly issues: readonly Issue[];
}

/**
 * Read CSV text (RFC 4180; comma, semicolon, tab or vertical bar; any line ends). Blank lines and rows of unequal length stay as they
 * are. A quotation mark inside a value that is not in quotation marks is read as written, with a warning; one that is
 * not closed, or is followed by more text, is an error and no rows come back. A first line `sep=;` names the delimiter
 * and, as in a spreadsheet, is no row.
 *
 * @param delimiter found from the text unless given
 */
export function readCsv(text: string, file: string, delimiter?: Delimiter): CsvRows {
  const found = findDelimiter(text);
  const body = text.slice(found.from);
  const used = delimiter ?? found.delimiter;
  const long = longLine(body);
  if (long !== null) return { rows: [], delimiter: used, issues: [longRow(file, long)] };
  try {
    return { rows: parseRows(body, file, used, false), delimiter: used, issues: [] };
  } catch (error) {
    if (error instanceof PastLimit) return { rows: [], delimiter: used, issues: [error.issue] };
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== "INVALID_OPENING_QUOTE") {
      return { rows: [], delimiter: used, issues: [brokenQuote(file, rowOf(error), error.code)] };
    }
    return readLeniently(body, used, file, rowOf(error));
  }
}

/** Bytes of a CSV file as rows of text, in whatever encoding they are; for study files such as codebook.csv. */
export function readCsvBytes(
  bytes: Uint8Array,
  file: string,
): { readonly rows: readonly (readonly string[])[]; readonly issues: readonly Issue[] } {
  const { rows, issues } = readCsv(decodeText(bytes).text, file);
  return { rows, issues };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function parseRows(
  text: string,
  file: string,
  delimiter: Delimiter,
  lenient: boolean,
): readonly (readonly string[])[] {
  return parse(text, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: lenient,
    skip_empty_lines: false,
    max_record_size: limits.rowCharacters,
    on_record: (record: string[], { records }) => {
      if (record.length > limits.columns) throw new PastLimit(wideRow(file, records, record.length));
      if (records > limits.rows) throw new PastLimit(tooManyRows(file));
      return record;
    },
  });
}

/** Thrown out of the parser at the first row past a limit, before it reads more of them. */
class PastLimit extends Error {
  constructor(readonly issue: Issue) {
    super(issue.message);
  }
}

/** The first line longer than a row may be, counted from 1; null when there is none. A row holds at least one line. */
function longLine(text: string): number | null {
  let line = 1;
  let begin = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== lineFeed && code !== carriageReturn) continue;
    if (at - begin > limits.rowCharacters) return line;
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1;
    line += 1;
    begin = at + 1;
  }
  return text.length - begin > limits.rowCharacters ? line : null;
}

function readLeniently(text: string, delimiter: Delimiter, file: string, row: number): CsvRows {
  try {
    return { rows: parseRows(text, file, delimiter, true), delimiter, issues: [strayQuote(file, row)] };
  } catch (error) {
    if (error instanceof PastLimit) return { rows: [], delimiter, issues: [error.issue] };
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], delimiter, issues: [brokenQuote(file, rowOf(error), error.code)] };
  }
}

function rowOf(error: CsvError): number {
  const records: unknown = error["records"];
  return typeof records === "number" ? records + 1 : 1;
}

function brokenQuote(file: string, row: number, code: string): Issue {
  if (code === "CSV_MAX_RECORD_SIZE") return longRow(file, row);
  const open = code === "CSV_QUOTE_NOT_CLOSED";
  return {
    code: "csv-broken",
    severity: "error",
    at: { file, row },
    message: open
      ? "row: a value opens with a quotation mark that is never closed"
      : "row: text follows a closing quotation mark",
    expected: "values with quotation marks at both ends, and marks inside them doubled",
    found: open ? "a quotation mark that is not closed" : "text after a closing quotation mark",
    fix: "export the file again; if it was edited by hand, mend the quotation marks in this row",
  };
}

function longRow(file: string, row: number): Issue {
  const most = `${formatNumber(limits.rowCharacters)} characters`;
  return {
    code: "csv-broken",
    severity: "error",
    at: { file, row },
    message: `row: longer than ${most}, the most that is read`,
    expected: `at most ${most} in a row`,
    found: "more than that",
    fix: "look for a quotation mark that is not closed in this row, or for line ends that were lost, and export the file again",
  };
}

function wideRow(file: string, row: number, columns: number): Issue {
  const most = formatNumber(limits.columns);
  return {
    code: "csv-broken",
    severity: "error",
    at: { file, row },
    message: `row: ${formatNumber(columns)} cells; at most ${most} are read`,
    expected: `at most ${most} in a row`,
    found: `${formatNumber(columns)} cells`,
    fix: "look for line ends that were lost, or export the file again with the questions of this study alone",
  };
}

function tooManyRows(file: string): Issue {
  const most = `${formatNumber(limits.rows)} rows`;
  return {
    code: "too-large",
    severity: "error",
    at: { file },
    message: `table: more than ${most}, the most that are read`,
    expected: `at most ${most}`,
    found: "more than that",
    fix: "check that it is the right file; an export of answers has a row for each person",
  };
}

function strayQuote(file: string, row: number): Issue {
  return {
    code: "csv-stray-quote",
    severity: "warning",
    at: { file, row },
    message: "row: a quotation mark stands inside a value that is not in quotation marks; read as written",
    expected: "values that hold a quotation mark in quotation marks, the mark doubled",
    found: "a quotation mark inside a value, here for the first time",
    fix: "check this row and those after it, or export the file again",
  };
}
