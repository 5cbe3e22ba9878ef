import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { PersonError } from "./person-error.js";

/**
 * Refuse a study that is not a folder, and a target that is a file or the study itself.
 *
 * @param target where files will be written; left out when nothing is
 * @throws PersonError saying what to name instead
 */
export async function refusePlaces(study: string, target?: string): Promise<void> {
  const found = await kindOf(study);
  if (found === "file")
    throw new PersonError(
      `${study}: expected the study folder, found a file. Name the folder that holds it.`,
    );
  if (found === "nothing")
    throw new PersonError(`${study}: expected a study folder, found nothing of that name.`);
  if (target === undefined) return;
  if ((await kindOf(target)) === "file")
    throw new PersonError(`--out ${target}: expected a folder, found a file. Name a folder.`);
  if (resolve(target) === resolve(study)) {
    throw new PersonError(
      `--out ${target}: is the study folder itself. Name another, so that raw data and report stay apart.`,
    );
  }
}

/** What stands at a path. */
export async function kindOf(path: string): Promise<"folder" | "file" | "nothing"> {
  return stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => "nothing",
  );
}
