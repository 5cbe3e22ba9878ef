import type { Table } from "../../core/table.js";
import { tableHeadings } from "../../ingest/formats/table-headings.js";
import { cellText } from "../../ingest/grid.js";
import { trustOf } from "../../study/place-names.js";
import type { Study } from "../../study/study.js";
import { findColumns, valueAt } from "../table-columns.js";
import { comparableCell } from "./comparable-cell.js";
import { counted, listed } from "./counted.js";

const [, ...counts] = tableHeadings.cohort;

/**
 * What a cohort table changes against an earlier one: which numbers of which Trust, and Trusts whose row is new or gone.
 * Null when a column is missing in one of the two.
 */
export function cohortEffect(study: Study, earlier: Table, later: Table): string | null {
  const [before, after] = [rowsOf(study, earlier), rowsOf(study, later)];
  if (before === null || after === null) return null;
  const changed: string[] = [];
  const added: string[] = [];
  const removed: string[] = [];
  for (const { code, label } of study.trusts) {
    const [one, other] = [before.get(code), after.get(code)];
    if (one && other) {
      const names = counts.filter((_, index) => one[index] !== other[index]);
      changed.push(...names.map((name) => `${label}, ${name}`));
    } else if (other) added.push(label);
    else if (one) removed.push(label);
  }
  const parts = [
    ...(changed.length > 0 ? [`${counted(changed.length, "number")} changed (${listed(changed)})`] : []),
    ...(added.length > 0 ? [`${counted(added.length, "row")} new (${listed(added)})`] : []),
    ...(removed.length > 0 ? [`${counted(removed.length, "row")} removed (${listed(removed)})`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "the same numbers as before";
}

/** The counts of each Trust that the study knows; of one that stands twice, the first. */
function rowsOf(study: Study, table: Table): ReadonlyMap<string, readonly string[]> | null {
  const { columns } = findColumns(table, tableHeadings.cohort, "cohort");
  if (!columns) return null;
  const rows = new Map<string, readonly string[]>();
  table.rows.forEach((_, row) => {
    const trust = trustOf(study, cellText(valueAt(columns.trust, row)));
    if (trust === null || rows.has(trust)) return;
    rows.set(
      trust,
      counts.map((name) => comparableCell(valueAt(columns[name], row))),
    );
  });
  return rows;
}
