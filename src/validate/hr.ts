import { readDay, writeDay } from "../core/day.js";
import type { DateOrder } from "../core/day.js";
import type { Place } from "../core/issue.js";
import type { Column, Table } from "../core/table.js";
import { decideDateOrder } from "../ingest/date-order.js";
import { tableHeadings } from "../ingest/formats/table-headings.js";
import { cellText, isBlank } from "../ingest/grid.js";
import type { Study } from "../study/study.js";
import { plainWords } from "../study/wording.js";
import type { Finding } from "./finding.js";
import { placeOf } from "./rule.js";
import type { NamedColumns } from "./table-columns.js";
import { findColumns, valueAt } from "./table-columns.js";
import { trustOf } from "../study/place-names.js";

/** One doctor of an HR extract; used in aggregate and never joined to answers. Days are days since 1970-01-01. */
export interface HrRow {
  readonly trust: string;
  readonly start: number;
  /** Last day in post; null when still in post on the day of the extract. */
  readonly end: number | null;
  readonly appraisalDue: boolean;
  readonly appraisalDone: boolean;
  readonly at: Place;
}

const names = tableHeadings.hr;
type Name = (typeof names)[number];

/** An HR table being read: its columns, how it writes dates, and the day it was taken. */
interface HrTable {
  readonly table: Table;
  readonly columns: NamedColumns<Name>;
  readonly order: DateOrder;
  readonly extracted: number;
}

/**
 * Read the HR extract. Dates are read by the declared order, else by what the columns tell. A cell that cannot be read,
 * an end before the start, a start after the extract and a doctor who stands twice are errors, and the row is not used;
 * an end after the extract is a warning, and the doctor counts as in post. `doctor` itself is not kept; rows of Trusts
 * that the study does not know are left to the rule unknown-trust.
 */
export function readHr(
  study: Study,
  table: Table,
): { readonly hr: readonly HrRow[]; readonly findings: readonly Finding[] } {
  const { columns, findings } = findColumns(table, names, "hr");
  const declared = study.sources.find((source) => source.kind === "hr" && source.file === table.source.file);
  if (!columns || declared?.kind !== "hr") return { hr: [], findings };
  const extracted = readDay(declared.extracted, null) ?? Number.POSITIVE_INFINITY;
  const dates = [...columns.start_date.values, ...columns.end_date.values];
  const from = readDay(study.period.from, null) ?? Number.NEGATIVE_INFINITY;
  const decision = decideDateOrder(dates, { from, to: extracted }, declared.date_order ?? null);
  if (decision.kind === "undecided") {
    return { hr: [], findings: [undecided(table, columns.start_date, decision.reason)] };
  }
  const hrTable: HrTable = { table, columns, order: decision.order, extracted };
  const read = table.rows.map((_, row) => readRow(study, hrTable, row));
  const twice = repeatedDoctors(study, hrTable);
  return {
    hr: read.flatMap((each) => (each.row ? [each.row] : [])),
    findings: [...read.flatMap((each) => each.findings), ...twice],
  };
}

function readRow(
  study: Study,
  { table, columns, order, extracted }: HrTable,
  row: number,
): { readonly row: HrRow | null; readonly findings: readonly Finding[] } {
  const trust = trustOf(study, cellText(valueAt(columns.trust, row)));
  if (trust === null) return { row: null, findings: [] };
  const findings: Finding[] = [];
  const say = (name: Name, expected: string, found: string, fix: string) =>
    findings.push(cellFinding(table, row, columns[name], trust, expected, found, fix));
  const text = (name: Name) => cellText(valueAt(columns[name], row)).trim();
  const found = (name: Name) => (text(name) === "" ? "nothing" : `"${text(name)}"`);
  const start = readDay(text("start_date"), order);
  const end = text("end_date") === "" ? null : readDay(text("end_date"), order);
  const due = readYesNo(text("appraisal_due"));
  const done = readYesNo(text("appraisal_done"));
  if (start === null) say("start_date", "a date such as 2026-04-05", found("start_date"), "correct the date");
  else if (start > extracted) {
    say("start_date", "a day up to the day of the extract", found("start_date"), "correct the date");
  }
  if (end === null && text("end_date") !== "") {
    say("end_date", "a date such as 2026-04-05, or nothing", found("end_date"), "correct the date");
  } else if (start !== null && end !== null && end < start) {
    say("end_date", `a day from ${writeDay(start)} on`, found("end_date"), "correct one of the two dates");
  }
  if (due === null) say("appraisal_due", "yes or no", found("appraisal_due"), "write yes or no");
  if (done === null) say("appraisal_done", "yes or no", found("appraisal_done"), "write yes or no");
  if (findings.length > 0 || start === null) return { row: null, findings };
  const later = end !== null && end > extracted;
  return {
    row: {
      trust,
      start,
      end: later ? null : end,
      appraisalDue: due === true,
      appraisalDone: done === true,
      at: placeOf(table, row, null),
    },
    findings: later ? [endsLater(table, row, columns.end_date, trust)] : [],
  };
}

function readYesNo(text: string): boolean | null {
  const words = plainWords(text);
  if (["yes", "y", "true", "1"].includes(words)) return true;
  return ["no", "n", "false", "0"].includes(words) ? false : null;
}

function repeatedDoctors(study: Study, { table, columns }: HrTable): readonly Finding[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((fileRow, row): readonly Finding[] => {
    const value = valueAt(columns.doctor, row);
    const trust = trustOf(study, cellText(valueAt(columns.trust, row)));
    if (isBlank(value) || trust === null) return [];
    const doctor = `${trust} ${plainWords(cellText(value))}`;
    const earlier = seen.get(doctor);
    if (earlier === undefined) seen.set(doctor, fileRow);
    if (earlier === undefined) return [];
    return [
      {
        rule: "hr",
        code: "repeated-doctor",
        severity: "error",
        at: placeOf(table, row, columns.doctor),
        message: `${columns.doctor.name}: the same as in row ${earlier}`,
        expected: "one row for each doctor",
        fix: "remove one of the two rows, or give each doctor a number of their own",
        trust,
      },
    ];
  });
}

function cellFinding(
  table: Table,
  row: number,
  column: Column,
  trust: string,
  expected: string,
  found: string,
  fix: string,
): Finding {
  const message = `${column.name}: expected ${expected}, found ${found}`;
  const at = placeOf(table, row, column);
  return { rule: "hr", code: "hr-value", severity: "error", at, message, expected, found, fix, trust };
}

function endsLater(table: Table, row: number, column: Column, trust: string): Finding {
  return {
    rule: "hr",
    code: "hr-end-after-extract",
    severity: "warning",
    at: placeOf(table, row, column),
    message: `${column.name}: after the day of the extract; counted as still in post`,
    expected: "a day up to the day of the extract, or nothing",
    found: "a later day",
    fix: "leave it empty if this is the planned end of a contract",
    trust,
  };
}

function undecided(table: Table, column: Column, reason: string): Finding {
  return {
    rule: "hr",
    code: "date-order",
    severity: "error",
    at: placeOf(table, null, column),
    message: `${column.name}: day and month cannot be told apart: ${reason}`,
    expected: "dates that tell their own order, or date_order in study.yaml",
    found: "dates that can be read both ways",
    fix: "write date_order: dmy or mdy under this source in study.yaml",
  };
}
