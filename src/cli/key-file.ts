import { readFile, realpath, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { PersonError } from "./person-error.js";

/** Fewer bytes than this can be guessed. */
const fewest = 16;

/**
 * Read the key that link codes are replaced by: the bytes of a file, without line ends after them.
 *
 * @param folders where the key may not stand: the study, and where files are written
 * @throws PersonError for a file that is not there, is too short or stands in one of the folders
 */
export async function readKeyFile(path: string, folders: readonly string[]): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new PersonError(`--key-file ${path}: no such file. Make one with \`${recipe}\`.`);
  if (!found.isFile()) throw new PersonError(`--key-file ${path}: expected a file, found a folder.`);
  for (const folder of folders) {
    if (!(await isInside(path, folder))) continue;
    throw new PersonError(
      `--key-file ${path}: stands inside ${folder}. Keep the key apart from the data and from what is written, so that the two are not passed on together.`,
    );
  }
  const bytes = withoutLineEnd(await readFile(path));
  if (bytes.length >= fewest && new Set(bytes).size > 4) return bytes;
  throw new PersonError(
    `--key-file ${path}: expected at least ${fewest} bytes drawn at random, found ${bytes.length < fewest ? bytes.length : "a few characters repeated"}. Make one with \`${recipe}\`.`,
  );
}

const recipe = "openssl rand -hex 32 > pilot.key";

async function isInside(path: string, folder: string): Promise<boolean> {
  const real = async (each: string) => await realpath(each).catch(() => resolve(each));
  const way = relative(await real(folder), await real(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let length = bytes.length;
  while (length > 0 && (bytes[length - 1] === 10 || bytes[length - 1] === 13)) length -= 1;
  return bytes.subarray(0, length);
}
