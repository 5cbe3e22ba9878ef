import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { digest } from "../run/digest.js";
import { PersonError } from "./person-error.js";

/**
 * Write files into a folder so that it is seen whole or not at all: they are built in a folder beside it, and the
 * top-level parts of the new one (`release`, `internal`) are swapped in. When a swap fails, the old parts are put back.
 * Other files in the folder stay.
 *
 * @param first what must succeed too, done before the swap, once all files are built: it gives back what undoes it, which is
 * done when the swap fails
 */
export async function swapIn(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  first?: () => Promise<() => Promise<void>>,
): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const building = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const undo: (() => Promise<void>)[] = [];
  try {
    await writeFiles(building, files);
    await mkdir(target, { recursive: true });
    if (first) undo.unshift(await first());
    for (const part of await readdir(building)) {
      const [now, aside] = [join(target, part), join(building, `.old-${part}`)];
      if (await exists(now)) {
        await rename(now, aside);
        undo.unshift(() => rename(aside, now));
      }
      await rename(join(building, part), now);
      undo.unshift(() => rm(now, { recursive: true, force: true }));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Write files below a folder, making folders as needed. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/**
 * Refuse to touch what someone did by hand in the two folders: a released file whose digest is not the manifest's, and a
 * file that this tool did not write.
 *
 * @param isInternalName whether a path within internal/ is one that a run writes
 * @throws PersonError naming the files
 */
export async function refuseByHand(folder: string, isInternalName: (name: string) => boolean): Promise<void> {
  const release = join(resolve(folder), "release");
  const manifest = await readFile(join(release, "manifest.json"), "utf8").catch(() => null);
  const outputs = manifest === null ? {} : readOutputs(manifest, folder);
  const edited: string[] = [];
  const foreign: string[] = [];
  for (const name of await filesBelow(release)) {
    if (name === "manifest.json" && manifest !== null) continue;
    const expected = outputs[name];
    if (expected === undefined) foreign.push(join(folder, "release", name));
    else if (digest(await readFile(join(release, name))) !== expected)
      edited.push(join(folder, "release", name));
  }
  for (const name of await filesBelow(join(resolve(folder), "internal"))) {
    if (!isInternalName(name)) foreign.push(join(folder, "internal", name));
  }
  const told = [
    ...listFiles("These released files were edited after they were written:", edited),
    ...listFiles("These files were not written by pilot-eval, and would be lost:", foreign),
  ];
  if (told.length === 0) return;
  throw new PersonError(
    `${told.join("\n")}\nNothing was written. Move them to another folder, or run again with --replace to lose them.`,
  );
}

function listFiles(title: string, files: readonly string[]): readonly string[] {
  return files.length === 0 ? [] : [title, ...files.map((file) => `  ${file}`)];
}

function readOutputs(manifest: string, folder: string): Readonly<Record<string, string>> {
  try {
    return (JSON.parse(manifest) as { outputs?: Record<string, string> }).outputs ?? {};
  } catch {
    throw new PersonError(
      `${join(folder, "release", "manifest.json")}: cannot be read as a manifest of this tool. Nothing was written. Run again with --replace to write the folder anew.`,
    );
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  if (!(await exists(folder))) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
