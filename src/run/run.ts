import { invariant } from "../core/invariant.js";
import { priceReturns } from "../costs/trust-costs.js";
import { releaseJsonOf } from "../report/release-json.js";
import type { StudyFolder } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { checkReleased } from "./closed-world/check-closed-world.js";
import { refuseGivenAway } from "./attack-release.js";
import { checkStudy } from "./check.js";
import type { Checked, Progress } from "./check.js";
import { digestOfAll } from "./digest.js";
import { replaceCodes } from "./pseudonyms.js";
import { evaluateAfter, isolates } from "./evaluate-after.js";
import type { Besides, Earlier } from "./evaluate-after.js";
import type { Evaluation } from "./evaluate.js";
import { findingsFiles } from "./findings-files.js";
import { internalFiles } from "./internal-files.js";
import { reconciliationFiles } from "./reconciliation.js";
import { toJsonByLine } from "./json.js";
import { contentsOf } from "./release-contents.js";
import { renderRelease } from "./release-files.js";
import { readReferenceFiles } from "./shipped.js";
import type { Shipped } from "./shipped.js";
import { verifyBeforeReport } from "./verification.js";

/** What a run made: the checks, and, unless the data were refused, the evaluation and every file of the two folders. */
export interface RunOutput {
  readonly checked: Checked;
  readonly evaluation: Evaluation | null;
  /** What the release would tell beside those that went before; null when the data were refused. */
  readonly besides: Besides | null;
  /** Bytes by path: `release/...` may be sent, `internal/...` may not. Empty when data or release were refused. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const steps = [
  "reading and checking the files",
  "computing",
  "drawing charts",
  "writing the report",
] as const;

/** Nothing went before. */
const nothingEarlier: Earlier = { releases: [], withholdChanged: false, refuse: false };

/**
 * The main job: a study folder in, the evaluation report out. Nothing is written here; the caller has the files.
 *
 * @param key what link codes are replaced by; without one their pseudonyms hold for this run alone
 * @param earlierOf the releases of a study that went before, from its ledger
 */
export async function run(
  folder: StudyFolder,
  shipped: Shipped,
  version: string,
  progress: Progress = () => undefined,
  key: Uint8Array | null = null,
  earlierOf: (study: string) => Promise<Earlier> = () => Promise.resolve(nothingEarlier),
): Promise<RunOutput> {
  const begin = (step: number) => progress(step, steps.length, steps[step - 1]!);

  begin(1);
  const checked = await checkStudy(folder, shipped);
  if (checked.refused || !checked.study) {
    return { checked, evaluation: null, besides: null, files: new Map() };
  }

  const earlier = await earlierOf(checked.study.study.id);

  begin(2);
  const inputs = await inputBytes(folder, checked.study);
  const source = key
    ? ({ kind: "key", key } as const)
    : ({ kind: "inputs", digest: digestOfAll(inputs) } as const);
  const linked = replaceCodes(checked.study, checked.surveys, source);
  const { evaluation, besides } = evaluateAfter(checked, { ...checked, surveys: linked.surveys }, earlier);
  if (earlier.refuse && isolates(besides)) return { checked, evaluation, besides, files: new Map() };
  const { study } = evaluation;

  const priced = priceReturns(study, checked.returns, checked.cohorts, checked.figures);
  const verification = verifyBeforeReport(await readReferenceFiles());
  const contents = contentsOf(checked, evaluation, priced, verification, version);
  const results = toJsonByLine(releaseJsonOf(contents));
  if (evaluation.summary.release === "written") refuseGivenAway(results);
  const release = await renderRelease(results, (what) => begin(what === "charts" ? 3 : 4));
  if (evaluation.summary.release === "written") refuseLeaks(release);
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
  const folderOfReport = evaluation.summary.release === "refused" ? "internal/report" : "release";
  const report = [...release].map(([name, bytes]) => [`${folderOfReport}/${name}`, bytes] as const);
  return { checked, evaluation, besides, files: new Map([...report, ...internal]) };
}

/** Nothing leaves that results.json does not hold: a number that does is a bug of this program, and stops the run. */
function refuseLeaks(release: ReadonlyMap<string, Uint8Array>): void {
  const leaks = checkReleased(release).map(({ file, what }) => `${file}: ${what}`);
  invariant(leaks.length === 0, `the release would tell more than its results: ${leaks.join("; ")}`);
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
