import type { Table } from "../../core/table.js";
import { tableHeadings } from "../../ingest/formats/table-headings.js";
import { cellText } from "../../ingest/grid.js";
import { trustOf } from "../../study/place-names.js";
import type { Study } from "../../study/study.js";
import { plainWords } from "../../study/wording.js";
import { readHr } from "../hr.js";
import { findColumns, valueAt } from "../table-columns.js";
import { counted } from "./counted.js";
import { pairRows } from "./pair-rows.js";

/** An HR extract, and the study that declares it. */
export interface HrExtract {
  readonly study: Study;
  readonly table: Table;
}

/**
 * What an HR extract changes against an earlier one, Trust by Trust: doctors that are new, rows that say another thing,
 * doctors who are gone. A doctor is the same by Trust and number; days are compared as read. Null when a column is
 * missing in one of the two.
 */
export function hrEffect(earlier: HrExtract, later: HrExtract): string | null {
  const [before, after] = [rowsOf(earlier), rowsOf(later)];
  if (before === null || after === null) return null;
  const { pairs, added, removed } = pairRows(before, after, [
    ({ trust, doctor, says }) => JSON.stringify([trust, doctor, says]),
    ({ trust, doctor }) => (doctor === "" ? null : JSON.stringify([trust, doctor])),
  ]);
  const changed = pairs.filter(([one, other]) => one.says !== other.says).map(([one]) => one);
  const parts = later.study.trusts.flatMap(({ code, label }) => {
    const [more, other, fewer] = [added, changed, removed].map((rows) => {
      return rows.filter(({ trust }) => trust === code).length;
    }) as [number, number, number];
    if (more + other + fewer === 0) return [];
    return [`${label} +${counted(more, "doctor")}, ${counted(other, "row")} changed, ${fewer} removed`];
  });
  return parts.length > 0 ? parts.join("; ") : "the same rows as before";
}

interface DoctorRow {
  readonly trust: string;
  readonly doctor: string;
  /** Start, end and appraisal as read, or as written where they cannot be read. */
  readonly says: string;
}

/** Rows of the Trusts that the study knows. */
function rowsOf({ study, table }: HrExtract): readonly DoctorRow[] | null {
  const { columns } = findColumns(table, tableHeadings.hr, "hr");
  if (!columns) return null;
  const read = new Map(readHr(study, table).hr.map((row) => [row.at.row, row]));
  return table.rows.flatMap((fileRow, row): readonly DoctorRow[] => {
    const trust = trustOf(study, cellText(valueAt(columns.trust, row)));
    if (trust === null) return [];
    const known = read.get(fileRow);
    const says = known
      ? [known.start, known.end, known.appraisalDue, known.appraisalDone]
      : Object.values(columns).map((column) => plainWords(cellText(valueAt(column, row))));
    const doctor = plainWords(cellText(valueAt(columns.doctor, row)));
    return [{ trust, doctor, says: JSON.stringify(says) }];
  });
}
