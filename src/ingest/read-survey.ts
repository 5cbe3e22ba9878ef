import type { Issue } from "../core/issue.js";
import type { Source, Table } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Choice } from "./choose-format.js";
import { chooseFormat } from "./choose-format.js";
import { explain, explainRefusal } from "./explain.js";
import type { Explanation } from "./explanation.js";
import * as issue from "./file-issues.js";
import { protectTable } from "./identifiers/protect.js";
import { readGrids } from "./read-grid.js";
import { layoutIssues } from "./sheet-layout.js";
import { settleLabels } from "./settle-labels.js";
import { settleTimes } from "./times.js";

export interface TableRead {
  readonly table: Table | null;
  readonly issues: readonly Issue[];
  /** Words of names that stood in its columns of names; not there when it was refused before they were looked for. */
  readonly names?: ReadonlySet<string>;
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
  if ("code" in choice) {
    const explanation = explainRefusal(declared.file, choice.message, grids);
    return { table: null, issues: [...issues, choice], explanation };
  }
  const read = choice.format.read(choice.grid.cells, sourceOf(declared, choice));
  const safe = protectTable(study, read);
  const worded = settleLabels(study, declared, safe.table);
  const timed = settleTimes(study, declared, worded.table);
  const explanation = explain(choice, read, timed.dates);
  const { grid } = choice;
  const place = { file: declared.file, ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }) };
  const shown = layoutIssues(place, grid.layout, read.table, grid.cells.width);
  const all = [...issues, ...shown, ...safe.issues, ...worded.issues, ...timed.issues];
  const { names } = safe;
  if (read.table.rows.length > 0) return { table: timed.table, issues: all, names, explanation };
  const left = read.table.leftOut.map(({ reason, rows }) => `${rows.length} ${reason}`);
  const empty = left.length > 0 ? `no rows but those left out (${left.join(", ")})` : "a header alone";
  return { table: null, issues: [...all, issue.emptyExport(declared.file, empty)], names, explanation };
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
