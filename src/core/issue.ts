/** Where something stands in a file that a person can open. Rows and lines count from 1, as the file's own program shows them. */
export interface Place {
  /** Path relative to the study folder, with forward slashes. */
  readonly file: string;
  readonly sheet?: string;
  /** Cell address in a workbook, such as `F17`. */
  readonly cell?: string;
  /** Row in a table file, counted from 1 with the header rows. */
  readonly row?: number;
  /** Column heading as a person sees it. */
  readonly column?: string;
  /** Line and character in a text file such as study.yaml. */
  readonly line?: number;
  readonly character?: number;
}

/** `error` stops a run; `warning` lets it go on and is reported; `note` is for information. */
export type Severity = "error" | "warning" | "note";

/** Something a person must know or mend: what, where, what was expected, what was found and how to mend it. */
export interface Issue {
  /** Stable name of the kind of issue, such as `missing-file`. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Place;
  /** Lower case, no full stop, the thing first: `settling_1: expected 1 to 5, got 9`. */
  readonly message: string;
  readonly expected?: string;
  /** What was found; left out for identifiers and free text, which are never echoed. */
  readonly found?: string;
  /** What the person can do about it. */
  readonly fix: string;
}

/** Thrown when a person must correct something before the work can go on (exit code 2, or 1 for data). */
export class IssuesError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${printPlace(issue.at)}: ${issue.message}`).join("\n"));
    this.name = "IssuesError";
    this.issues = issues;
  }
}

/**
 * A place in words: `survey/a.csv row 12, column "Start date"` or `costs/a.xlsx Staff!F17`.
 *
 * @example printPlace({ file: "costs/a.xlsx", sheet: "Staff", cell: "F17" }) // => "costs/a.xlsx Staff!F17"
 */
export function printPlace(at: Place): string {
  const within = printPlaceInFile(at);
  return within === "" ? at.file : `${at.file} ${within}`;
}

/**
 * The same without the file's name; nothing for a file as a whole.
 *
 * @example printPlaceInFile({ file: "survey/a.csv", row: 12, column: "Start date" }) // => 'row 12, column "Start date"'
 */
export function printPlaceInFile(at: Place): string {
  const parts: string[] = [];
  if (at.line !== undefined) parts.push(`line ${at.line}${at.character ? `:${at.character}` : ""}`);
  if (at.row !== undefined && at.cell === undefined) parts.push(`row ${at.row}`);
  if (at.column !== undefined && at.cell === undefined) parts.push(`column "${at.column}"`);
  const inSheet = at.cell === undefined ? at.sheet : at.sheet ? `${at.sheet}!${at.cell}` : at.cell;
  return [...(inSheet ? [inSheet] : []), ...(parts.length ? [parts.join(", ")] : [])].join(" ");
}

/** Whether any issue stops the work. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === "error");
}
