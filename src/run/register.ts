import { addEntry } from "../disclosure/ledger/chain.js";
import { standingReleases } from "../disclosure/ledger/entry.js";
import type { ReleaseEntry } from "../disclosure/ledger/entry.js";
import { digest } from "./digest.js";
import type { Ledger } from "./ledger-file.js";
import type { RunOutput } from "./run.js";

/** A ledger with a release in it: a new entry, or the earlier one that has the same bytes in every file. */
export interface Registered {
  readonly ledger: Ledger;
  readonly entry: ReleaseEntry;
  readonly isNew: boolean;
}

/**
 * Register what a run made. The same bytes again are the same release, and are not registered twice.
 *
 * @param day year-month-day
 */
export function registerRelease(
  ledger: Ledger,
  { files, evaluation, besides }: RunOutput,
  version: string,
  day: string,
): Registered {
  const released = [...files].filter(([name]) => name.startsWith("release/"));
  const digests = Object.fromEntries(
    released.map(([name, bytes]) => [name.slice("release/".length), digest(bytes)]),
  );
  const same = standingReleases(ledger.entries).find(
    (one) => JSON.stringify(one.files) === JSON.stringify(digests),
  );
  if (same) return { ledger, entry: same, isNew: false };
  const entry: ReleaseEntry = {
    kind: "release",
    number: nextNumber(ledger),
    day,
    version,
    profile: evaluation!.summary.profile,
    files: digests,
    ...besides!.compared,
  };
  const entries = addEntry(ledger.study, ledger.entries, entry);
  return { ledger: { ...ledger, entries }, entry, isNew: true };
}

/** A ledger in which a release is withdrawn. */
export function withdrawRelease(ledger: Ledger, number: number, reason: string, day: string): Ledger {
  const entry = { kind: "withdrawal", number, day, reason } as const;
  return { ...ledger, entries: addEntry(ledger.study, ledger.entries, entry) };
}

function nextNumber({ entries }: Ledger): number {
  return 1 + entries.filter(({ kind }) => kind === "release").length;
}
