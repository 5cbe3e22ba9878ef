import { join } from "node:path";
import { programmeComponent, type PlanningAssumptions } from "../costs/estimate/assumptions.js";
import { pilotProblems } from "../costs/estimate/check-pilot.js";
import { withPilot } from "../costs/estimate/from-pilot.js";
import { readPilotRelease } from "../run/pilot-release.js";
import type { Component } from "../study/study.js";
import { checkInputs } from "../costs/estimate/check-inputs.js";
import { estimate } from "../costs/estimate/estimate.js";
import type { SelfAssessmentAnswer } from "../costs/estimate/inputs.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";
import type { EstimateReport } from "../estimate/estimate-report.js";
import { plainAnswer } from "../estimate/plain-answer.js";
import { writeEstimate } from "../estimate/outputs.js";
import { toJson } from "../run/json.js";
import { readPlanningAssumptions } from "../run/planning.js";
import { readShipped, readVersion } from "../run/shipped.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { openAsker } from "./ask.js";
import { hasProvision } from "./ask-provision.js";
import { askEstimate } from "./estimate-questions.js";
import { readFlags, type EstimateFlags } from "./estimate-flags.js";
import { printInputIssue, problemsOfGiven } from "./estimate-problems.js";
import { PersonError } from "./person-error.js";
import { readSelfAssessment } from "./self-assessment.js";
import { refuseEdited, swapInWithManifest } from "./write-estimate.js";

/** Estimate what an induction costs a Trust, print a short answer and write the files. */
export async function estimateCommand(given: EstimateFlags, effects: Effects): Promise<number> {
  const { components, figures } = await readShipped();
  const assumptions = await readAssumptions(given.from, components);
  const data: EstimateData = { assumptions, components, figures };
  const known = [...components.map(({ id }) => id), programmeComponent];
  const assessment =
    given.selfAssessment === undefined ? null : await readSelfAssessment(given.selfAssessment, known);
  const flags = await askIfNeeded(given, data, assessment, effects);
  const { inputs, problems } = readFlags(flags, data, assessment);
  const wrong = [...missingEssentials(flags), ...problems, ...checkInputs(inputs, data).map(printInputIssue)];
  if (wrong.length > 0) throw new PersonError(wrong.join("\n"));
  if (flags.out !== undefined && !flags.replace) await refuseEdited(flags.out);

  const version = await readVersion();
  const report = { estimate: estimate(inputs, data), data, version };
  const { files, lacking } =
    flags.out === undefined
      ? { files: new Map<string, Uint8Array>(), lacking: [] }
      : await writeEstimate(report);
  if (flags.out !== undefined) await swapInWithManifest(flags.out, files, version);
  for (const { name, why } of lacking) effects.talk(`${name} was not written: ${why}.\n`);
  const paths = [...files.keys()].map((name) => join(flags.out!, name));
  effects.out(flags.json ? jsonAnswer(report, paths) : plainAnswer(report, paths));
  return exitCodes.done;
}

/** The answer for another program; prices hour by hour are in estimate.json. */
function jsonAnswer({ estimate: { card, ...answer } }: EstimateReport, files: readonly string[]): string {
  const { year, pension, levy, hours } = card;
  return toJson({ answer, prices: { year, pension, levy, hours }, files });
}

/** Our assumptions, with a pilot's quantities in their place where its release is named. */
async function readAssumptions(
  from: string | undefined,
  components: readonly Component[],
): Promise<PlanningAssumptions> {
  const ours = await readPlanningAssumptions();
  if (from === undefined) return ours;
  const read = await readPilotRelease(
    from,
    components.map(({ id }) => id),
  );
  if ("refused" in read) throw new PersonError(`--from ${from}: ${read.refused}.`);
  const problems = pilotProblems(ours, read.pilot);
  if (problems.length > 0) throw new PersonError(problems.map((one) => `--from ${from}: ${one}`).join("\n"));
  return withPilot(ours, read.pilot, components);
}

/**
 * In a terminal, what is left open is asked for when an estimate cannot be made without it. Flags that will not do are
 * refused first, all at once.
 */
async function askIfNeeded(
  flags: EstimateFlags,
  data: EstimateData,
  assessment: Readonly<Record<string, SelfAssessmentAnswer>> | null,
  effects: Effects,
): Promise<EstimateFlags> {
  const complete = flags.imgs !== undefined && flags.pension !== undefined && hasProvision(flags);
  if (complete || flags.yes || effects.input === undefined) return flags;
  const wrong = [...severalProvisions(flags), ...problemsOfGiven(flags, data, assessment)];
  if (wrong.length > 0) throw new PersonError(wrong.join("\n"));
  const asker = openAsker(effects.input, effects.talk);
  try {
    return await askEstimate(flags, data, asker);
  } finally {
    asker.close();
  }
}

/** What an estimate cannot do without and nobody may choose for the Trust. */
function missingEssentials(flags: EstimateFlags): readonly string[] {
  return [
    ...(flags.imgs === undefined
      ? [
          "--imgs: expected the number of IMGs inducted in a year, found nothing\n    fix: give it, such as --imgs 20",
        ]
      : []),
    ...(provisionsOf(flags).length === 0
      ? [
          `${provisionFlags}: expected one of them, found none\n    fix: --all where the Trust provides every part`,
        ]
      : []),
    ...severalProvisions(flags),
  ];
}

const provisionFlags = "--all, --components, --have or --self-assessment";

function severalProvisions(flags: EstimateFlags): readonly string[] {
  return provisionsOf(flags).length > 1
    ? [`${provisionFlags}: expected one of them, found several\n    fix: give only one of them`]
    : [];
}

function provisionsOf({ all, components, have, selfAssessment }: EstimateFlags): readonly unknown[] {
  return [all, components, have, selfAssessment].filter((one) => one !== undefined && one !== false);
}
