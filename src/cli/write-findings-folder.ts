import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { isFindingsName } from "../run/findings-files.js";
import { PersonError } from "./person-error.js";
import { swapIn } from "./write-folder.js";

/**
 * Refuse to write findings into a folder that is released, or that holds what `check --out` did not write.
 *
 * @throws PersonError naming what to do instead
 */
export async function refuseFindingsFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  if (path.split(sep).some((part) => part.toLowerCase() === "release")) {
    throw new PersonError(
      `--out ${folder}: is inside a folder named release, and findings are not for release. Name another.`,
    );
  }
  const foreign = (await namesIn(path)).filter((name) => !isFindingsName(name));
  if (foreign.length === 0) return;
  throw new PersonError(
    `--out ${folder}: expected a new or empty folder, or one of an earlier check; it holds ${foreign[0]}${foreign.length > 1 ? ` and ${foreign.length - 1} more` : ""}. Name another.`,
  );
}

/** Write the files of a data check in place of those of an earlier one, whole or not at all. */
export async function writeFindingsFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const path = resolve(folder);
  const name = basename(path);
  await swapIn(dirname(path), new Map([...files].map(([file, bytes]) => [join(name, file), bytes])));
}

async function namesIn(path: string): Promise<readonly string[]> {
  return stat(path).then(
    () => readdir(path),
    () => [],
  );
}
