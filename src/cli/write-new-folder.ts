import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PersonError } from "./person-error.js";

/**
 * Write files into a folder that is not there yet or is empty; never over anything.
 *
 * @throws PersonError when the folder holds anything
 */
export async function writeNewFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) {
    throw new PersonError(
      `${folder}: expected a new or empty folder, found ${there.length} files in it. Name another folder.`,
    );
  }
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
