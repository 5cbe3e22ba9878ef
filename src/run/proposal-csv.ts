import { csvText } from "../simulate/csv-text.js";
import type { Variable } from "../study/variable.js";
import { codebookColumns } from "../study/codebook.js";
import type { ProposedRow } from "../ingest/propose/propose.js";

/** The proposal as a codebook with a last column `confirm`, which a person empties row by row. */
export function proposalCsv(rows: readonly ProposedRow[]): string {
  const lines = rows.map(({ variable, confirm }) => {
    const cells = cellsOf(variable);
    return [...codebookColumns.map((column) => plainCell(cells[column])), confirm.join("; ")];
  });
  return csvText([[...codebookColumns, "confirm"], ...lines], { newline: "\n", quote: "needed" });
}

function cellsOf(variable: Variable): Readonly<Record<(typeof codebookColumns)[number], string>> {
  const list = (parts: readonly (string | number)[] | undefined) => (parts ?? []).map(withoutBar).join("|");
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    variable: variable.name,
    label: variable.label,
    question: variable.question,
    headings: list(variable.headings.filter((heading) => !heading.includes("|"))),
    role: variable.role,
    type: variable.type,
    waves: list(variable.waves),
    scale: "",
    reverse: "no",
    component: "",
    codes: list(variable.categories.map((category) => category.code)),
    labels: list(variable.categories.map((category) => category.label)),
    minimum: number(variable.minimum),
    maximum: number(variable.maximum),
    not_yet: list(variable.notYet),
    dont_know: list(variable.missing["don't know"]),
    not_applicable: list(variable.missing["not applicable"]),
    prefer_not: list(variable.missing["prefer not to say"]),
    sensitivity: variable.sensitivity,
    required: "no",
  };
}

/** Lists are parted by a bar, so none may stand inside a part. */
function withoutBar(part: string | number): string {
  return String(part).replaceAll("|", "/");
}

/** A cell that a spreadsheet would take for a formula gets a blank before it, which reading ignores. */
function plainCell(cell: string): string {
  return /^[=+@\t\r-]/.test(cell) ? ` ${cell}` : cell;
}
