import type { Issue } from "../core/issue.js";
import { nearest } from "./nearest.js";

/** Columns of codebook.csv. Lists inside a cell are separated by `|`. */
export const codebookColumns = [
  "variable",
  "label",
  "question",
  "headings",
  "role",
  "type",
  "waves",
  "scale",
  "reverse",
  "component",
  "codes",
  "labels",
  "minimum",
  "maximum",
  "not_yet",
  "dont_know",
  "not_applicable",
  "prefer_not",
  "sensitivity",
  "required",
] as const;
/** A last column of what `pilot-eval map` proposes: what a person must look at before the row counts. */
const confirmColumn = "confirm";
export type CodebookColumn = (typeof codebookColumns)[number] | typeof confirmColumn;

const needed: readonly CodebookColumn[] = [
  "variable",
  "label",
  "question",
  "role",
  "type",
  "waves",
  "sensitivity",
];

/** What is wrong with the header of a codebook; a name that is nearly one of the columns is told once, as that. */
export function checkHeader(file: string, header: readonly string[]): readonly Issue[] {
  const known: readonly string[] = [...codebookColumns, confirmColumn];
  if (!header.some((name) => known.includes(name))) return [noHeader(file)];
  const unknown = header.filter((name) => name !== "" && !known.includes(name));
  const spare = codebookColumns.filter((column) => !header.includes(column));
  const meant = new Map(unknown.map((name) => [name, nearest(name, spare)]));
  const renamed = new Set(meant.values());
  return [
    ...needed
      .filter((column) => !header.includes(column) && !renamed.has(column))
      .map((column) => missingColumn(file, column)),
    ...unknown.map((name) => unknownColumn(file, name, meant.get(name) ?? null)),
    ...header
      .filter((name, index) => name !== "" && header.indexOf(name) !== index)
      .map((name) => repeatedColumn(file, name)),
  ];
}

function missingColumn(file: string, column: string): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row: 1, column },
    message: `${column}: expected a column of this name, found none`,
    expected: `a column "${column}"`,
    fix: "add the column; `pilot-eval new` writes a codebook that has them all",
  };
}

function unknownColumn(file: string, name: string, meant: string | null): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row: 1, column: name },
    message: `${name}: not a column of a codebook`,
    expected: `one of ${codebookColumns.join(", ")}`,
    found: name,
    fix: meant === null ? "rename or remove the column" : `did you mean "${meant}"? rename the column`,
  };
}

function noHeader(file: string): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row: 1 },
    message: "header: expected the columns of a codebook, found none of them",
    expected: `a first row with ${needed.join(", ")}`,
    found: "no such row",
    fix: "put the header back as the first row; `pilot-eval new` writes a codebook that has it",
  };
}

function repeatedColumn(file: string, name: string): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row: 1, column: name },
    message: `${name}: stands twice in the header`,
    expected: "each column once",
    found: name,
    fix: "remove or rename one of the two",
  };
}
