import type { Issue } from "../core/issue.js";
import { IssuesError } from "../core/issue.js";
import type { Table } from "../core/table.js";
import type { StudyFolder } from "../study/load-study.js";
import type { DeclaredSource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import * as issue from "./file-issues.js";
import { staysInside } from "./path.js";
import { readSource } from "./read-source.js";
import { sameBytes } from "./same-bytes.js";
import { suggestFiles } from "./suggest-file.js";

/** The file that a Trust sent last before the one in use; read only to tell what has changed since. */
export interface ReplacedFile {
  /** File in use, as study.yaml declares it. */
  readonly source: DeclaredSource;
  /** The earlier file, by the declaration it was read with: that of the file in use. */
  readonly earlier: DeclaredSource;
  /** Whether it is the same as the file in use, byte for byte. It is not read then. */
  readonly same: boolean;
  /** None when it cannot be read. */
  readonly tables: readonly Table[];
}

/**
 * Read the earlier files that a source replaces: all must be in the folder, and the last of them is what the file in use
 * is compared with. What is wrong inside them is nobody's to mend any more, and is not told.
 *
 * @param bytes of the file in use; null when there are none to compare with
 * @param strays files of the folder that study.yaml does not name
 * @returns the last earlier file, if it is there, with what keeps the study from being read and the strays that were perhaps meant
 */
export async function readReplaced(
  study: Study,
  folder: StudyFolder,
  source: DeclaredSource,
  bytes: Uint8Array | null,
  strays: readonly string[],
): Promise<{
  readonly replaced: readonly ReplacedFile[];
  readonly issues: readonly Issue[];
  readonly meant: readonly string[];
}> {
  const issues: Issue[] = [];
  const meant: string[] = [];
  let last: ReplacedFile | null = null;
  for (const file of source.replaces ?? []) {
    const found = await bytesOf(folder, file);
    if (found === "outside") issues.push(issue.outsideFolder(file));
    else if (found === null) {
      const perhaps = suggestFiles(study, { ...source, file }, strays);
      meant.push(...perhaps);
      issues.push(issue.missingReplaced(file, source.file, perhaps));
    } else if (file === source.replaces?.at(-1) && bytes !== null) {
      last = await readEarlier(study, source, file, { bytes, earlier: found });
    }
  }
  return { replaced: last ? [last] : [], issues, meant };
}

/** Bytes of an earlier file; null when it is not there, `refused` when it is too large or no file at all. */
async function bytesOf(
  folder: StudyFolder,
  file: string,
): Promise<Uint8Array | null | "outside" | "refused"> {
  if (!staysInside(file)) return "outside";
  try {
    return await folder.read(file);
  } catch (error) {
    if (!(error instanceof IssuesError)) throw error;
    return error.issues.some(({ code }) => code === "outside-folder") ? "outside" : "refused";
  }
}

async function readEarlier(
  study: Study,
  source: DeclaredSource,
  file: string,
  { bytes, earlier }: { readonly bytes: Uint8Array; readonly earlier: Uint8Array | "refused" },
): Promise<ReplacedFile> {
  const declared: DeclaredSource = { ...source, file };
  const made = (as: DeclaredSource, same: boolean, tables: readonly Table[]): ReplacedFile => {
    return { source, earlier: as, same, tables };
  };
  if (earlier === "refused") return made(declared, false, []);
  if (sameBytes(earlier, bytes)) return made(declared, true, []);
  const { tables } = await readSource(study, declared, earlier);
  if (tables.length > 0 || declared.kind !== "survey") return made(declared, false, tables);
  // Perhaps another platform's export: then neither the dialect nor the sheet is the one declared.
  const { dialect, sheet, ...free } = declared;
  if (dialect === undefined && sheet === undefined) return made(declared, false, []);
  return made(free, false, (await readSource(study, free, earlier)).tables);
}
