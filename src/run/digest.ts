import { createHash } from "node:crypto";

/** SHA-256 of some bytes, in hexadecimal. */
export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** One digest of many files: of their names and digests, in the order of their names. */
export function digestOfAll(files: ReadonlyMap<string, Uint8Array>): string {
  const lines = [...files].map(([name, bytes]) => `${name} ${digest(bytes)}\n`).sort();
  return digest(lines.join(""));
}
