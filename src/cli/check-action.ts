import { join } from "node:path";
import type { Explanation } from "../ingest/explanation.js";
import { openFolder } from "../ingest/folder.js";
import { checkStudy } from "../run/check.js";
import { findingsFiles } from "../run/findings-files.js";
import { findingsJson } from "../run/findings-json.js";
import { inPieces } from "../run/pieces.js";
import { readShipped } from "../run/shipped.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { readKeyFile } from "./key-file.js";
import { showProgress } from "./progress.js";
import { today } from "./today.js";
import { refusePlaces } from "./refuse-places.js";
import { printExplanations } from "./print-explanations.js";
import { printFindings, summariseFindings } from "./print-findings.js";
import { refuseFindingsFolder, writeFindingsFolder } from "./write-findings-folder.js";

/**
 * Check a study and print what was found: findings on standard output, or in their place how each survey file was read;
 * the count of findings on standard error.
 */
export async function checkCommand(
  study: string,
  flags: {
    readonly all?: boolean;
    readonly errors?: boolean;
    readonly explainDetection?: boolean;
    readonly json?: boolean;
    readonly keyFile?: string;
    readonly out?: string;
  },
  effects: Effects,
): Promise<number> {
  const { out } = flags;
  await refusePlaces(study, out);
  if (flags.keyFile !== undefined)
    await readKeyFile(flags.keyFile, out === undefined ? [study] : [study, out]);
  if (out !== undefined) await refuseFindingsFolder(out);
  const progress = showProgress(effects);
  progress.step(1, 1, "reading and checking the files");
  const folder = openFolder(study);
  const checked = await checkStudy(folder, { ...(await readShipped()), today: today() }).finally(
    progress.end,
  );
  const shown = flags.errors ? checked.findings.filter((one) => one.severity === "error") : checked.findings;
  const view = { width: effects.width ?? 80, all: flags.all === true };
  const where = out === undefined ? "with --all" : `in ${join(out, "findings.csv")}`;
  if (flags.explainDetection) effects.out(tellDetection(checked.explanations, flags.json === true));
  else {
    const texts = flags.json ? findingsJson(shown) : printFindings(shown, { ...view, where });
    for (const piece of inPieces(texts)) effects.out(piece);
  }
  effects.talk(`${study}: ${summariseFindings(checked.findings)}\n`);
  if (out !== undefined) {
    await writeFindingsFolder(out, await findingsFiles(checked, folder));
    effects.talk(`Written to ${out}. Not for release.\n`);
  }
  if (!checked.study) {
    effects.talk(
      "study.yaml and codebook.csv come first: the Trusts' files were not read yet. Mend these and check again.\n",
    );
    return exitCodes.mustCorrect;
  }
  return checked.refused ? exitCodes.dataRefused : exitCodes.done;
}

function tellDetection(explanations: readonly Explanation[], asJson: boolean): string {
  return asJson ? `${JSON.stringify(explanations, null, 2)}\n` : printExplanations(explanations);
}
