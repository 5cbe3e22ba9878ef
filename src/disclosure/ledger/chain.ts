import { createHash } from "node:crypto";
import type { ChainedEntry, LedgerEntry } from "./entry.js";

/** The entries with one more, whose digest covers it and the one before. The first covers the study's id. */
export function addEntry(
  study: string,
  entries: readonly ChainedEntry[],
  entry: LedgerEntry,
): readonly ChainedEntry[] {
  const before = entries.at(-1)?.digest ?? firstLink(study);
  return [...entries, { ...entry, digest: digestOf(before, entry) }];
}

/**
 * The place of the first entry whose digest does not fit, counted from 1; null when the chain is whole. Entries are taken as
 * they stand in the file.
 */
export function brokenLink(study: string, entries: readonly unknown[]): number | null {
  let before = firstLink(study);
  for (const [index, entry] of entries.entries()) {
    if (typeof entry !== "object" || entry === null) return index + 1;
    const { digest, ...rest } = entry as Record<string, unknown>;
    if (digest !== digestOf(before, rest)) return index + 1;
    before = digest;
  }
  return null;
}

function firstLink(study: string): string {
  return createHash("sha256").update(`ledger of ${study}`).digest("hex");
}

function digestOf(before: string, entry: object): string {
  return createHash("sha256")
    .update(`${before}\n${JSON.stringify(entry)}`)
    .digest("hex");
}
