import type { Issue } from "../core/issue.js";
import type { Source, Table } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Choice } from "./choose-format.js";
import { chooseFormat } from "./choose-format.js";
import type { ExplainedDates, Explanation } from "./explanation.js";
import * as issue from "./file-issues.js";
import type { FormatRead } from "./formats/format.js";
import { isBlankRow } from "./grid.js";
import { protectTable } from "./identifiers/protect.js";
import { readGrids } from "./read-grid.js";
import { settleLabels } from "./settle-labels.js";
import { settleTimes } from "./times.js";

export interface TableRead {
  readonly table: Table | null;
  readonly issues: readonly Issue[];
  /** How a survey file was read; not there when it was refused before that. */
  readonly explanation?: Explanation;
}

/** Read one survey export: by its declared dialect, else by the format it is surest to be. */
export async function readSurvey(
  study: Study,
  declared: SurveySource,
  bytes: Uint8Array,
): Promise<TableRead> {
  const { grids, issues } = await readGrids(declared.file, bytes);
  if (grids.length === 0) return { table: null, issues };
  const choice = chooseFormat(study, declared, grids);
  if ("code" in choice) return { table: null, issues: [...issues, choice] };
  const read = choice.format.read(choice.grid.cells, sourceOf(declared, choice));
  const safe = protectTable(study, read);
  const worded = settleLabels(study, declared, safe.table);
  const timed = settleTimes(study, declared, worded.table);
  const explanation = explain(choice, read, timed.dates);
  const all = [...issues, ...safe.issues, ...worded.issues, ...timed.issues];
  if (read.table.rows.length > 0) return { table: timed.table, issues: all, explanation };
  const left = read.table.leftOut.map(({ reason, rows }) => `${rows.length} ${reason}`);
  const empty = left.length > 0 ? `no rows but those left out (${left.join(", ")})` : "a header alone";
  return { table: null, issues: [...all, issue.emptyExport(declared.file, empty)], explanation };
}

function sourceOf(declared: SurveySource, { grid, format, reasons }: Choice): Source {
  return {
    file: declared.file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    kind: "survey",
    ...(declared.trust === undefined ? {} : { trust: declared.trust }),
    ...(declared.wave === undefined ? {} : { wave: declared.wave }),
    format: format.id,
    reasons: [...reasons, ...grid.reasons],
  };
}

function explain(choice: Choice, read: FormatRead, dates: readonly ExplainedDates[]): Explanation {
  const { cells } = choice.grid;
  const { source, rows, leftOut } = read.table;
  const above = Array.from({ length: Math.min(read.bodyAt, cells.height) }, (_, index) => index);
  const firstHeading = read.bodyAt - read.headerRows;
  const numbers = (indexes: readonly number[]) => indexes.map((index) => cells.rowNumber(index));
  return {
    file: source.file,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    sheetsPassedOver: choice.passedOver,
    format: choice.format.id,
    label: choice.format.label,
    named: choice.named,
    score: choice.score,
    reasons: choice.reasons,
    others: choice.others.map(({ format, score, reasons }) => ({
      format: format.id,
      label: format.label,
      score,
      reasons,
    })),
    bytes: choice.grid.reasons,
    headerRows: numbers(above.filter((index) => index >= firstHeading)),
    notesAbove: numbers(above.filter((index) => index < firstHeading && !isBlankRow(cells, index))),
    answers: rows.length,
    leftOut: leftOut.map(({ reason, rows: numbers }) => ({ reason, rows: numbers })),
    dates,
    remarks: read.remarks ?? [],
  };
}
