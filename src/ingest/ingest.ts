import { createHash } from "node:crypto";
import type { Issue } from "../core/issue.js";
import { IssuesError } from "../core/issue.js";
import type { Table } from "../core/table.js";
import type { StudyFolder } from "../study/load-study.js";
import type { DeclaredSource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import { looksLike } from "./bytes.js";
import type { Explanation } from "./explanation.js";
import * as issue from "./file-issues.js";
import { readCostReturnTables } from "./formats/cost-return.js";
import { plain } from "./formats/plain.js";
import { fromHeader, tableHeadings } from "./formats/table-headings.js";
import { protectTable } from "./identifiers/protect.js";
import { staysInside } from "./path.js";
import { readGrids } from "./read-grid.js";
import { layoutIssues } from "./sheet-layout.js";
import type { TableRead } from "./read-survey.js";
import { readSurvey } from "./read-survey.js";
import { suggestFiles } from "./suggest-file.js";

/** What the files of a study hold. */
export interface Ingested {
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
  /** How each survey file was read. */
  readonly explanations: readonly Explanation[];
}

/**
 * Read every file that study.yaml lists into tables, in its order. What is missing, empty, not listed, listed twice
 * under two names or not what its name says is an issue; the other files are read all the same, so that everything is told at once.
 */
export async function ingest(study: Study, folder: StudyFolder): Promise<Ingested> {
  const tables: Table[] = [];
  const issues: Issue[] = [];
  const explanations: Explanation[] = [];
  const files = await folder.list();
  const listed = new Set(study.sources.map((source) => source.file));
  const strays = files.filter((file) => !listed.has(file));
  const meantBy = new Map<string, string[]>();
  const seen = new Map<string, string>();
  for (const source of study.sources) {
    if (!staysInside(source.file)) {
      issues.push(issue.outsideFolder(source.file));
      continue;
    }
    const bytes = await readOrTell(folder, source.file, issues);
    if (bytes === "told") continue;
    if (bytes === null) {
      const perhaps = suggestFiles(study, source, strays);
      for (const file of perhaps) meantBy.set(file, [...(meantBy.get(file) ?? []), source.file]);
      issues.push(issue.missingFile(source.file, perhaps));
      continue;
    }
    const content = createHash("sha256").update(bytes).digest("hex");
    const twin = looksLike(bytes) === "empty" ? undefined : seen.get(content);
    if (twin !== undefined) issues.push(issue.sameContent(source.file, twin));
    else seen.set(content, source.file);
    const read = await readSource(study, source, bytes);
    tables.push(...read.tables);
    for (const each of read.issues) issues.push(each);
    explanations.push(...read.explanations);
  }
  issues.push(...strays.filter(isDataFile).map((file) => issue.notListed(file, meantBy.get(file) ?? [])));
  return { tables, issues, explanations };
}

/**
 * Whether a file of a study folder is one that study.yaml must list: anything in survey/ or costs/, and tables named
 * cohort or hr at the top. Hidden files, lock files and read-me files are not.
 *
 * @example isDataFile("survey/trust-a.csv") // => true
 */
export function isDataFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (/^(?:\.|~\$|readme|thumbs\.db$|desktop\.ini$)/i.test(name)) return false;
  return /^(?:survey|costs)\//.test(file) || /^(?:cohort|hr)[^/]*\.(?:csv|tsv|txt|xlsx)$/i.test(file);
}

/** Bytes of a file; one that the folder refuses is told with all else that is wrong. */
async function readOrTell(
  folder: StudyFolder,
  file: string,
  issues: Issue[],
): Promise<Uint8Array | null | "told"> {
  try {
    return await folder.read(file);
  } catch (error) {
    if (!(error instanceof IssuesError)) throw error;
    issues.push(...error.issues);
    return "told";
  }
}

async function readSource(study: Study, source: DeclaredSource, bytes: Uint8Array): Promise<Ingested> {
  if (source.kind === "cost-return") {
    const { tables, issues } = await readCostReturnTables(source, bytes);
    const safe = tables.map((table) => protectTable(study, { table, issues: [] }));
    return {
      tables: safe.map((each) => each.table),
      issues: [...issues, ...safe.flatMap((each) => each.issues)],
      explanations: [],
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
  if (safe.table.rows.length > 0) return { table: safe.table, issues: all };
  return { table: null, issues: [...all, issue.emptyExport(source.file, "a header alone")] };
}
