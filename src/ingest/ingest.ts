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
import { staysInside } from "./path.js";
import { readSource } from "./read-source.js";
import type { SourceRead } from "./read-source.js";
import { readReplaced } from "./replaced.js";
import type { ReplacedFile } from "./replaced.js";
import { suggestFiles } from "./suggest-file.js";

/** What the files of a study hold. */
export interface Ingested extends SourceRead {
  /** Earlier files that a file of the study replaces. */
  readonly replaced: readonly ReplacedFile[];
}

/**
 * Read every file that study.yaml lists into tables, in its order. What is missing, empty, not listed, listed twice
 * under two names or not what its name says is an issue; the other files are read all the same, so that everything is told at once.
 * Of a file that another replaces only this is told: that it is not there, or leads out of the folder.
 */
export async function ingest(study: Study, folder: StudyFolder): Promise<Ingested> {
  const tables: Table[] = [];
  const issues: Issue[] = [];
  const explanations: Explanation[] = [];
  const names = new Set<string>();
  const files = await folder.list();
  const { unit_cost_table: table, price_index: index } = study.costing;
  const listed = new Set([
    ...study.sources.flatMap(({ file, replaces = [] }) => [file, ...replaces]),
    ...[table, index].flatMap((named) => named?.file ?? []),
  ]);
  const strays = files.filter((file) => !listed.has(file));
  const meantBy = new Map<string, string[]>();
  const replaced: ReplacedFile[] = [];
  const seen = new Map<string, string>();
  const lookBack = async (source: DeclaredSource, bytes: Uint8Array | null) => {
    const earlier = await readReplaced(study, folder, source, bytes, strays);
    replaced.push(...earlier.replaced);
    issues.push(...earlier.issues);
    for (const file of earlier.meant) meantBy.set(file, [...(meantBy.get(file) ?? []), source.file]);
  };
  for (const source of study.sources) {
    if (!staysInside(source.file)) {
      issues.push(issue.outsideFolder(source.file));
      continue;
    }
    const bytes = await readOrTell(folder, source.file, issues);
    await lookBack(source, bytes === "told" ? null : bytes);
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
    for (const name of read.names) names.add(name);
  }
  issues.push(...strays.filter(isDataFile).map((file) => issue.notListed(file, meantBy.get(file) ?? [])));
  return { tables, issues, explanations, names, replaced };
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
