import { drawCharts } from "../charts/draw-charts.js";
import { metrics } from "../metrics/index.js";
import { composeReport } from "../report/compose.js";
import type { FigureBlock } from "../report/document.js";
import { renderDocx } from "../report/docx.js";
import { renderHtml } from "../report/html.js";
import { readReleaseJson } from "../report/release-json.js";
import type { NotARelease } from "../report/release-json.js";
import type { ReleaseContents } from "../report/report-input.js";
import { renderXlsx } from "../report/xlsx.js";
import { digest } from "./digest.js";
import { toJson } from "./json.js";

/** What a release is made of, read from the bytes of its results.json; else where they hold what no release has. */
export function readContents(
  results: Uint8Array,
): { readonly contents: ReleaseContents } | { readonly wrong: readonly NotARelease[] } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(results));
  } catch {
    return { wrong: [{ place: "the whole file", expected: "expected JSON" }] };
  }
  return readReleaseJson(json);
}

/**
 * Every file of `release/`, by its path within it: the report in three forms, the charts, the results themselves, and a
 * manifest with a digest of each. They are made from the bytes of results.json and of nothing else, so that whoever has
 * that file has all that the others tell; no digest of an input is among them, by which two studies could be told apart
 * that tell the same.
 *
 * @param results what `releaseJsonOf` gave, as bytes
 * @param begin called before the charts are drawn and before the report is written
 */
export async function renderRelease(
  results: Uint8Array,
  begin: (what: "charts" | "report") => void = () => undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = readContents(results);
  if ("wrong" in read) throw new Error(`results.json is not that of a release: ${tellWrong(read.wrong)}`);
  const { contents } = read;
  const { study, released, version } = contents;

  begin("charts");
  const charts = await drawCharts(released, study, contents.disclosure.release === "refused");
  const figures = charts.map((chart): FigureBlock => ({ kind: "figure", ...chart }));

  begin("report");
  const document = composeReport({ ...contents, figures, methods: metrics });
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["report.html", encoder.encode(renderHtml(document))],
    ["report.docx", await renderDocx(document)],
    ["tables.xlsx", await renderXlsx(document)],
    ...figures.flatMap((figure): [string, Uint8Array][] => [
      [`charts/${figure.id}.svg`, encoder.encode(figure.svg)],
      [`charts/${figure.id}.png`, figure.png],
    ]),
    ["results.json", results],
  ]);
  const manifest = {
    tool: "pilot-eval",
    version,
    study: study.study.id,
    synthetic: study.study.synthetic,
    seed: study.study.seed,
    settings: { profile: contents.disclosure.profile, confidenceLevel: study.confidence_level },
    outputs: Object.fromEntries([...files].map(([name, bytes]) => [name, digest(bytes)])),
  };
  return files.set("manifest.json", encoder.encode(toJson(manifest)));
}

function tellWrong(wrong: readonly NotARelease[]): string {
  return wrong.map(({ place, expected }) => `${place}: ${expected}`).join("; ");
}
