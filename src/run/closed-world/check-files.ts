import { z } from "zod";
import { charts } from "../../charts/index.js";
import { digest } from "../digest.js";

/** Files of a release by their path within it. */
export type ReleaseBytes = ReadonlyMap<string, Uint8Array>;

/** One thing wrong with a release: the file, and what in it. */
export interface Leak {
  readonly file: string;
  readonly what: string;
}

/** Files that every release has; charts stand in others. */
export const alwaysInRelease: readonly string[] = [
  "report.html",
  "report.docx",
  "tables.xlsx",
  "results.json",
  "manifest.json",
];

const manifestShape = z.strictObject({
  tool: z.literal("pilot-eval"),
  version: z.string(),
  study: z.string(),
  synthetic: z.boolean(),
  seed: z.number(),
  settings: z.strictObject({ profile: z.string(), confidenceLevel: z.number() }),
  outputs: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Files that no release has, files that are not there, and files that were changed after they were written. */
export function checkFiles(files: ReleaseBytes): readonly Leak[] {
  const isKnown = (name: string) =>
    alwaysInRelease.includes(name) ||
    charts.some(({ id }) => name === `charts/${id}.svg` || name === `charts/${id}.png`);
  const foreign = [...files.keys()].filter((name) => !isKnown(name));
  const missing = alwaysInRelease.filter((name) => !files.has(name));
  const leaks = [
    ...foreign.map((file) => ({ file, what: "no release has this file: take it out of the folder" })),
    ...missing.map((file) => ({ file, what: "the file is missing: run the study again" })),
  ];
  const bytes = files.get("manifest.json");
  return bytes === undefined ? leaks : [...leaks, ...checkDigests(bytes, files, isKnown)];
}

function checkDigests(
  bytes: Uint8Array,
  files: ReleaseBytes,
  isKnown: (name: string) => boolean,
): readonly Leak[] {
  const manifest = manifestShape.safeParse(jsonOf(bytes));
  if (!manifest.success) {
    const [issue] = manifest.error.issues;
    const where = issue!.path.join(" > ");
    return [
      {
        file: "manifest.json",
        what: `expected the manifest of a release: ${where} ${issue!.message}`.trim(),
      },
    ];
  }
  const { outputs } = manifest.data;
  const lost = Object.keys(outputs).filter((name) => !files.has(name) && !alwaysInRelease.includes(name));
  const changed = [...files].filter(
    ([name, content]) => isKnown(name) && name !== "manifest.json" && outputs[name] !== digest(content),
  );
  return [
    ...lost.map((file) => ({ file, what: "the file is missing: run the study again" })),
    ...changed.map(([file]) => ({
      file,
      what: "the file is not the one that the run wrote: its digest is not the manifest's. Run the study again",
    })),
  ];
}

/** JSON, or null for bytes that hold none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
