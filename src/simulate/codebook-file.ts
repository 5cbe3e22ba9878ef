import type { MissingReason } from "../core/missing.js";
import { codebookColumns } from "../study/codebook.js";
import type { Variable } from "../study/variable.js";
import { csvText } from "./csv-text.js";

/** Variables as the text of a codebook.csv: one row each, lists separated by `|`. */
export function codebookFile(variables: readonly Variable[]): string {
  const rows = variables.map((variable) => {
    const cells = cellsOf(variable);
    return codebookColumns.map((column) => cells[column]);
  });
  return csvText([codebookColumns, ...rows], { newline: "\n", quote: "needed" });
}

function cellsOf(variable: Variable): Record<(typeof codebookColumns)[number], string> {
  const list = (parts: readonly (string | number)[]) => parts.join("|");
  const words = (reason: MissingReason) => list(variable.missing[reason] ?? []);
  return {
    variable: variable.name,
    label: variable.label,
    question: variable.question,
    headings: list(variable.headings),
    role: variable.role,
    type: variable.type,
    waves: list(variable.waves),
    scale: variable.scale ?? "",
    reverse: variable.reverse ? "yes" : "no",
    component: variable.component ?? "",
    codes: list(variable.categories.map((category) => category.code)),
    labels: list(variable.categories.map((category) => category.label)),
    minimum: variable.minimum === null ? "" : String(variable.minimum),
    maximum: variable.maximum === null ? "" : String(variable.maximum),
    not_yet: list(variable.notYet),
    dont_know: words("don't know"),
    not_applicable: words("not applicable"),
    prefer_not: words("prefer not to say"),
    sensitivity: variable.sensitivity,
    required: variable.required ? "yes" : "no",
  };
}
