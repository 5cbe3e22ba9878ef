import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { estimateOutputs } from "../estimate/outputs.js";
import { digest } from "../run/digest.js";
import { toJson } from "../run/json.js";
import { PersonError } from "./person-error.js";
import { swapIn } from "./write-folder.js";

const manifestName = "manifest.json";

/** Write an estimate's files whole or not at all, with a manifest that knows each by its digest. */
export async function swapInWithManifest(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
): Promise<void> {
  const outputs = Object.fromEntries([...files].map(([name, bytes]) => [name, digest(bytes)]));
  const manifest = toJson({ tool: "pilot-eval", command: "estimate", version, outputs });
  await swapIn(folder, new Map([...files, [manifestName, new TextEncoder().encode(manifest)]]));
}

/**
 * Refuse to overwrite a file that was edited since it was written, or that this command did not write.
 *
 * @throws PersonError naming the files
 */
export async function refuseEdited(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory())
    throw new PersonError(`--out ${folder}: expected a folder, found a file. Name a folder.`);
  const written = await readOutputs(folder);
  const inTheWay: string[] = [];
  for (const name of [...estimateOutputs.map((output) => output.name), manifestName]) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null || (name === manifestName && written !== null)) continue;
    if (written?.[name] !== digest(bytes)) inTheWay.push(join(folder, name));
  }
  if (inTheWay.length === 0) return;
  throw new PersonError(
    [
      "These files were edited, or were not written by this command:",
      ...inTheWay.map((path) => `  ${path}`),
      "Nothing was written. Name another folder, or run again with --replace to lose them.",
    ].join("\n"),
  );
}

async function readOutputs(folder: string): Promise<Readonly<Record<string, string>> | null> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const manifest = JSON.parse(text) as { command?: string; outputs?: Record<string, string> };
    return manifest.command === "estimate" ? (manifest.outputs ?? null) : null;
  } catch {
    return null;
  }
}
