import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { digest } from "../run/digest.js";
import { PersonError } from "./person-error.js";

/**
 * Write files into a folder so that it is seen whole or not at all: they are built in a folder beside it, and the
 * top-level parts of the new one (`release`, `internal`) are swapped in. Other files in the folder stay.
 */
export async function swapIn(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const building = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, bytes] of files) {
      const path = join(building, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    await mkdir(target, { recursive: true });
    for (const part of await readdir(building)) {
      const old = join(target, part);
      const aside = join(building, `.old-${part}`);
      if (await exists(old)) await rename(old, aside);
      await rename(join(building, part), old);
    }
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/**
 * Refuse to overwrite a released file that someone has edited: one whose digest differs from the manifest's.
 *
 * @throws PersonError naming the files
 */
export async function refuseEdited(folder: string): Promise<void> {
  const release = join(resolve(folder), "release");
  const manifest = await readFile(join(release, "manifest.json"), "utf8").catch(() => null);
  if (manifest === null) return;
  const { outputs } = JSON.parse(manifest) as { outputs: Record<string, string> };
  const edited: string[] = [];
  for (const [name, expected] of Object.entries(outputs)) {
    const bytes = await readFile(join(release, name)).catch(() => null);
    if (bytes && digest(bytes) !== expected) edited.push(join(folder, "release", name));
  }
  if (edited.length === 0) return;
  throw new PersonError(
    `These released files were edited after they were written:\n${edited.map((file) => `  ${file}`).join("\n")}\n` +
      "Nothing was written. Keep a copy of your edits, then run again with --replace.",
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
