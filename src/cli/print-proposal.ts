import type { Proposal, ProposedRow } from "../ingest/propose/propose.js";

const widest = 34;

/** A proposal as a table for the terminal: what each row would be called, its type and answers, and what to look at. */
export function printProposal({ rows, matched, identifiers }: Proposal): string {
  const cells = rows.map((row) => [row.variable.name, row.variable.type, answersOf(row), row.variable.label]);
  const header = ["variable", "type", "answers", "label"];
  const widths = header.map((title, column) =>
    Math.min(widest, Math.max(title.length, ...cells.map((row) => row[column]!.length))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cut(cell, widths[column]!).padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  const table = rows.flatMap((row, index) => {
    const own = row.confirm.filter((words) => !everyRow.includes(words) && !words.startsWith("role "));
    return [line(cells[index]!), ...own.map((words) => `    confirm ${words}`)];
  });
  return [
    ...(rows.length === 0
      ? []
      : [line(header), ...table, "", "For every row, confirm also role, waves and sensitivity."]),
    ...matched.map(({ column, variable }) => `${cut(column, 60)}: in the codebook as ${variable}`),
    ...identifiers.map(
      ({ column, kind }) => `${cut(column, 60)}: ${kind}; not proposed, and never kept on reading`,
    ),
  ]
    .map((each) => `${each}\n`)
    .join("");
}

const everyRow = ["waves", "sensitivity"];

function answersOf({ variable }: ProposedRow): string {
  return variable.categories.map(({ code, label }) => `${code} ${label}`).join(", ");
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 3)}...`;
}
