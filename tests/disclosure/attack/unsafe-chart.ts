import { strFromU8, strToU8 } from "fflate";
import { drawCharts } from "../../../src/charts/draw-charts.js";
import { charts } from "../../../src/charts/index.js";
import type { DisclosureSummary } from "../../../src/disclosure/gate.js";
import type { Released } from "../../../src/disclosure/released.js";
import { releaseJsonOf } from "../../../src/report/release-json.js";
import type { Leak } from "../../../src/run/closed-world/check-files.js";
import { digest } from "../../../src/run/digest.js";
import { toJsonByLine } from "../../../src/run/json.js";
import { renderRelease } from "../../../src/run/release-files.js";
import { publicStudyOf } from "../../../src/study/public-study.js";
import type { Study } from "../../../src/study/study.js";
import type { GatedStudy } from "./weakened.js";

type GatedOfStudy = GatedStudy & { readonly study: Study; readonly summary: DisclosureSummary };

/**
 * A release as a renderer would write it that is given safe results, and beside them one number that is held back: in one of
 * its charts only, with a manifest that knows the chart. Null where no chart would show a number that is held back.
 */
export async function withUnsafeChart(
  gated: GatedOfStudy,
  version: string,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const { study } = gated;
  const unsafe = withOneMore(gated);
  if (unsafe === null) return null;
  const files = new Map(await renderRelease(resultsJsonOf(gated, version)));
  const manifest = JSON.parse(strFromU8(files.get("manifest.json")!)) as { outputs: Record<string, string> };
  for (const { id, svg } of await drawCharts(unsafe, publicStudyOf(study))) {
    const [name, bytes] = [`charts/${id}.svg`, strToU8(svg)];
    files.set(name, bytes);
    manifest.outputs[name] = digest(bytes);
  }
  return files.set("manifest.json", strToU8(JSON.stringify(manifest)));
}

/** The bytes of results.json of a study without costs. */
export function resultsJsonOf({ study, released, summary }: GatedOfStudy, version: string): Uint8Array {
  const family = { label: "Shares", methods: 1, cases: 1, values: 1, references: ["R"] };
  const verification = { closedForm: 1e-10, iterative: 1e-6, allMethods: 0, families: [family] };
  const contents = {
    ...{ study: publicStudyOf(study), released, disclosure: summary },
    ...{ rates: [], costPeriods: [], costFacts: null, verification, version },
  };
  return toJsonByLine(releaseJsonOf(contents));
}

/** Whether what was found is in a picture of a chart. */
export function isOfChart({ file }: Leak): boolean {
  return file.startsWith("charts/") && file.endsWith(".svg");
}

/** The release with the first of the held-back shares that a chart would show, as it was computed. */
function withOneMore({ study, released, computed }: GatedOfStudy): Released | null {
  const open = publicStudyOf(study);
  const full = new Map(computed.results.map((one) => [one.id, one]));
  const drawn = (shown: Released) => charts.map((chart) => JSON.stringify(chart.draw(shown, open)));
  const before = drawn(released);
  for (const { kind, id } of released.results) {
    const one = full.get(id);
    if (kind !== "suppressed" || one?.kind !== "estimate" || one.unit !== "proportion") continue;
    const results = released.results.map((shown) => (shown.id === id ? one : shown));
    const unsafe = { ...released, results };
    if (drawn(unsafe).some((text, place) => text !== before[place])) return unsafe;
  }
  return null;
}
