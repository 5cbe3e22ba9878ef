import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { IssuesError } from "../core/issue.js";
import { limits } from "../core/limits.js";
import type { StudyFolder } from "../study/load-study.js";
import { notAFile, outsideFolder, tooLarge, tooManyFiles } from "./file-issues.js";
import { staysInside } from "./path.js";

/** The ledger of releases: kept in the study folder, and none of the study's own files. */
export const ledgerName = "ledger.json";

/**
 * A study folder on disk. `read` gives null for what is not there or is a folder; `list` gives every file below it in
 * the order of their names, without hidden folders and without the ledger of releases. A path or link that leads out of the folder, a file past the limit of
 * bytes and what is no file at all (a pipe, a device) are refused with an IssuesError.
 */
export function openFolder(path: string): StudyFolder {
  const root = resolve(path);
  return {
    async read(file) {
      if (!staysInside(file)) throw new IssuesError([outsideFolder(file)]);
      const target = await quietly(realpath(join(root, file)));
      if (target === null) return null;
      const inside = relative(await realpath(root), target);
      if (inside.startsWith("..") || resolve(inside) === inside) throw new IssuesError([outsideFolder(file)]);
      const found = await quietly(stat(target));
      if (found === null || found.isDirectory()) return null;
      if (!found.isFile()) throw new IssuesError([notAFile(file)]);
      if (found.size > limits.fileBytes) throw new IssuesError([tooLarge(file, found.size)]);
      return await quietly(readFile(target));
    },
    async list() {
      const files: string[] = [];
      await listBelow(root, "", files);
      return files.filter((file) => file !== ledgerName).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    },
  };
}

const absent = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "EINVAL"]);

async function quietly<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (absent.has(code)) return null;
    throw error;
  }
}

async function listBelow(root: string, below: string, files: string[]): Promise<void> {
  const entries = (await quietly(readdir(join(root, below), { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    const file = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules") await listBelow(root, file, files);
    } else files.push(file.split(sep).join("/"));
    if (files.length > limits.files) throw new IssuesError([tooManyFiles(below)]);
  }
}
