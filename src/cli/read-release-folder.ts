import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { limits } from "../core/limits.js";
import type { Leak } from "../run/closed-world/check-files.js";

/** All that is in a release folder. */
export interface ReleaseFolder {
  /** Every file by its path, hidden ones and those of hidden folders too; the bytes of one past the limit are not read. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is neither file nor folder: links, pipes, devices. What a link leads to is not read. */
  readonly others: readonly Leak[];
}

/** Read a release folder as whoever it is sent to could: whatever its names, nothing in it is passed over. */
export async function readReleaseFolder(folder: string): Promise<ReleaseFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
      return { name, isFile: entry.isFile() };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Map<string, Uint8Array>();
  for (const { name, isFile } of named) if (isFile) files.set(name, await readBelowLimit(join(folder, name)));
  const others = named
    .filter(({ isFile }) => !isFile)
    .map(({ name }) => ({ file: name, what: "a link or a device, not a file: take it out of the folder" }));
  return { files, others };
}

async function readBelowLimit(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > limits.fileBytes ? new Uint8Array() : readFile(path);
}
