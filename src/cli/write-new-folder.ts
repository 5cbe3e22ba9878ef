import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PersonError } from "./person-error.js";
import { writeFiles } from "./write-folder.js";

/**
 * Write files into a folder that is not there yet or is empty; never over anything, and whole or not at all.
 *
 * @throws PersonError when the folder holds anything, or is a file
 */
export async function writeNewFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const target = resolve(folder);
  const there = await namesIn(folder);
  if (there !== null && there.length > 0) {
    throw new PersonError(
      `${folder}: expected a new or empty folder, found ${there.length} files in it. Name another folder.`,
    );
  }
  await mkdir(dirname(target), { recursive: true });
  const building = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await writeFiles(building, files);
    if (there !== null) await rmdir(target);
    await rename(building, target);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") return null;
    if (code === "ENOTDIR")
      throw new PersonError(`${folder}: expected a new or empty folder, found a file. Name another.`);
    throw error;
  }
}
