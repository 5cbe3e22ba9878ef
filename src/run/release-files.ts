import type { Evaluation } from "./evaluate.js";
import { digest } from "./digest.js";
import { toJson, toJsonByLine } from "./json.js";
import type { FigureBlock } from "../report/document.js";

export interface Rendered {
  readonly html: string;
  readonly docx: Uint8Array;
  readonly xlsx: Uint8Array;
}

/**
 * The files of `release/`: report, tables, charts, released results, and a manifest with a digest of each.
 *
 * @param inputs one digest of all inputs together, from `digestOfInputs`; that of a single one could be guessed
 */
export function releaseFiles(
  { study, released, summary }: Evaluation,
  figures: readonly FigureBlock[],
  rendered: Rendered,
  version: string,
  inputs: string,
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["report.html", encoder.encode(rendered.html)],
    ["report.docx", rendered.docx],
    ["tables.xlsx", rendered.xlsx],
    ...figures.flatMap((figure): [string, Uint8Array][] => [
      [`charts/${figure.id}.svg`, encoder.encode(figure.svg)],
      [`charts/${figure.id}.png`, figure.png],
    ]),
    [
      "results.json",
      toJsonByLine({
        synthetic: study.study.synthetic,
        notice: study.study.synthetic ? "Synthetic data: not real people or Trusts" : null,
        disclosure: summary,
        groups: released.groups,
        relations: released.relations ?? [],
        results: released.results,
      }),
    ],
  ]);
  const manifest = {
    tool: "pilot-eval",
    version,
    study: study.study.id,
    synthetic: study.study.synthetic,
    seed: study.study.seed,
    settings: { profile: summary.profile, confidenceLevel: study.confidence_level, costing: study.costing },
    inputs,
    outputs: Object.fromEntries([...files].map(([name, bytes]) => [name, digest(bytes)])),
  };
  files.set("manifest.json", encoder.encode(toJson(manifest)));
  return new Map([...files].map(([name, bytes]) => [`release/${name}`, bytes]));
}
