import { standingReleases } from "../disclosure/ledger/entry.js";
import { openFolder } from "../ingest/folder.js";
import { readCsvBytes } from "../ingest/csv.js";
import { readLedger } from "../run/ledger-file.js";
import type { Ledger } from "../run/ledger-file.js";
import { withdrawRelease } from "../run/register.js";
import { readShipped } from "../run/shipped.js";
import { loadStudy } from "../study/load-study.js";
import { IssuesError } from "../core/issue.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { PersonError } from "./person-error.js";
import { refusePlaces } from "./refuse-places.js";
import { today } from "./today.js";
import { writeLedger } from "./write-ledger.js";

/** List the ledger of a study, or withdraw one of its releases. */
export async function ledgerCommand(
  words: readonly string[],
  flags: { readonly json?: boolean; readonly reason?: string },
  effects: Effects,
): Promise<number> {
  if (words[0] === "withdraw") return withdraw(words.slice(1), flags, effects);
  if (words.length > 1)
    throw new PersonError(
      `pilot-eval ledger: expected one study folder or \`withdraw <study> <number>\`, found ${words.join(" ")}.`,
    );
  if (flags.reason !== undefined)
    throw new PersonError(
      '--reason goes with a withdrawal: pilot-eval ledger withdraw <study> <number> --reason "..."',
    );
  const ledger = await openLedger(words[0]!);
  effects.out(flags.json ? `${JSON.stringify(summaries(ledger), null, 2)}\n` : listText(ledger));
  return exitCodes.done;
}

async function withdraw(
  [study, number, ...rest]: readonly string[],
  { reason = "", json }: { readonly json?: boolean; readonly reason?: string },
  effects: Effects,
): Promise<number> {
  if (study === undefined || number === undefined || rest.length > 0)
    throw new PersonError(
      'Expected one study folder and one number: pilot-eval ledger withdraw <study> <number> --reason "..."',
    );
  if (reason.trim() === "")
    throw new PersonError(
      'A withdrawal needs its reason: why the release was never sent. Add --reason "..."; it is kept in the ledger.',
    );
  const ledger = await openLedger(study);
  const standing = standingReleases(ledger.entries);
  const release = standing.find((one) => String(one.number) === number);
  if (!release) {
    const isWithdrawn = ledger.entries.some(
      (one) => one.kind === "withdrawal" && String(one.number) === number,
    );
    if (isWithdrawn)
      throw new PersonError(
        `Release ${number} is already withdrawn. \`pilot-eval ledger ${study}\` says when, and why.`,
      );
    const numbers = standing.map((one) => one.number).join(", ");
    throw new PersonError(
      `Release ${number}: ${numbers === "" ? "no release is registered that could be withdrawn" : `expected one of ${numbers}`}. \`pilot-eval ledger ${study}\` lists them.`,
    );
  }
  await writeLedger(study, ledger, withdrawRelease(ledger, release.number, reason.trim(), today()));
  const told = { withdrawn: release.number, registered: release.day, reason: reason.trim() };
  effects.out(
    json
      ? `${JSON.stringify(told, null, 2)}\n`
      : `Release ${release.number} of ${release.day} is withdrawn. Later releases are not compared with it. The withdrawal stays in the ledger.\n`,
  );
  return exitCodes.done;
}

async function openLedger(study: string): Promise<Ledger> {
  await refusePlaces(study);
  const folder = openFolder(study);
  const loaded = await loadStudy(folder, await readShipped(), readCsvBytes);
  if (!loaded.study) throw new IssuesError(loaded.issues);
  return readLedger(folder, loaded.study.study.id);
}

interface Summary {
  readonly number: number;
  readonly day: string;
  readonly version: string;
  readonly profile: string;
  readonly shown: number;
  readonly heldBack: number;
  readonly withdrawn: { readonly day: string; readonly reason: string } | null;
}

function summaries({ study, entries }: Ledger): {
  readonly study: string;
  readonly releases: readonly Summary[];
} {
  const withdrawals = new Map(
    entries.flatMap((one) =>
      one.kind === "withdrawal" ? [[one.number, { day: one.day, reason: one.reason }] as const] : [],
    ),
  );
  const releases = entries.flatMap((one): readonly Summary[] => {
    if (one.kind === "withdrawal") return [];
    const values = Object.values(one.values).map(({ shown }) => shown);
    const { number, day, version, profile } = one;
    return [
      {
        number,
        day,
        version,
        profile,
        shown: values.filter((shown) => shown !== "[c]" && shown !== "[x]").length,
        heldBack: values.filter((shown) => shown === "[c]").length,
        withdrawn: withdrawals.get(number) ?? null,
      },
    ];
  });
  return { study, releases };
}

function listText(ledger: Ledger): string {
  const { study, releases } = summaries(ledger);
  if (releases.length === 0)
    return `No release of ${study} is registered. \`pilot-eval run <study> --out <folder> --final\` registers one.\nIf one was, ledger.json has been lost: put back the copy kept with the raw data.\n`;
  const lines = releases.map(
    ({ number, day, version, profile, shown, heldBack, withdrawn }) =>
      `  ${number}  ${day}  profile ${profile}, version ${version}: ${shown} numbers shown, ${heldBack} held back${
        withdrawn ? `\n     withdrawn on ${withdrawn.day}: ${withdrawn.reason}` : ""
      }`,
  );
  return `Releases of ${study}:\n${lines.join("\n")}\nKeep a copy of ledger.json with the raw data: nobody can tell from the folder that it was deleted.\n`;
}
