import type { Issue } from "../core/issue.js";
import type { Source, Table } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import * as issue from "./file-issues.js";
import type { Format } from "./formats/index.js";
import { formats } from "./formats/index.js";
import { plain } from "./formats/plain.js";
import { spss } from "./formats/spss.js";
import { headOf, isBlankRow } from "./grid.js";
import { protectTable } from "./identifiers/protect.js";
import { matchColumns } from "./match.js";
import type { Grid } from "./read-grid.js";
import { readGrids } from "./read-grid.js";
import { settleLabels } from "./settle-labels.js";
import { settleTimes } from "./times.js";

export interface TableRead {
  readonly table: Table | null;
  readonly issues: readonly Issue[];
}

/** Read one survey export: by its declared dialect, else by the format it is surest to be. */
export async function readSurvey(
  study: Study,
  declared: SurveySource,
  bytes: Uint8Array,
): Promise<TableRead> {
  const { grids, issues } = await readGrids(declared.file, bytes);
  if (grids.length === 0) return { table: null, issues };
  const chosen = chooseSheet(declared, grids);
  if ("code" in chosen) return { table: null, issues: [...issues, chosen] };
  const { cells } = chosen;
  if (Array.from({ length: cells.height }, (_, index) => index).every((index) => isBlankRow(cells, index))) {
    return { table: null, issues: [...issues, issue.emptyExport(declared.file, "no cells")] };
  }
  const clash = dialectClash(declared, chosen);
  if (clash) return { table: null, issues: [...issues, clash] };
  const found = chooseFormat(study, declared, chosen);
  if (!found) {
    const labels = formats
      .filter((format) => format !== plain && format !== spss)
      .map((format) => format.label);
    const row = cells.height > 0 ? cells.rowNumber(0) : 1;
    return { table: null, issues: [...issues, issue.unknownFormat(declared.file, row, labels)] };
  }
  const source = sourceOf(declared, chosen, found.format, found.reasons);
  const read = found.format.read(cells, source);
  const safe = protectTable(study, read);
  const worded = settleLabels(study, declared, safe.table);
  const timed = settleTimes(study, declared, worded.table);
  const all = [...issues, ...safe.issues, ...worded.issues, ...timed.issues];
  if (read.table.rows.length > 0) return { table: timed.table, issues: all };
  const left = read.table.leftOut.map(({ reason, rows }) => `${rows.length} ${reason}`);
  const empty = left.length > 0 ? `no rows but those left out (${left.join(", ")})` : "a header alone";
  return { table: null, issues: [...all, issue.emptyExport(declared.file, empty)] };
}

function chooseSheet(declared: SurveySource, grids: readonly Grid[]): Grid | Issue {
  const { sheet } = declared;
  if (sheet !== undefined && grids[0]?.sheet !== undefined) {
    const names = grids.map((grid) => grid.sheet ?? "");
    return grids.find((grid) => grid.sheet === sheet) ?? issue.missingSheet(declared.file, sheet, names);
  }
  const filled = grids.filter((grid) => grid.cells.height > 0);
  const score = (grid: Grid) => Math.max(...formats.map((format) => format.detect(headOf(grid.cells)).score));
  return [...filled].sort((a, b) => score(b) - score(a))[0] ?? grids[0]!;
}

function chooseFormat(
  study: Study,
  declared: SurveySource,
  grid: Grid,
): { format: Format; reasons: readonly string[] } | null {
  if (grid.cells.columns) return { format: spss, reasons: [] };
  if (declared.dialect !== undefined) {
    const format = formats.find((each) => each.id === declared.dialect);
    if (format) return { format, reasons: ["dialect named in study.yaml"] };
  }
  const scored = formats.map((format) => ({ format, ...format.detect(headOf(grid.cells)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= 0.5) return { format: best.format, reasons: best.reasons };
  return fitsCodebook(study, declared, grid)
    ? { format: plain, reasons: ["no platform's headings, but at least half of them are in the codebook"] }
    : null;
}

/** An SPSS file says what its columns are; no platform's headings are looked for in it, nor SPSS's in another file. */
function dialectClash({ file, dialect }: SurveySource, { cells }: Grid): Issue | null {
  if (dialect === undefined || (dialect === spss.id) === (cells.columns !== undefined)) return null;
  return issue.wrongDialect(file, dialect, cells.columns ? "an SPSS data file" : "no SPSS data file");
}

/** Whether the codebook knows at least half of the headings, at whatever wave: another wave's export is told as that. */
function fitsCodebook(study: Study, declared: SurveySource, grid: Grid): boolean {
  const { table } = plain.read(grid.cells, { ...sourceOf(declared, grid, plain, []), wave: undefined });
  const asked = table.columns.filter((column) => !column.name.startsWith("@"));
  const { unclaimed } = matchColumns(study, table);
  return asked.length > 0 && unclaimed.length <= asked.length / 2;
}

function sourceOf(declared: SurveySource, grid: Grid, format: Format, reasons: readonly string[]): Source {
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
