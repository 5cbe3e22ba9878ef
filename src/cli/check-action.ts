import { openFolder } from "../ingest/folder.js";
import { checkStudy } from "../run/check.js";
import { readShipped } from "../run/shipped.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { showProgress } from "./progress.js";
import { refusePlaces } from "./refuse-places.js";
import { printFindings, summariseFindings } from "./print-findings.js";

/** Check a study and print what was found: findings on standard output, the count on standard error. */
export async function checkCommand(
  study: string,
  flags: { readonly json?: boolean; readonly errors?: boolean },
  effects: Effects,
): Promise<number> {
  await refusePlaces(study);
  const progress = showProgress(effects);
  progress.step(1, 1, "reading and checking the files");
  const checked = await checkStudy(openFolder(study), await readShipped()).finally(progress.end);
  const shown = flags.errors ? checked.findings.filter((one) => one.severity === "error") : checked.findings;
  effects.out(flags.json ? `${JSON.stringify(shown, null, 2)}\n` : printFindings(shown));
  effects.talk(`${study}: ${summariseFindings(checked.findings)}\n`);
  if (!checked.study) {
    effects.talk(
      "study.yaml and codebook.csv come first: the Trusts' files were not read yet. Mend these and check again.\n",
    );
    return exitCodes.mustCorrect;
  }
  return checked.refused ? exitCodes.dataRefused : exitCodes.done;
}
