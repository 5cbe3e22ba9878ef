import { openFolder } from "../ingest/folder.js";
import { checkStudy } from "../run/check.js";
import type { Checked } from "../run/check.js";
import { readShipped } from "../run/shipped.js";
import type { Shipped } from "../run/shipped.js";
import { withProfile } from "../run/undecided-study.js";
import { whatIf } from "../run/what-if.js";
import { nearest } from "../study/nearest.js";
import { profileNames } from "../study/schema-disclosure.js";
import type { DeclaredDisclosure } from "../study/schema-disclosure.js";
import type { Study } from "../study/study.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { PersonError } from "./person-error.js";
import { printFindings, summariseFindings } from "./print-findings.js";
import { printWhatIf } from "./print-what-if.js";
import { showProgress } from "./progress.js";
import { kindOf, refusePlaces } from "./refuse-places.js";

type Profile = DeclaredDisclosure["profile"];

/**
 * What each of some profiles would show and hide of a study, before one is chosen: counts of numbers, and no number. Nothing is
 * written. A study that has not chosen yet, or whose choice is refused, is looked at all the same.
 *
 * @param profiles names with commas between, or `all`
 */
export async function whatIfCommand(
  profiles: string,
  folders: readonly string[],
  flags: { readonly json?: boolean },
  effects: Effects,
): Promise<number> {
  const asked = profiles.split(",").map((name) => name.trim());
  await refuseFolderForProfile(profiles);
  refuseUnknown(asked);
  const [folder, ...others] = folders;
  if (folder === undefined || others.length > 0)
    throw new PersonError(
      `--what-if ${profiles}: expected one study folder after it, found ${folders.length === 0 ? "none" : folders.join(" and ")}. Write: pilot-eval audit --what-if ${profiles} ${folder ?? "my-study"}`,
    );
  await refusePlaces(folder, undefined);
  const progress = showProgress(effects);
  try {
    progress.step(1, 2, "reading and checking the files");
    const checked = await checkUndecided(folder, await readShipped());
    const { study } = checked;
    if (checked.refused || !study) {
      progress.end();
      const errors = checked.findings.filter((finding) => finding.severity === "error");
      for (const text of printFindings(errors, { width: effects.width ?? 80 })) effects.talk(text);
      effects.talk(`Nothing can be computed yet: ${summariseFindings(checked.findings)}.\n`);
      return study ? exitCodes.dataRefused : exitCodes.mustCorrect;
    }
    progress.step(2, 2, "passing the gate under each profile");
    const told = namesOf(asked, study).map((profile) => whatIf(checked, study, profile));
    progress.end();
    effects.out(flags.json ? `${JSON.stringify(told, null, 2)}\n` : printWhatIf(told, study));
    return exitCodes.done;
  } finally {
    progress.end();
  }
}

/** The study folder alone, where the profile was left out. */
async function refuseFolderForProfile(profiles: string): Promise<void> {
  if ((await kindOf(profiles)) !== "folder") return;
  if ([...profileNames, "own", "all"].some((name) => name === profiles)) return;
  throw new PersonError(
    `--what-if: expected the name of a profile, found the folder ${profiles}. Write: pilot-eval audit --what-if all ${profiles}`,
  );
}

function refuseUnknown(asked: readonly string[]): void {
  const known = [...profileNames, "own", "all"];
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const told = unknown.map((name) => {
    const near = nearest(name, known);
    return `--what-if: there is no profile "${name}"${near ? `; did you mean ${near}?` : ""}`;
  });
  throw new PersonError(
    `${told.join("\n")}\nThe profiles are ${profileNames.join(", ")}, own, or all for each.`,
  );
}

function namesOf(asked: readonly string[], study: Study): readonly Profile[] {
  const hasOwn = study.disclosure.own !== undefined;
  if (asked.includes("own") && !hasOwn)
    throw new PersonError("--what-if own: study.yaml has no own numbers; write them under disclosure: own:");
  const every: readonly Profile[] = [...profileNames, ...(hasOwn ? (["own"] as const) : [])];
  return asked.includes("all") ? every : every.filter((name) => asked.includes(name));
}

/** The study as it stands; where only its policy is not chosen or refused, as if `pilot` had been chosen. */
async function checkUndecided(folder: string, shipped: Shipped): Promise<Checked> {
  const asItStands = await checkStudy(openFolder(folder), shipped);
  if (!asItStands.refused) return asItStands;
  const undecided = await withProfile(openFolder(folder), "pilot");
  const checked = await checkStudy(undecided.folder, shipped);
  if (checked.refused || checked.study === null) return asItStands;
  const { promise } = undecided;
  const disclosure = { ...checked.study.disclosure, ...(promise === null ? {} : { promise }) };
  return { ...checked, study: { ...checked.study, disclosure } };
}
