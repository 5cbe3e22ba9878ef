import type { Issue, Severity } from "../../core/issue.js";
import type { Column, Source } from "../../core/table.js";
import { columnLetters } from "../../core/table.js";
import { oneLine } from "../lay-out.js";
import type { Detector } from "./detector.js";
import { withoutIdentifiers } from "./find.js";

/** So many rows are named; the others are counted. */
const named = 5;

/** What was found in one column of one kind, by file row. Never the values. */
export interface ColumnFound {
  readonly source: Source;
  readonly column: Column;
  readonly detector: Detector;
  readonly rows: readonly number[];
  /** Identifiers; more than rows when a text holds several. */
  readonly count: number;
  /** What the column is: decides what is lost with the identifiers, and the fix. */
  readonly place: "free text" | "answer" | "link code" | "unclaimed" | "whole column";
  /** Whether the heading says that the column holds them; null unless it is a whole column. */
  readonly byHeading: boolean | null;
}

/** Tell identifiers by kind, count and place; as an error when the study refuses them. */
export function tellFound(found: ColumnFound, refuse: boolean): Issue {
  const { source, column, detector, rows, count } = found;
  const heading = headingWithoutNames(column);
  const things = `${count} ${count === 1 ? detector.one : detector.many}`;
  const where = found.place === "whole column" ? "" : ` in ${listRows(rows)}`;
  return {
    code: found.place === "link code" ? "identifier-as-link-code" : "identifiers-found",
    severity: severityOf(found, refuse),
    at: {
      file: source.file,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
      ...(rows.length === 1 ? { row: rows[0]! } : {}),
      column: heading,
    },
    message: `"${heading}": ${things}${where}; ${refuse ? "the study refuses identifiers" : lost(found)}`,
    expected: found.place === "link code" ? "a code that only the person knows" : "no identifiers of people",
    fix: refuse ? refused(found) : dropped(found),
  };
}

/** A heading for messages, on one line, without the identifiers it may hold itself. */
export function headingWithoutNames(column: Column): string {
  const heading = withoutIdentifiers(oneLine(column.name));
  if (heading.length <= 60 || column.position < 0) return heading;
  return `${columnLetters(column.position)}: ${heading.slice(0, 50).trimEnd()}…`;
}

/**
 * Rows in words, the first few by number.
 *
 * @example listRows([4, 9, 12]) // => "rows 4, 9 and 12"
 */
export function listRows(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const shown = rows.slice(0, named);
  const more = rows.length - shown.length;
  if (more > 0) return `${rows.length} rows (${shown.join(", ")} and ${more} more)`;
  return `rows ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function severityOf({ byHeading }: ColumnFound, refuse: boolean): Severity {
  if (refuse) return "error";
  return byHeading === true ? "note" : "warning";
}

function lost({ place }: ColumnFound): string {
  switch (place) {
    case "free text":
      return "each replaced by a mark on reading";
    case "link code":
      return "dropped on reading, so these people cannot be tied to another wave";
    case "whole column":
      return "the column is dropped on reading";
    case "answer":
    case "unclaimed":
      return "these cells are dropped on reading";
  }
}

function dropped({ place, byHeading }: ColumnFound): string {
  switch (place) {
    case "link code":
      return "ask for a code of one's own making with letters in it, never for a number or address that others know too";
    case "whole column":
      return byHeading === true
        ? "nothing to do; better still, export without this column"
        : "nothing to do; if this is a question of the study and holds something else, give it a row in codebook.csv";
    case "answer":
      return "the answer counts as left blank: ask the Trust for the right one, and take the identifier out of the file";
    case "free text":
    case "unclaimed":
      return "nothing to do for the report; take them out of the file too, so that they are not passed on";
  }
}

function refused({ place }: ColumnFound): string {
  const out = place === "whole column" ? "export without this column" : "take them out of the file";
  return `${out}, or write identifiers: drop in study.yaml`;
}
