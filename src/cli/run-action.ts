import { join } from "node:path";
import { standingReleases } from "../disclosure/ledger/entry.js";
import { ledgerName, openFolder } from "../ingest/folder.js";
import { isolates } from "../run/evaluate-after.js";
import type { Earlier } from "../run/evaluate-after.js";
import { isInternalName } from "../run/internal-files.js";
import { readLedger } from "../run/ledger-file.js";
import type { Ledger } from "../run/ledger-file.js";
import { registerRelease } from "../run/register.js";
import type { Registered } from "../run/register.js";
import { run } from "../run/run.js";
import type { RunOutput } from "../run/run.js";
import { readShipped, readVersion } from "../run/shipped.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { readKeyFile } from "./key-file.js";
import { PersonError } from "./person-error.js";
import { printHiddenCosts } from "./print-hidden-costs.js";
import { printBesides } from "./print-besides.js";
import { printFindings, summariseFindings } from "./print-findings.js";
import { printUnsigned } from "./print-unsigned.js";
import { showProgress } from "./progress.js";
import { refusePlaces } from "./refuse-places.js";
import { refuseByHand, swapIn } from "./write-folder.js";
import { today } from "./today.js";
import { writeLedger } from "./write-ledger.js";

/** Run the main job and write its two folders, whole or not at all. */
export async function runCommand(
  study: string,
  flags: {
    readonly out: string;
    readonly replace?: boolean;
    readonly json?: boolean;
    readonly keyFile?: string;
    readonly final?: boolean;
    readonly withholdChanged?: boolean;
  },
  effects: Effects,
): Promise<number> {
  await refusePlaces(study, flags.out);
  const key = flags.keyFile === undefined ? null : await readKeyFile(flags.keyFile, [study, flags.out]);
  if (!flags.replace) await refuseByHand(flags.out, isInternalName);
  const progress = showProgress(effects);
  const folder = openFolder(study);
  const version = await readVersion();
  const read: { ledger?: Ledger } = {};
  const earlierOf = async (id: string): Promise<Earlier> => {
    read.ledger = await readLedger(folder, id);
    return {
      releases: standingReleases(read.ledger.entries),
      withholdChanged: flags.withholdChanged === true,
      refuse: flags.final === true,
    };
  };
  const shipped = { ...(await readShipped()), today: today() };
  const output = await run(folder, shipped, version, progress.step, key, earlierOf).finally(progress.end);
  const { checked, evaluation, besides, files } = output;
  if (!evaluation) {
    const errors = checked.findings.filter((finding) => finding.severity === "error");
    const where = "with `pilot-eval check --all`";
    for (const text of printFindings(errors, { width: effects.width ?? 80, where })) effects.talk(text);
    effects.talk(
      `Nothing was written: ${summariseFindings(checked.findings)}. \`pilot-eval check ${study} --all\` shows each; with \`--out <folder>\` it writes them for those who mend them.\n`,
    );
    return checked.study ? exitCodes.dataRefused : exitCodes.mustCorrect;
  }
  const besideEarlier = printBesides(besides!, evaluation.study, study, flags.final === true);
  const unsigned = flags.final ? printUnsigned(checked.findings) : "";
  if (flags.final && (unsigned === "" || isolates(besides!))) effects.talk(besideEarlier);
  effects.talk(unsigned);
  if (flags.final && evaluation.summary.release === "refused")
    throw new PersonError(
      "--final: the policy of study.yaml holds nothing back, so there is no release to register. Name another profile under disclosure.",
    );
  if (files.size === 0 || unsigned !== "") return exitCodes.dataRefused;
  if (!flags.final) {
    await swapIn(flags.out, files);
    effects.out(flags.json ? jsonSummary(output, flags.out, null) : textSummary(output, flags.out));
    effects.talk(besideEarlier);
    return exitCodes.done;
  }
  const ledger = read.ledger!;
  const registered = registerRelease(ledger, output, version, today());
  const register = () => writeLedger(study, ledger, registered.ledger);
  await swapIn(flags.out, files, registered.isNew ? register : undefined);
  effects.out(
    flags.json
      ? jsonSummary(output, flags.out, registered)
      : `${textSummary(output, flags.out)}${registeredWords(registered, study)}`,
  );
  return exitCodes.done;
}

function registeredWords({ entry, isNew }: Registered, study: string): string {
  return isNew
    ? `\nRegistered as release ${entry.number} in ${join(study, ledgerName)}, which is not to be sent.\n`
    : `\nThe same release as number ${entry.number}, registered on ${entry.day}: not registered again.\n`;
}

const main = ["report.html", "report.docx", "tables.xlsx", "charts", "results.json", "manifest.json"];

function textSummary({ checked, evaluation, besides }: RunOutput, out: string): string {
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
    ...printHiddenCosts(evaluation!),
    "",
    ...(summary.release === "refused" ? keptInside(summary.profile, out) : toSend(out, isolates(besides!))),
    "Not to send:",
    `  ${join(out, "internal")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function toSend(out: string, isRefused: boolean): readonly string[] {
  const title = isRefused ? "Not to send as it is, see the warning below:" : "To send:";
  return [title, ...main.map((name) => `  ${join(out, "release", name)}`)];
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

function jsonSummary(
  { checked, evaluation, besides, files }: RunOutput,
  out: string,
  registered: Registered | null,
): string {
  const { study, summary, dataset } = evaluation!;
  const value = {
    study: study.study.id,
    synthetic: study.study.synthetic,
    responses: dataset.responses.length,
    findings: checked.findings.length,
    sentAgain: resubmissions(checked),
    heldBack: summary.heldBack,
    release: summary.release,
    heldBackBesideEarlier: besides!.withheld.length,
    refusedWithFinal: isolates(besides!),
    ...(registered === null
      ? {}
      : { registeredAs: registered.entry.number, alreadyRegistered: !registered.isNew }),
    files: [...files.keys()].map((name) => join(out, name)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
