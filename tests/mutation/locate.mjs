import { readdirSync, readFileSync, statSync } from "node:fs";
import { cleanStudy, faultOf, kinds } from "./faults.mjs";

/**
 * Put faults into the clean example study, one at a time, and count which are told at their place.
 *
 * @param kit the tool's checkStudy and shipped data, and what turns bytes into text
 * @returns by kind: faults, those told at the narrowest place, and one that was not
 */
export async function locateFaults(kit, seeds, progress = () => undefined) {
  const files = readExample();
  const clean = await kit.checkStudy(folderOf(files), kit.shipped);
  const known = new Set(clean.findings.map(keyOf));
  const start = cleanStudy(files, clean, kit.textOf);
  const counts = new Map(
    Object.entries(kinds).map(([kind, { place }]) => [kind, { place, faults: 0, located: 0, lost: null }]),
  );
  for (const seed of seeds) {
    const fault = faultOf(seed, start);
    if (!fault) continue;
    const { findings } = await kit.checkStudy(folderOf(new Map([...files, ...fault.files])), kit.shipped);
    const more = findings.filter((finding) => !known.has(keyOf(finding)));
    const count = counts.get(fault.kind);
    count.faults += 1;
    if (more.some(fault.isAt)) count.located += 1;
    else
      count.lost ??= `seed ${seed}, ${[...fault.files.keys()]}: ${more.map(keyOf).slice(0, 3).join(" / ") || "nothing new"}`;
    progress(seed);
  }
  return { counts, clean: clean.findings };
}

function keyOf({ code, at, message }) {
  return `${code} ${at.file} ${at.sheet ?? ""}${at.cell ?? ""} ${at.row ?? ""} ${at.column ?? ""}: ${message}`;
}

function readExample() {
  const names = readdirSync("data/example", { recursive: true, encoding: "utf8" });
  const files = names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(`data/example/${name}`).isFile());
  return new Map(files.sort().map((name) => [name, new Uint8Array(readFileSync(`data/example/${name}`))]));
}

function folderOf(files) {
  return { read: async (name) => files.get(name) ?? null, list: async () => [...files.keys()].sort() };
}
