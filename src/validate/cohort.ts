import type { Column, Table } from "../core/table.js";
import { tableHeadings } from "../ingest/formats/table-headings.js";
import { cellText, isBlank } from "../ingest/grid.js";
import type { Study } from "../study/study.js";
import type { Cohort } from "./cost-return.js";
import type { Finding } from "./finding.js";
import { placeOf } from "./rule.js";
import { findColumns, valueAt } from "./table-columns.js";
import { trustOf } from "../study/place-names.js";

const [, ...counts] = tableHeadings.cohort;
type Count = (typeof counts)[number];

/** Pairs of counts of which the second is part of the first. */
const partOf: readonly (readonly [Count, Count])[] = [
  ["eligible", "invited"],
  ["recruited", "inducted"],
  ["inducted", "completed"],
];

/**
 * Read the denominators of each Trust from cohort.csv. A count that is not a whole number, a Trust that stands twice and
 * a part that is larger than its whole are errors; a row without a single count is one error. Rows of Trusts that the study does not know are left to the rule
 * unknown-trust.
 */
export function readCohorts(
  study: Study,
  table: Table,
): { readonly cohorts: readonly Cohort[]; readonly findings: readonly Finding[] } {
  const { columns, findings } = findColumns(table, tableHeadings.cohort, "cohort");
  if (!columns) return { cohorts: [], findings };
  const cohorts: Cohort[] = [];
  const wrong: Finding[] = [];
  const rowOf = new Map<string, number>();
  table.rows.forEach((fileRow, row) => {
    const trust = trustOf(study, cellText(valueAt(columns.trust, row)));
    if (trust === null) return;
    const at = placeOf(table, row, null);
    const read = counts.map((name) => [name, readCount(valueAt(columns[name], row))] as const);
    const unread = read.filter(([, value]) => value === null);
    if (unread.length === counts.length) {
      wrong.push(noCounts(table, row, columns.trust, trust));
      return;
    }
    const earlier = rowOf.get(trust);
    if (earlier === undefined) rowOf.set(trust, fileRow);
    if (earlier !== undefined) wrong.push(standsTwice(table, row, columns.trust, trust, earlier));
    else wrong.push(...unread.map(([name]) => notACount(table, row, columns[name], trust)));
    if (unread.length > 0 || earlier !== undefined) return;
    const numbers = Object.fromEntries(read) as Record<Count, number>;
    wrong.push(...partsTooLarge(table, row, columns, trust, numbers));
    cohorts.push({ trust, ...numbers, at });
  });
  return { cohorts, findings: wrong };
}

function readCount(value: string | number | boolean | null): number | null {
  const text = cellText(value)
    .trim()
    .replace(/^(\d{1,3}(?:,\d{3})+)$/, (digits) => digits.replaceAll(",", ""));
  return /^\d+(?:\.0+)?$/.test(text) ? Number(text) : null;
}

function notACount(table: Table, row: number, column: Column, trust: string): Finding {
  const value = valueAt(column, row);
  const found = isBlank(value) ? "nothing" : `"${cellText(value)}"`;
  return {
    rule: "cohort",
    code: "not-a-count",
    severity: "error",
    at: placeOf(table, row, column),
    message: `${column.name}: expected a whole number, found ${found}`,
    expected: "a whole number, 0 or more",
    found,
    fix: "write the number alone; when it is not known, ask the Trust",
    trust,
  };
}

/** A row that names a Trust and holds none of its counts is told once. */
function noCounts(table: Table, row: number, column: Column, trust: string): Finding {
  return {
    rule: "cohort",
    code: "no-counts",
    severity: "error",
    at: placeOf(table, row, column),
    message: `Trust ${trust}: expected the numbers of its IMGs in this row, found none`,
    expected: counts.join(", "),
    found: "no whole number",
    fix: "write the counts as numbers; if the row is a note, remove it",
    trust,
  };
}

function standsTwice(table: Table, row: number, column: Column, trust: string, earlier: number): Finding {
  return {
    rule: "cohort",
    code: "repeated-trust",
    severity: "error",
    at: placeOf(table, row, column),
    message: `trust: ${trust} stands in row ${earlier} already`,
    expected: "one row for each Trust",
    found: `a second row for ${trust}`,
    fix: "remove one of the two rows, or add them up if they are two intakes",
    trust,
  };
}

function partsTooLarge(
  table: Table,
  row: number,
  columns: Readonly<Record<Count, Column>>,
  trust: string,
  read: Readonly<Record<Count, number>>,
): readonly Finding[] {
  return partOf
    .filter(([whole, part]) => read[part] > read[whole])
    .map(([whole, part]) => ({
      rule: "cohort",
      code: "part-above-whole",
      severity: "error",
      at: placeOf(table, row, columns[part]),
      message: `${part}: expected at most the ${read[whole]} ${whole}, found ${read[part]}`,
      expected: `at most ${read[whole]}`,
      found: String(read[part]),
      fix: `correct ${part} or ${whole}`,
      trust,
    }));
}
