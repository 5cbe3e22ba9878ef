import type { Issue, Place } from "../core/issue.js";
import { missingReasons } from "../core/missing.js";
import type { MissingReason } from "../core/missing.js";
import type { Sensitivity } from "../core/result.js";
import type { CodebookColumn } from "./codebook-header.js";
import { nearest } from "./nearest.js";
import { roles, variableTypes } from "./variable.js";
import { plainWords } from "./wording.js";
import type { Category, Role, Variable, VariableType } from "./variable.js";

const sensitivities: readonly Sensitivity[] = ["service", "opinion", "personal"];
const missingColumns: Readonly<Partial<Record<CodebookColumn, MissingReason>>> = {
  dont_know: "don't know",
  not_applicable: "not applicable",
  prefer_not: "prefer not to say",
};

/** Cells of one row of the codebook; each reader notes an issue when a cell will not do. */
export interface RowReader {
  readonly issues: Issue[];
  text(column: CodebookColumn): string;
  list(column: CodebookColumn): readonly string[];
  /** The word of the cell; after a mistake the one that was probably meant, or null. */
  oneOf<T extends string>(column: CodebookColumn, allowed: readonly T[]): T | null;
  yesNo(column: CodebookColumn): boolean;
  number(column: CodebookColumn): number | null;
  complain(column: CodebookColumn, expected: string, found: string, fix: string): void;
  /** A row that `pilot-eval map` proposed and nobody has confirmed yet. */
  refuseUnconfirmed(name: string): void;
}

/** Read the cells of one row by the names of the header. */
export function rowReader(
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
    refuseUnconfirmed(name) {
      issues.push({
        code: "codebook",
        severity: "error",
        at: { file, row, column: "confirm" },
        message: `${name}: proposed and not confirmed yet: ${text("confirm")}`,
        expected: "an empty cell",
        found: "what is to be confirmed",
        fix: "look at these, correct the row where it is wrong, then empty the cell",
      });
    },
    list: (column) =>
      text(column) === ""
        ? []
        : text(column)
            .split("|")
            .map((part) => part.trim()),
    oneOf(column, allowed) {
      const word = text(column).toLowerCase();
      const found = allowed.find((each) => each === word);
      if (found !== undefined) return found;
      const near = nearest(word, allowed);
      const meant = allowed.find((each) => each === near) ?? null;
      const fix = meant === null ? "write one of these words" : `did you mean "${meant}"?`;
      complain(column, `one of ${allowed.join(", ")}`, text(column), fix);
      return meant;
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

/** A variable as far as the row can be read: where a cell will not do, the row has complained and the value is not to be used. */
export function readVariable(row: RowReader): Variable {
  const name = row.text("variable");
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    row.complain("variable", "lower-case letters, digits and _", name, "rename it, such as settling_1");
  }
  for (const column of ["label", "question", "waves"] as const) {
    if (row.text(column) === "") row.complain(column, "some text", "", "fill it in");
  }
  if (row.text("confirm") !== "") row.refuseUnconfirmed(name);
  const role: Role | null = row.oneOf("role", roles);
  const type: VariableType | null = row.oneOf("type", variableTypes);
  const categories = readCategories(row, type);
  if (role === "item" && row.text("scale") === "") {
    row.complain("scale", "the id of a scale in study.yaml", "", "name the scale this item belongs to");
  }
  if ((role === "received" || role === "useful") && row.text("component") === "") {
    row.complain("component", "the id of an induction component", "", "see `pilot-eval list components`");
  }
  if ((role === "trust" || role === "wave") && type !== null && type !== "single" && type !== "text") {
    row.complain(
      "type",
      `single or text for role ${role}`,
      type,
      "single for a list of options, text for words",
    );
  }
  if (role === "milestone" && type !== null && type !== "number") {
    row.complain("type", "number for role milestone", type, "a milestone is a number of days, or not yet");
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
    role: role ?? roles[0],
    type: type ?? variableTypes[0],
    waves: row.list("waves"),
    scale: row.text("scale") || null,
    reverse: row.yesNo("reverse"),
    component: row.text("component") || null,
    categories,
    minimum: row.number("minimum"),
    maximum: row.number("maximum"),
    missing,
    notYet: row.list("not_yet"),
    sensitivity: row.oneOf("sensitivity", sensitivities) ?? "personal",
    required: row.yesNo("required"),
  };
}

/** Categories of a question with a list; of a type that cannot be read, what the row gives is checked all the same. */
function readCategories(row: RowReader, type: VariableType | null): readonly Category[] {
  const codes = row.list("codes");
  const labels = row.list("labels");
  if (type !== "single" && type !== "multiple" && type !== null) return [];
  if (type === null && codes.length === 0) return [];
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
  const taken = labels.find((label, index) => codes.includes(label) && codes[index] !== label);
  if (taken !== undefined) {
    row.complain(
      "labels",
      "words, or each code's own number",
      `the label ${taken}, which is another answer's code`,
      "write the label in words, or number the codes as the labels are: an export may hold either",
    );
  }
  const repeated = labels.find(
    (label, index) => label !== "" && labels.map(plainWords).indexOf(plainWords(label)) !== index,
  );
  if (repeated !== undefined) {
    row.complain("labels", "labels that differ", `"${repeated}" twice`, "give each code its own label");
  }
  return codes.map((code, index) => {
    if (!/^-?\d+$/.test(code)) row.complain("codes", "whole numbers", code, "write codes as whole numbers");
    const label = labels[index] ?? "";
    const other = /^((?:an)?other\b.*?|something else.*?)\s*\*$/i.exec(label)?.[1];
    return other === undefined
      ? { code: Number(code), label }
      : { code: Number(code), label: other, open: true as const };
  });
}
