import { drawCharts } from "../charts/draw-charts.js";
import { metrics } from "../metrics/index.js";
import { priceReturns } from "../costs/trust-costs.js";
import { composeReport } from "../report/compose.js";
import type { FigureBlock } from "../report/document.js";
import { renderDocx } from "../report/docx.js";
import { renderHtml } from "../report/html.js";
import { costFactsOf } from "../report/cost-facts.js";
import { notesOfRates } from "../report/rate-notes.js";
import { renderXlsx } from "../report/xlsx.js";
import type { StudyFolder } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { checkStudy } from "./check.js";
import type { Checked, Progress } from "./check.js";
import { digestOfAll } from "./digest.js";
import { digestOfInputs } from "./digest-of-inputs.js";
import { replaceCodes } from "./pseudonyms.js";
import { evaluate } from "./evaluate.js";
import type { Evaluation } from "./evaluate.js";
import { findingsFiles } from "./findings-files.js";
import { internalFiles, keptInside } from "./internal-files.js";
import { reconciliationFiles } from "./reconciliation.js";
import { releaseFiles } from "./release-files.js";
import { readReferenceFiles } from "./shipped.js";
import type { Shipped } from "./shipped.js";
import { verifyBeforeReport } from "./verification.js";

/** What a run made: the checks, and, unless the data were refused, the evaluation and every file of the two folders. */
export interface RunOutput {
  readonly checked: Checked;
  readonly evaluation: Evaluation | null;
  /** Bytes by path: `release/...` may be sent, `internal/...` may not. Empty when the data were refused. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const steps = [
  "reading and checking the files",
  "computing",
  "drawing charts",
  "writing the report",
] as const;

/**
 * The main job: a study folder in, the evaluation report out. Nothing is written here; the caller has the files.
 *
 * @param key what link codes are replaced by; without one their pseudonyms hold for this run alone
 */
export async function run(
  folder: StudyFolder,
  shipped: Shipped,
  version: string,
  progress: Progress = () => undefined,
  key: Uint8Array | null = null,
): Promise<RunOutput> {
  const begin = (step: number) => progress(step, steps.length, steps[step - 1]!);

  begin(1);
  const checked = await checkStudy(folder, shipped);
  if (checked.refused || !checked.study) return { checked, evaluation: null, files: new Map() };

  begin(2);
  const inputs = await inputBytes(folder, checked.study);
  const source = key
    ? ({ kind: "key", key } as const)
    : ({ kind: "inputs", digest: digestOfAll(inputs) } as const);
  const linked = replaceCodes(checked.study, checked.surveys, source);
  const evaluation = evaluate({ ...checked, surveys: linked.surveys });
  const { study, released, summary } = evaluation;

  begin(3);
  const charts = await drawCharts(released, study);
  const figures = charts.map((chart): FigureBlock => ({ kind: "figure", ...chart }));

  begin(4);
  const priced = priceReturns(study, checked.returns, checked.cohorts, checked.figures);
  const document = composeReport({
    study,
    released,
    figures,
    methods: metrics,
    disclosure: summary,
    rates: notesOfRates(study, checked.figures, checked.returns),
    costPeriods: checked.returns.map(({ trust, from, to }) => ({ trust, from, to })),
    costFacts: costFactsOf(priced),
    verification: verifyBeforeReport(await readReferenceFiles()),
    version,
  });
  const rendered = {
    html: renderHtml(document),
    docx: await renderDocx(document),
    xlsx: await renderXlsx(document),
  };
  const release = releaseFiles(evaluation, figures, rendered, version, digestOfInputs(study, linked, inputs));
  const findings = await findingsFiles(checked, folder);
  const internal = internalFiles(
    checked,
    evaluation,
    version,
    new Map([...inputs, ...(await replacedBytes(folder, study))]),
    linked.people,
    findings,
    await reconciliationFiles(study, priced, checked.tables, evaluation.computed.results),
  );
  const report = summary.release === "refused" ? keptInside(release) : release;
  return { checked, evaluation, files: new Map([...report, ...internal]) };
}

/** The bytes of every input, by path: what the run's identity is made of. */
async function inputBytes(folder: StudyFolder, study: Study): Promise<ReadonlyMap<string, Uint8Array>> {
  const { unit_cost_table: table, price_index: index } = study.costing;
  const listed = new Set([
    "study.yaml",
    "codebook.csv",
    ...study.sources.map((source) => source.file),
    ...[table, index].flatMap((named) => named?.file ?? []),
  ]);
  return bytesOf(folder, (file) => listed.has(file) || file.startsWith("narrative/"));
}

/** The bytes of earlier files that others replace. Nothing is computed from them, and nothing released depends on them. */
async function replacedBytes(folder: StudyFolder, study: Study): Promise<ReadonlyMap<string, Uint8Array>> {
  const replaced = new Set(study.sources.flatMap(({ replaces = [] }) => replaces));
  return bytesOf(folder, (file) => replaced.has(file));
}

async function bytesOf(
  folder: StudyFolder,
  wanted: (file: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = (await folder.list()).filter(wanted);
  const entries = await Promise.all(files.map(async (file) => [file, await folder.read(file)] as const));
  return new Map(entries.flatMap(([file, bytes]) => (bytes ? [[file, bytes] as const] : [])));
}
