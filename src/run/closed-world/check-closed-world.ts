import { readContents } from "../release-files.js";
import { checkFiles } from "./check-files.js";
import type { Leak, ReleaseBytes } from "./check-files.js";
import { checkNumbers } from "./check-numbers.js";
import { compareWithRendering } from "./render-again.js";

/** What was found beyond results.json, and whether the release could be rendered again. */
export interface ClosedWorld {
  readonly leaks: readonly Leak[];
  /** Null when it was rendered again; else the version that wrote it, which alone can. */
  readonly otherVersion: string | null;
}

/**
 * Whether everything in a release comes from its results.json: its files are those of a release and unchanged, and each
 * number in them is one of results.json. `run` looks at this before it writes.
 */
export function checkReleased(files: ReleaseBytes): readonly Leak[] {
  const leaks = checkFiles(files);
  const results = files.get("results.json");
  if (results === undefined) return leaks;
  const read = readContents(results);
  if ("wrong" in read)
    return [
      ...leaks,
      ...read.wrong.map(({ place, expected }) => ({
        file: "results.json",
        what: `holds what no release has, at ${place}: ${expected}`,
      })),
    ];
  return [...leaks, ...checkNumbers(files, read.contents)];
}

/**
 * The closed world of a release, for `audit`: what `checkReleased` finds, and each file that differs from the one that this
 * version makes of results.json. `run` does not need the second: it has just made them so.
 *
 * @param version of this program
 */
export async function checkClosedWorld(files: ReleaseBytes, version: string): Promise<ClosedWorld> {
  const leaks = checkReleased(files);
  const results = files.get("results.json");
  const read = results === undefined ? null : readContents(results);
  if (read === null || "wrong" in read) return { leaks, otherVersion: null };
  if (read.contents.version !== version) return { leaks, otherVersion: read.contents.version };
  const told = new Set(leaks.map(({ file }) => file));
  const differing = await compareWithRendering(files);
  const more = differing.filter(({ file, isThere }) => isThere || !told.has(file));
  return { leaks: [...leaks, ...more.map(({ file, what }) => ({ file, what }))], otherVersion: null };
}
