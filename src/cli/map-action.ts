import { readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { IssuesError, hasErrors } from "../core/issue.js";
import { readCsvBytes } from "../ingest/csv.js";
import { openFolder } from "../ingest/folder.js";
import type { Proposal } from "../ingest/propose/propose.js";
import { proposeRows } from "../ingest/propose/propose.js";
import { readExport } from "../ingest/propose/read-export.js";
import { proposalCsv } from "../run/proposal-csv.js";
import { readShipped } from "../run/shipped.js";
import { loadStudy } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { PersonError } from "./person-error.js";
import { printProposal } from "./print-proposal.js";
import { refusePlaces } from "./refuse-places.js";

/** Read one export, propose codebook rows for its questions, and write them to a new file. */
export async function mapCommand(
  file: string,
  flags: {
    readonly study?: string;
    readonly wave?: readonly string[];
    readonly out: string;
    readonly json?: boolean;
  },
  effects: Effects,
): Promise<number> {
  if (!flags.json) await refuseExisting(flags.out);
  const study = flags.study === undefined ? null : await openStudy(flags.study);
  const waves = wavesOf(flags.wave, study);
  const { table, readAs, issues } = await readExport(basename(file), await readBytes(file));
  if (!table) throw new IssuesError(issues.filter((issue) => issue.severity === "error"));
  const proposal = proposeRows(table, study, waves);
  if (flags.json) {
    effects.out(`${JSON.stringify({ file: basename(file), readAs, ...proposal }, null, 2)}\n`);
    return exitCodes.done;
  }
  effects.out(printProposal(proposal));
  for (const { message } of issues) effects.talk(`${message}\n`);
  effects.talk(`${file}: read as ${readAs}; ${count(table.rows.length, "answered form")}\n`);
  await write(flags.out, proposal, effects);
  return exitCodes.done;
}

async function write(out: string, proposal: Proposal, effects: Effects): Promise<void> {
  if (proposal.rows.length === 0) {
    effects.talk("Nothing to propose: no file was written.\n");
    return;
  }
  await writeFile(out, proposalCsv(proposal.rows), { flag: "wx" });
  effects.talk(
    `${out}: ${count(proposal.rows.length, "row")} to confirm. Look at each, empty its last cell, and copy it into codebook.csv.\n`,
  );
}

function wavesOf(named: readonly string[] | undefined, study: Study | null): readonly string[] {
  const known = study?.waves.map((wave) => wave.id) ?? null;
  const strange = known && named?.find((wave) => !known.includes(wave));
  if (strange) {
    throw new PersonError(`--wave ${strange}: not a wave of the study. Name one of ${known.join(", ")}.`);
  }
  return named ?? known ?? ["wave1"];
}

async function openStudy(folder: string): Promise<Study> {
  await refusePlaces(folder);
  const { study, issues } = await loadStudy(openFolder(folder), await readShipped(), readCsvBytes);
  if (!study || hasErrors(issues))
    throw new IssuesError(issues.filter((issue) => issue.severity === "error"));
  return study;
}

async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new PersonError(`${file}: expected a survey export, found nothing of that name.`);
  if (!found.isFile())
    throw new PersonError(`${file}: expected a survey export, found a folder. Name one file.`);
  return new Uint8Array(await readFile(file));
}

async function refuseExisting(out: string): Promise<void> {
  const found = await stat(out).catch(() => null);
  if (found)
    throw new PersonError(`--out ${out}: is there already and may have been worked on. Name another file.`);
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
