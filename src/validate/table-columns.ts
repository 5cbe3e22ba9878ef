import type { CellValue, Column, Table } from "../core/table.js";
import { comparableHeading } from "../ingest/formats/table-headings.js";
import { nearest } from "../study/nearest.js";
import type { Finding } from "./finding.js";
import { placeOf } from "./rule.js";

/** Columns of a plain table by the names it must have. */
export type NamedColumns<Name extends string> = Readonly<Record<Name, Column>>;

/**
 * Find the columns that a table must have, whatever their case and order. Null, with a finding for each, when some are
 * missing, or one when none of them is there.
 */
export function findColumns<Name extends string>(
  table: Table,
  names: readonly Name[],
  rule: string,
): { readonly columns: NamedColumns<Name> | null; readonly findings: readonly Finding[] } {
  const columns: Partial<Record<Name, Column>> = {};
  const findings: Finding[] = [];
  const present = table.columns.map((column) => column.name).filter((name) => !name.startsWith("@"));
  const spare = present.filter(
    (name) => !names.some((wanted) => comparableHeading(wanted) === comparableHeading(name)),
  );
  for (const name of names) {
    const found = table.columns.find((column) => comparableHeading(column.name) === comparableHeading(name));
    if (found) columns[name] = found;
    else findings.push(missingColumn(table, name, { present, spare }, rule));
  }
  if (findings.length === names.length) return { columns: null, findings: [noHeader(table, names, rule)] };
  return { columns: findings.length === 0 ? (columns as NamedColumns<Name>) : null, findings };
}

/** The value of a column in one row of the table; nothing when the row is shorter. */
export function valueAt(column: Column, row: number): CellValue {
  return column.values[row] ?? null;
}

function missingColumn(
  table: Table,
  name: string,
  columns: { readonly present: readonly string[]; readonly spare: readonly string[] },
  rule: string,
): Finding {
  const near = nearest(name, columns.spare);
  return {
    rule,
    code: "missing-column",
    severity: "error",
    at: { ...placeOf(table, null, null), column: name },
    message: `${name}: expected a column of this name, found none`,
    expected: `a column "${name}"`,
    found: `columns ${columns.present.join(", ")}`,
    fix: near ? `did you mean "${near}"? rename the column` : "add the column",
  };
}

function noHeader(table: Table, names: readonly string[], rule: string): Finding {
  return {
    rule,
    code: "missing-header",
    severity: "error",
    at: placeOf(table, null, null),
    message: `header: expected ${names.join(", ")}, found none of these columns`,
    expected: `a row with ${names.join(", ")}`,
    found: "no such row among the first ten",
    fix: "put the header back above the rows",
  };
}
