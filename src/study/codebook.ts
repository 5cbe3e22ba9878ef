import type { Issue, Place } from "../core/issue.js";
import { missingReasons } from "../core/missing.js";
import type { MissingReason } from "../core/missing.js";
import type { Sensitivity } from "../core/result.js";
import { roles, variableTypes } from "./variable.js";
import type { Category, Role, Variable, VariableType } from "./variable.js";

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
type CodebookColumn = (typeof codebookColumns)[number];

const needed: readonly CodebookColumn[] = [
  "variable",
  "label",
  "question",
  "role",
  "type",
  "waves",
  "sensitivity",
];
const sensitivities: readonly Sensitivity[] = ["service", "opinion", "personal"];
const missingColumns: Readonly<Partial<Record<CodebookColumn, MissingReason>>> = {
  dont_know: "don't know",
  not_applicable: "not applicable",
  prefer_not: "prefer not to say",
};

/**
 * Read the rows of codebook.csv, header first. Every mistake is an issue with its row and column; a row with a
 * mistake gives no variable.
 *
 * @param rows cells as text; rows[0] is the header and stands in file row 1
 */
export function readCodebook(
  file: string,
  rows: readonly (readonly string[])[],
): { variables: readonly Variable[]; rows: ReadonlyMap<string, number>; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const header = (rows[0] ?? []).map((name) => name.trim());
  for (const column of needed) {
    if (!header.includes(column)) issues.push(missingColumn(file, column));
  }
  header.forEach((name, index) => {
    if (name !== "" && !(codebookColumns as readonly string[]).includes(name)) {
      issues.push(unknownColumn(file, name));
    }
    if (name !== "" && header.indexOf(name) !== index) issues.push(repeatedColumn(file, name));
  });
  if (issues.length) return { variables: [], rows: new Map(), issues };

  const variables: Variable[] = [];
  const rowOf = new Map<string, number>();
  rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const row = index + 2;
    const reader = rowReader(file, row, header, cells);
    const variable = readVariable(reader);
    const earlier = rowOf.get(variable.name);
    if (earlier !== undefined) {
      reader.complain(
        "variable",
        "a name used once",
        variable.name,
        `row ${earlier} already has it: rename one`,
      );
    }
    rowOf.set(variable.name, row);
    issues.push(...reader.issues);
    if (reader.issues.length === 0) variables.push(variable);
  });
  return { variables, rows: rowOf, issues };
}

interface RowReader {
  readonly issues: Issue[];
  text(column: CodebookColumn): string;
  list(column: CodebookColumn): readonly string[];
  oneOf<T extends string>(column: CodebookColumn, allowed: readonly T[]): T;
  yesNo(column: CodebookColumn): boolean;
  number(column: CodebookColumn): number | null;
  complain(column: CodebookColumn, expected: string, found: string, fix: string): void;
}

function rowReader(
  file: string,
  row: number,
  header: readonly string[],
  cells: readonly string[],
): RowReader {
  const issues: Issue[] = [];
  const text = (column: CodebookColumn) => (cells[header.indexOf(column)] ?? "").trim();
  const complain: RowReader["complain"] = (column, expected, found, fix) => {
    const at: Place = { file, row, column };
    const message = `${column}: expected ${expected}, found ${found === "" ? "nothing" : `"${found}"`}`;
    issues.push({ code: "codebook", severity: "error", at, message, expected, found, fix });
  };
  return {
    issues,
    text,
    complain,
    list: (column) =>
      text(column) === ""
        ? []
        : text(column)
            .split("|")
            .map((part) => part.trim()),
    oneOf(column, allowed) {
      const found = allowed.find((word) => word === text(column).toLowerCase());
      if (found === undefined)
        complain(column, `one of ${allowed.join(", ")}`, text(column), "write one of these words");
      return found ?? allowed[0]!;
    },
    yesNo(column) {
      const word = text(column).toLowerCase();
      if (!["", "yes", "no"].includes(word))
        complain(column, "yes or no", word, "write yes or no; empty means no");
      return word === "yes";
    },
    number(column) {
      const word = text(column);
      const value = Number(word);
      if (word !== "" && !Number.isFinite(value)) complain(column, "a number", word, "write digits only");
      return word === "" || !Number.isFinite(value) ? null : value;
    },
  };
}

function readVariable(row: RowReader): Variable {
  const name = row.text("variable");
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    row.complain("variable", "lower-case letters, digits and _", name, "rename it, such as settling_1");
  }
  for (const column of ["label", "question", "waves"] as const) {
    if (row.text(column) === "") row.complain(column, "some text", "", "fill it in");
  }
  const role: Role = row.oneOf("role", roles);
  const type: VariableType = row.oneOf("type", variableTypes);
  const categories = readCategories(row, type);
  if (role === "item" && row.text("scale") === "") {
    row.complain("scale", "the id of a scale in study.yaml", "", "name the scale this item belongs to");
  }
  if ((role === "received" || role === "useful") && row.text("component") === "") {
    row.complain("component", "the id of an induction component", "", "see `pilot-eval list components`");
  }
  const missing: Partial<Record<MissingReason, readonly string[]>> = {};
  for (const [column, reason] of Object.entries(missingColumns)) {
    const words = row.list(column as CodebookColumn);
    if (words.length && reason && missingReasons.includes(reason)) missing[reason] = words;
  }
  return {
    name,
    label: row.text("label"),
    question: row.text("question"),
    headings: row.list("headings"),
    role,
    type,
    waves: row.list("waves"),
    scale: row.text("scale") || null,
    reverse: row.yesNo("reverse"),
    component: row.text("component") || null,
    categories,
    minimum: row.number("minimum"),
    maximum: row.number("maximum"),
    missing,
    notYet: row.list("not_yet"),
    sensitivity: row.oneOf("sensitivity", sensitivities),
    required: row.yesNo("required"),
  };
}

function readCategories(row: RowReader, type: VariableType): readonly Category[] {
  const codes = row.list("codes");
  const labels = row.list("labels");
  if (type !== "single" && type !== "multiple") return [];
  if (codes.length < 2) {
    row.complain(
      "codes",
      "at least two codes such as 1|2|3",
      row.text("codes"),
      "list the codes, lowest first",
    );
  }
  if (labels.length !== codes.length) {
    row.complain(
      "labels",
      `${codes.length} labels, one a code`,
      `${labels.length} labels`,
      "give each code one label",
    );
  }
  if (new Set(codes).size !== codes.length) {
    row.complain("codes", "codes that differ", row.text("codes"), "give each category its own code");
  }
  return codes.map((code, index) => {
    if (!/^-?\d+$/.test(code)) row.complain("codes", "whole numbers", code, "write codes as whole numbers");
    return { code: Number(code), label: labels[index] ?? "" };
  });
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

function unknownColumn(file: string, name: string): Issue {
  return {
    code: "codebook",
    severity: "error",
    at: { file, row: 1, column: name },
    message: `${name}: not a column of a codebook`,
    expected: `one of ${codebookColumns.join(", ")}`,
    found: name,
    fix: "rename or remove the column",
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
