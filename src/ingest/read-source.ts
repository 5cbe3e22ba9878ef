import type { Issue } from "../core/issue.js";
import type { Table } from "../core/table.js";
import type { DeclaredSource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Explanation } from "./explanation.js";
import * as issue from "./file-issues.js";
import { readCostReturnTables } from "./formats/cost-return.js";
import { plain } from "./formats/plain.js";
import { fromHeader, tableHeadings } from "./formats/table-headings.js";
import { protectTable } from "./identifiers/protect.js";
import { readGrids } from "./read-grid.js";
import { layoutIssues } from "./sheet-layout.js";
import type { TableRead } from "./read-survey.js";
import { readSurvey } from "./read-survey.js";

/** What files hold. */
export interface SourceRead {
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
  /** How each survey file was read. */
  readonly explanations: readonly Explanation[];
  /** Words of the names that stood in columns of names, in small letters: never to be shown. */
  readonly names: ReadonlySet<string>;
}

/** Read the bytes of one source, whatever its kind. Its faults are issues; what cannot be read gives no table. */
export async function readSource(
  study: Study,
  source: DeclaredSource,
  bytes: Uint8Array,
): Promise<SourceRead> {
  if (source.kind === "cost-return") {
    const { tables, issues } = await readCostReturnTables(source, bytes);
    const safe = tables.map((table) => protectTable(study, { table, issues: [] }));
    return {
      tables: safe.map((each) => each.table),
      issues: [...issues, ...safe.flatMap((each) => each.issues)],
      explanations: [],
      names: new Set(safe.flatMap((each) => [...each.names])),
    };
  }
  const read =
    source.kind === "survey"
      ? await readSurvey(study, source, bytes)
      : await readPlainTable(study, source, bytes);
  return {
    tables: read.table ? [read.table] : [],
    issues: read.issues,
    explanations: read.explanation ? [read.explanation] : [],
    names: read.names ?? new Set(),
  };
}

async function readPlainTable(
  study: Study,
  source: Extract<DeclaredSource, { kind: "cohort" | "hr" }>,
  bytes: Uint8Array,
): Promise<TableRead> {
  const { grids, issues } = await readGrids(source.file, bytes);
  const grid = grids.find((each) => each.cells.height > 0);
  if (!grid) {
    const empty = issues.length > 0 ? [] : [issue.emptyExport(source.file, "no cells")];
    return { table: null, issues: [...issues, ...empty] };
  }
  const read = plain.read(fromHeader(grid.cells, tableHeadings[source.kind]), {
    file: source.file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    kind: source.kind,
    format: plain.id,
    reasons: grid.reasons,
  });
  const safe = protectTable(study, read);
  const { file, sheet } = read.table.source;
  const place = { file, ...(sheet === undefined ? {} : { sheet }) };
  const shown = layoutIssues(place, grid.layout, read.table, grid.cells.width);
  const all = [...issues, ...shown, ...safe.issues];
  const { names } = safe;
  if (safe.table.rows.length > 0) return { table: safe.table, issues: all, names };
  return { table: null, issues: [...all, issue.emptyExport(source.file, "a header alone")], names };
}
