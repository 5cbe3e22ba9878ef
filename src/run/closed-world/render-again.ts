import { strFromU8, unzipSync } from "fflate";
import { renderRelease } from "../release-files.js";
import type { Leak, ReleaseBytes } from "./check-files.js";

/** A file that is not the one that results.json makes. */
export interface Differing extends Leak {
  /** Whether the file is there and is one that results.json makes, so that its place is told. */
  readonly isThere: boolean;
}

/** Make a release again from its results.json, and tell each file that differs, with the first place where it does. */
export async function compareWithRendering(files: ReleaseBytes): Promise<readonly Differing[]> {
  const again = await renderRelease(files.get("results.json")!);
  const names = [...new Set([...again.keys(), ...files.keys()])];
  return names.flatMap((file): readonly Differing[] => {
    const [found, made] = [files.get(file), again.get(file)];
    if (found === undefined || made === undefined)
      return [
        {
          file,
          what: found ? "results.json makes no such file" : "results.json makes this file: it is missing",
          isThere: false,
        },
      ];
    const what = firstDifference(file, found, made);
    return what === null ? [] : [{ file, what, isThere: true }];
  });
}

function firstDifference(file: string, found: Uint8Array, made: Uint8Array): string | null {
  if (Buffer.compare(found, made) === 0) return null;
  if (/\.(docx|xlsx)$/.test(file)) return differenceOfParts(found, made);
  if (file.endsWith(".png")) return "the picture is not the one that results.json makes";
  return tellDifference(strFromU8(found), strFromU8(made));
}

function differenceOfParts(found: Uint8Array, made: Uint8Array): string {
  let parts: Readonly<Record<string, Uint8Array>>;
  try {
    parts = unzipSync(found);
  } catch {
    return "the file cannot be opened";
  }
  const expected = unzipSync(made);
  for (const name of [...new Set([...Object.keys(parts), ...Object.keys(expected)])].sort()) {
    const [part, other] = [parts[name], expected[name]];
    if (part === undefined) return `the part ${name} is missing`;
    if (other === undefined) return `results.json makes no part ${name}`;
    if (Buffer.compare(part, other) !== 0)
      return `in its part ${name}: ${/\.(xml|rels)$/.test(name) ? tellDifference(strFromU8(part), strFromU8(other)) : "other bytes than results.json makes"}`;
  }
  return "the parts are the same, but were packed otherwise: it was saved by another program";
}

/** Text around the first place where two texts differ, markup left out where there is room for words. */
function tellDifference(found: string, made: string): string {
  let at = 0;
  while (at < found.length && found[at] === made[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `found ${around(found)}, where results.json makes ${around(made)}`;
}
