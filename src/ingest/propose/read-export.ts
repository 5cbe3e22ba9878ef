import type { Issue } from "../../core/issue.js";
import type { Source, Table } from "../../core/table.js";
import * as issue from "../file-issues.js";
import type { Format } from "../formats/index.js";
import { formats } from "../formats/index.js";
import { plain } from "../formats/plain.js";
import { spss } from "../formats/spss.js";
import type { CellGrid } from "../grid.js";
import { headOf } from "../grid.js";
import { readGrids } from "../read-grid.js";

/** An export read without a study: its table, or why there is none. */
export interface ExportRead {
  readonly table: Table | null;
  /** What it was read as, in words. */
  readonly readAs: string;
  readonly issues: readonly Issue[];
}

/**
 * Read one survey export of any dialect as far as it can be read without a study: the sheet and the dialect that its
 * headings speak for most, else a plain table. Columns of the platform's own and of people are told as issues.
 *
 * @param file its name; the ending says whether it is a text, a workbook or an SPSS file
 */
export async function readExport(file: string, bytes: Uint8Array): Promise<ExportRead> {
  const { grids, issues } = await readGrids(file, bytes);
  const candidates = grids
    .filter((grid) => grid.cells.height > 0)
    .map((grid) => ({ grid, ...surestFormat(grid.cells) }));
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (!best) {
    const empty = issues.length > 0 ? [] : [issue.emptyExport(file, "no cells")];
    return { table: null, readAs: "nothing", issues: [...issues, ...empty] };
  }
  const { grid, format } = best;
  const source: Source = {
    file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    kind: "survey",
    format: format.id,
    reasons: grid.reasons,
  };
  const read = format.read(grid.cells, source);
  const all = [...issues, ...read.issues];
  if (read.table.rows.length === 0) {
    return { table: null, readAs: format.label, issues: [...all, issue.emptyExport(file, "no answers")] };
  }
  return { table: read.table, readAs: format.label, issues: all };
}

function surestFormat(cells: CellGrid): { readonly format: Format; readonly score: number } {
  if (cells.columns) return { format: spss, score: 1 };
  const head = headOf(cells);
  const scored = formats.map((format) => ({ format, score: format.detect(head).score }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.5 ? best : { format: plain, score: best.score };
}
