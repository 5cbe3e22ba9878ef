import { hasErrors, type Place } from "../core/issue.js";
import type { Table } from "../core/table.js";
import {
  costReturnSheets,
  faultyAnswer,
  headings,
  type CostReturnSheet,
} from "../ingest/formats/cost-return-layout.js";
import type { Study } from "../study/study.js";
import { costRows } from "./cost-cell.js";
import type { CostRow } from "./cost-row.js";
import { findEmpty } from "./cost-empty.js";
import { readComponents } from "./cost-components.js";
import type { CoverCounts, HighCost } from "./cost-cover-answers.js";
import { readCover } from "./cost-cover.js";
import { readSupernumerary } from "./cost-img-line.js";
import { readOther } from "./cost-other-line.js";
import { readStaff } from "./cost-staff-line.js";
import type { ComponentLine, LineContext, OtherLine, StaffLine, SupernumeraryLine } from "./cost-line.js";
import type { Finding } from "./finding.js";

export {
  evidenceGrades,
  hoursBases,
  payers,
  programmeComponent,
  rateSources,
  recurrences,
  vatAnswers,
} from "./cost-line.js";
export { highCostAreas } from "./cost-cover-answers.js";
export type { CoverCounts, HighCost, HighCostArea } from "./cost-cover-answers.js";
export type {
  ComponentLine,
  EvidenceGrade,
  HoursBasis,
  OtherLine,
  OwnRate,
  Payer,
  RateSource,
  Repriced,
  Recurrence,
  StaffLine,
  SupernumeraryLine,
} from "./cost-line.js";

/** One Trust's cost return, read and checked: what was spent, by whom, on what. Amounts in whole pence. */
export interface CostReturn {
  readonly trust: string;
  readonly file: string;
  readonly templateVersion: string;
  /** First and last day the return covers, year-month-day. */
  readonly from: string;
  readonly to: string;
  /** IMGs by the Cover; null where it does not say. The cohort file is what counts; a difference is told. */
  readonly imgs: CoverCounts;
  /** Null outside high-cost areas. */
  readonly highCost: HighCost | null;
  /** Financial year of the prices of its amounts; another than the study's only where a price index brings them to it. */
  readonly priceYear: string;
  /** Whether the induction that every new doctor has was left out, as it should be. */
  readonly corporateLeftOut: boolean;
  readonly staff: readonly StaffLine[];
  readonly other: readonly OtherLine[];
  readonly supernumerary: readonly SupernumeraryLine[];
  readonly components: readonly ComponentLine[];
}

/** A cost return as far as it can be read, for rules that look across returns. */
export interface PartialReturn extends Omit<CostReturn, "from" | "to"> {
  /** Null when the Cover does not say, or says days that cannot be. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** True when nothing was left out: there is no error in it, and no sheet is missing. */
  readonly whole: boolean;
}

/** The denominators of one Trust, from cohort.csv. */
export interface Cohort {
  readonly trust: string;
  readonly eligible: number;
  readonly invited: number;
  readonly recruited: number;
  readonly inducted: number;
  readonly completed: number;
  /** Number of cohorts (intakes) in the period. */
  readonly intakes: number;
  readonly at: Place;
}

/**
 * Read one Trust's cost return from the tables of its workbook. Everything that will not do is a finding with sheet,
 * cell, expected, found and fix, all at once; there is no value when any of them is an error, or when a sheet is missing
 * (which ingest has told already). Cells that may be blank: the note, and planned or delivered (a warning). A return
 * without a line of cost is an error: it would be priced at nothing.
 *
 * @param payPoints hours of a full-time week by pay point of the price year
 * @param otherYears pay points of other years, to say where one that is not of the price year comes from
 * @returns the return when it may be priced, and what can be read of it in any case (null without a table)
 */
export function readCostReturn(
  study: Study,
  tables: readonly Table[],
  payPoints: ReadonlyMap<string, number>,
  otherYears: LineContext["otherYears"] = new Map(),
): {
  readonly value: CostReturn | null;
  readonly partial: PartialReturn | null;
  readonly findings: readonly Finding[];
} {
  const bySheet = new Map(tables.map((table) => [table.source.sheet, table]));
  const findings: Finding[] = [];
  const first = tables[0];
  if (!first) return { value: null, partial: null, findings };
  const trust = first.source.trust ?? "";
  const rows = (sheet: CostReturnSheet): readonly CostRow[] => {
    const table = bySheet.get(sheet);
    return table ? costRows(table, Object.values(headings[sheet]), trust, findings) : [];
  };

  const cover = readCover(study, rows("Cover"), trust);
  const { from, to } = cover;
  const period = from !== null && to !== null && from <= to ? { from, to } : null;
  const components = study.components.map((component) => component.id);
  const context = { components, payPoints, period, priceYear: study.costing.price_year, otherYears };
  const staff = rows("Staff").map((row) => readStaff(row, context));
  const other = rows("Other costs").map((row) => readOther(row, context));
  const supernumerary = rows("IMG time").map((row) => readSupernumerary(row, context));
  const planned = readComponents(rows("Components"), components, bySheet.get("Components"), trust, findings);
  findRepeats(rows("Staff"), Object.values(headings.Staff));
  findRepeats(rows("Other costs"), Object.values(headings["Other costs"]));
  const read = {
    trust,
    file: first.source.file,
    templateVersion: cover.version,
    imgs: cover.imgs,
    highCost: cover.highCost,
    priceYear: cover.priceYear,
    corporateLeftOut: cover.corporateLeftOut,
    staff: staff.flatMap((line) => line ?? []),
    other: other.flatMap((line) => line ?? []),
    supernumerary: supernumerary.flatMap((line) => line ?? []),
    components: planned,
  };
  if (costReturnSheets.every((sheet) => bySheet.has(sheet))) {
    const filled = { Staff: staff.length, "Other costs": other.length, "IMG time": supernumerary.length };
    findings.push(...findEmpty(read, filled));
  }

  const isFaulty = tables.some(({ columns }) => columns.some(({ values }) => values.includes(faultyAnswer)));
  const isComplete = costReturnSheets.every((sheet) => bySheet.has(sheet));
  const whole = !hasErrors(findings) && !isFaulty && period !== null && isComplete;
  return {
    value: whole ? { ...read, ...period } : null,
    partial: { ...read, period, whole },
    findings,
  };
}

function findRepeats(rows: readonly CostRow[], columns: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((heading) => row.value(heading)));
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.row);
    else
      row.complain(columns[0]!, {
        code: "cost-repeated-line",
        severity: "warning",
        message: `row ${row.row}: the same as row ${earlier}; both are counted`,
        expected: "each cost once",
        found: `the same line in rows ${earlier} and ${row.row}`,
        fix: "delete one of them if it was entered twice",
      });
  }
}
