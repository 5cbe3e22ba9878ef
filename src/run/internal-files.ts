import type { Checked } from "./check.js";
import { digest } from "./digest.js";
import { findingsCsv } from "./findings-csv.js";
import { toJson, toJsonByLine } from "./json.js";
import type { Evaluation } from "./evaluate.js";

const warning = `NOT FOR RELEASE

This folder holds numbers about small groups of people, before disclosure control.
Keep it where the raw survey files are kept. Send only the folder "release".
`;

/** Names of the files that a run writes into `internal/`. */
export const internalNames = [
  "NOT-FOR-RELEASE.txt",
  "results.json",
  "held-back.json",
  "findings.csv",
  "findings.json",
  "manifest.json",
] as const;

/** The files of `internal/`: results before the gate, findings, and a manifest with a digest of each input. */
export function internalFiles(
  checked: Checked,
  { study, computed, decisions }: Evaluation,
  version: string,
  inputs: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const manifest = {
    notForRelease: true,
    tool: "pilot-eval",
    version,
    study: study.study.id,
    seed: study.study.seed,
    inputs: Object.fromEntries([...inputs].map(([name, bytes]) => [name, digest(bytes)])),
    formats: checked.tables.map(({ source, rows, leftOut }) => ({
      ...source,
      rows: rows.length,
      leftOut: leftOut.map((one) => ({ reason: one.reason, rows: one.rows.length })),
    })),
  };
  const files: [(typeof internalNames)[number], string][] = [
    ["NOT-FOR-RELEASE.txt", warning],
    [
      "results.json",
      toJsonByLine({ notForRelease: true, results: computed.results, relations: computed.relations }),
    ],
    ["held-back.json", toJsonByLine({ notForRelease: true, heldBack: decisions })],
    ["findings.csv", findingsCsv(checked.findings)],
    ["findings.json", toJson(checked.findings)],
    ["manifest.json", toJson(manifest)],
  ];
  return new Map(files.map(([name, text]) => [`internal/${name}`, encoder.encode(text)]));
}
