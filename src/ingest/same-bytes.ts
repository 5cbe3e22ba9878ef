import { looksLike } from "./bytes.js";

/** Whether two files hold the same, byte for byte; files without anything in them are not told apart by it. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length || a.some((byte, index) => byte !== b[index])) return false;
  return looksLike(a) !== "empty";
}
