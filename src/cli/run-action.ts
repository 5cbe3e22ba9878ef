import { join } from "node:path";
import { openFolder } from "../ingest/folder.js";
import { isInternalName } from "../run/internal-files.js";
import { run } from "../run/run.js";
import type { RunOutput } from "../run/run.js";
import { readShipped, readVersion } from "../run/shipped.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { readKeyFile } from "./key-file.js";
import { printFindings, summariseFindings } from "./print-findings.js";
import { showProgress } from "./progress.js";
import { refusePlaces } from "./refuse-places.js";
import { refuseByHand, swapIn } from "./write-folder.js";

/** Run the main job and write its two folders, whole or not at all. */
export async function runCommand(
  study: string,
  flags: {
    readonly out: string;
    readonly replace?: boolean;
    readonly json?: boolean;
    readonly keyFile?: string;
  },
  effects: Effects,
): Promise<number> {
  await refusePlaces(study, flags.out);
  const key = flags.keyFile === undefined ? null : await readKeyFile(flags.keyFile, [study, flags.out]);
  if (!flags.replace) await refuseByHand(flags.out, isInternalName);
  const progress = showProgress(effects);
  const output = await run(
    openFolder(study),
    await readShipped(),
    await readVersion(),
    progress.step,
    key,
  ).finally(progress.end);
  const { checked, evaluation, files } = output;
  if (!evaluation) {
    const errors = checked.findings.filter((finding) => finding.severity === "error");
    const where = "with `pilot-eval check --all`";
    for (const text of printFindings(errors, { width: effects.width ?? 80, where })) effects.talk(text);
    effects.talk(
      `Nothing was written: ${summariseFindings(checked.findings)}. \`pilot-eval check ${study} --all\` shows each; with \`--out <folder>\` it writes them for those who mend them.\n`,
    );
    return checked.study ? exitCodes.dataRefused : exitCodes.mustCorrect;
  }
  await swapIn(flags.out, files);
  effects.out(flags.json ? jsonSummary(output, flags.out) : textSummary(output, flags.out));
  return exitCodes.done;
}

const main = ["report.html", "report.docx", "tables.xlsx", "charts", "results.json", "manifest.json"];

function textSummary({ checked, evaluation }: RunOutput, out: string): string {
  const { study, released, summary, dataset } = evaluation!;
  const shown = released.results.filter((result) => result.kind === "estimate").length;
  const lines = [
    study.report.title,
    ...(study.study.synthetic ? ["Synthetic data: not real people or Trusts."] : []),
    `${count(study.trusts.length, "Trust")}, ${count(checked.tables.length, "table")} read, ${count(dataset.responses.length, "survey response")}.`,
    `Checks: ${summariseFindings(checked.findings)} (internal/findings.csv).`,
    ...resubmissions(checked).map((message) => `Sent again: ${message}.`),
    `Numbers in the ${summary.release === "refused" ? "report" : "release"}: ${shown}; held back to protect people: ${summary.heldBack}.`,
    ...(summary.joined.length
      ? [`Shown together because they are small: ${summary.joined.join("; ")}.`]
      : []),
    "",
    ...(summary.release === "refused" ? keptInside(summary.profile, out) : toSend(out)),
    "Not to send:",
    `  ${join(out, "internal")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function toSend(out: string): readonly string[] {
  return ["To send:", ...main.map((name) => `  ${join(out, "release", name)}`)];
}

/** A release of an earlier run stays as it is: this run made none that could take its place. */
function keptInside(profile: string, out: string): readonly string[] {
  return [
    `No release was written: profile ${profile} holds nothing back. An earlier ${join(out, "release")} stays as it was.`,
    `The report, for the evaluators alone: ${join(out, "internal", "report", "report.html")}`,
  ];
}

/** What each file that was sent again changes. */
function resubmissions({ findings }: RunOutput["checked"]): readonly string[] {
  return findings.flatMap((one) => ("rule" in one && one.rule === "resubmission" ? [one.message] : []));
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function jsonSummary({ checked, evaluation, files }: RunOutput, out: string): string {
  const { study, summary, dataset } = evaluation!;
  const value = {
    study: study.study.id,
    synthetic: study.study.synthetic,
    responses: dataset.responses.length,
    findings: checked.findings.length,
    sentAgain: resubmissions(checked),
    heldBack: summary.heldBack,
    release: summary.release,
    files: [...files.keys()].map((name) => join(out, name)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
