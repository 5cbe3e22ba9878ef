import { IssuesError } from "../core/issue.js";
import type { Issue } from "../core/issue.js";
import { brokenLink } from "../disclosure/ledger/chain.js";
import type { ChainedEntry } from "../disclosure/ledger/entry.js";
import type { StudyFolder } from "../study/load-study.js";
import { ledgerName } from "../ingest/folder.js";
import { toJsonByLine } from "./json.js";

/** The ledger of releases of a study, as it stands in its folder. */
export interface Ledger {
  readonly study: string;
  readonly entries: readonly ChainedEntry[];
  /** The bytes of the file as it was read, which another program may have converted; null where there is none. */
  readonly asRead: Uint8Array | null;
}

const notForRelease =
  "This file tells which people stand behind each release, as fingerprints. It stays with the raw data and is never sent.";

/** The bytes of `ledger.json`, one entry a line. */
export function ledgerBytes({ study, entries }: Omit<Ledger, "asRead">): Uint8Array {
  return toJsonByLine({
    "NOT FOR RELEASE": notForRelease,
    tool: "pilot-eval",
    study,
    registered: entries.length,
    last: entries.at(-1)?.digest ?? null,
    entries,
  });
}

/**
 * Read the ledger of a study's folder; one without entries where there is none.
 *
 * @throws IssuesError when it cannot be read, was edited, or is another study's
 */
export async function readLedger(folder: StudyFolder, study: string): Promise<Ledger> {
  const bytes = await folder.read(ledgerName);
  if (bytes === null) return { study, entries: [], asRead: null };
  return { study, entries: entriesOf(new TextDecoder().decode(bytes), study), asRead: bytes };
}

function entriesOf(text: string, study: string): readonly ChainedEntry[] {
  const found = parsed(text);
  if (found === null || !Array.isArray(found["entries"]))
    throw refused("cannot be read as a ledger of releases", "the file as pilot-eval wrote it", "other text");
  if (found["study"] !== study)
    throw refused(
      "is the ledger of another study",
      `the study ${study}`,
      `the study ${String(found["study"])}`,
    );
  const entries = found["entries"] as readonly ChainedEntry[];
  const broken = brokenLink(study, entries);
  if (broken !== null)
    throw refused(
      `entry ${broken}${nameOf(entries[broken - 1])} was edited, or one before it was taken out`,
      "the digest that was written with the entry",
      "another",
    );
  if (found["registered"] !== entries.length || found["last"] !== (entries.at(-1)?.digest ?? null))
    throw refused(
      "entries were taken from its end",
      `${String(found["registered"])} entries, as its head says`,
      `${entries.length}`,
    );
  return entries;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function nameOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const { kind, number, day } = entry as Partial<ChainedEntry>;
  if (typeof number !== "number" || typeof day !== "string") return "";
  return kind === "withdrawal"
    ? ` (release ${number} withdrawn on ${day})`
    : ` (release ${number} of ${day})`;
}

function refused(what: string, expected: string, found: string): IssuesError {
  const issue: Issue = {
    code: "ledger",
    severity: "error",
    at: { file: ledgerName },
    message: `${ledgerName}: ${what}`,
    expected,
    found,
    fix: "put back the copy that was kept with the raw data; without it, nobody can tell what the earlier releases showed",
  };
  return new IssuesError([issue]);
}
