import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ledgerName } from "../ingest/folder.js";
import { ledgerBytes } from "../run/ledger-file.js";
import type { Ledger } from "../run/ledger-file.js";
import { PersonError } from "./person-error.js";

/**
 * Write a study's ledger whole or not at all: beside it, then in its place.
 *
 * @param before the ledger as it was read
 * @returns what puts the ledger back as it was read
 * @throws PersonError when another run has written it since, or the folder cannot be written to
 */
export async function writeLedger(
  study: string,
  before: Ledger,
  after: Ledger,
): Promise<() => Promise<void>> {
  const path = join(study, ledgerName);
  const now = await readFile(path).catch(() => null);
  const { asRead } = before;
  if (now === null ? asRead !== null : asRead === null || Buffer.compare(now, asRead) !== 0)
    throw new PersonError(
      `${path}: changed while this command ran. Nothing was written or registered. Run it again.`,
    );
  const beside = `${path}.new`;
  const put = async (bytes: Uint8Array) => {
    await writeFile(beside, bytes);
    await rename(beside, path);
  };
  try {
    await put(ledgerBytes(after));
    return () => (asRead === null ? rm(path) : put(asRead));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new PersonError(
      `${path}: cannot be written${why}. Nothing was written or registered. Make the study folder writable, and run again.`,
    );
  }
}
