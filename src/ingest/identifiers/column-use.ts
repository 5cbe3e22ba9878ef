import type { Column, Table } from "../../core/table.js";
import { readAnswer } from "../../study/answer.js";
import { tellsPlace } from "../../study/place-names.js";
import type { Study } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import { comparableHeading, tableHeadings } from "../formats/table-headings.js";
import { matchColumns } from "../match.js";
import { readPlace } from "../place-answer.js";

/** What a column is to the study, which decides what is looked for in it and what becomes of it. */
export type Use =
  | { readonly kind: "free text" }
  | { readonly kind: "answer"; readonly tellsPlace: boolean; allows(text: string): boolean }
  | { readonly kind: "link code" }
  | { readonly kind: "given" }
  | { readonly kind: "platform" }
  | { readonly kind: "unclaimed" };

export const unclaimed: Use = { kind: "unclaimed" };

/** The use of each column of a table; a column that is not in the map is unclaimed. */
export function usesOf(study: Study, table: Table): ReadonlyMap<Column, Use> {
  const uses = new Map<Column, Use>();
  const { kind } = table.source;
  for (const column of table.columns) {
    if (column.name.startsWith("@")) uses.set(column, { kind: "platform" });
    else if (kind === "cost-return") uses.set(column, { kind: "free text" });
    else if (kind !== "survey" && given(kind).includes(comparableHeading(column.name)))
      uses.set(column, { kind: "given" });
  }
  if (kind !== "survey") return uses;
  const { matched, clashes } = matchColumns(study, table);
  for (const variable of study.variables) {
    const columns = matched.get(variable.name);
    const clash = clashes.find((each) => each.variable === variable)?.columns ?? [];
    const held =
      columns === undefined
        ? clash
        : columns.kind === "one"
          ? [columns.column]
          : [...columns.parts, ...columns.missing].map((part) => part.column);
    for (const column of held) uses.set(column, useOf(study, variable));
  }
  return uses;
}

function given(kind: "cohort" | "hr"): readonly string[] {
  return tableHeadings[kind];
}

function useOf(study: Study, variable: Variable): Use {
  if (tellsPlace(variable)) {
    return {
      kind: "answer",
      tellsPlace: true,
      allows: (text) => readPlace(study, variable, text).kind !== "invalid",
    };
  }
  if (variable.type === "text") return { kind: "free text" };
  if (variable.type === "code") return { kind: "link code" };
  return { kind: "answer", tellsPlace: false, allows: (text) => isAnswer(variable, text) };
}

function isAnswer(variable: Variable, text: string): boolean {
  return (["dmy", "mdy"] as const).some(
    (dateOrder) => readAnswer(variable, text, { reversed: false, dateOrder }).kind !== "invalid",
  );
}
