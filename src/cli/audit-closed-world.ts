import { checkClosedWorld } from "../run/closed-world/check-closed-world.js";
import { alwaysInRelease } from "../run/closed-world/check-files.js";
import { readVersion } from "../run/shipped.js";
import { readReleaseFolder } from "./read-release-folder.js";

/** Leaks told unless all are asked for. */
const first = 20;

/** Part (b) of an audit: whether anything in the folder tells more than its results.json. */
export async function auditClosedWorld({ folder }: { readonly folder: string }, { all = false }) {
  const { files, others } = await readReleaseFolder(folder);
  const names = [...files.keys(), ...others.map(({ file }) => file)];
  const name = "closedWorld";
  if (names.join() === "results.json") {
    const missing = alwaysInRelease.filter((file) => !names.includes(file));
    const text = `  Only results.json is here; missing: ${missing.join(", ")}.\n  Name the whole folder, or say --numbers to attack the numbers of results.json alone.\n`;
    return { name, isFound: true, text, json: { missing } };
  }
  const { leaks: inFiles, otherVersion } = await checkClosedWorld(files, await readVersion());
  const leaks = [...others, ...inFiles];
  const shown = all ? leaks : leaks.slice(0, first);
  const lines = [
    `  Files looked through for more than results.json tells: ${names.length}; found: ${leaks.length === 0 ? "nothing" : leaks.length}.`,
    ...shown.map(({ file, what }) => `  ${file}: ${what}`),
    ...(shown.length < leaks.length
      ? [`  Showing ${shown.length} of ${leaks.length}; --all shows each.`]
      : []),
    ...(otherVersion === null
      ? []
      : [
          `  Not audited in full: it says that version ${otherVersion} wrote it, and only that version can make it again and compare. Audit it with that version.`,
        ]),
  ];
  // A file that was edited by hand may say any version: what was not compared is not called clean.
  const isFound = leaks.length > 0 || otherVersion !== null;
  return { name, isFound, text: `${lines.join("\n")}\n`, json: { leaks, otherVersion } };
}
