import type { FileRead } from "./said.js";

/** Parts of a picture that hold its pixels and nothing else. */
const known = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** What a PNG file hides: words, times and whatever follows its end. */
export function readPng(file: string, bytes: Uint8Array): FileRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const foreign = [];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!known.includes(type)) foreign.push({ file, what: `the chunk ${type}` });
    at += 12 + view.getUint32(at);
    if (type === "IEND") break;
  }
  if (at !== bytes.length) foreign.push({ file, what: "bytes after the end of the picture" });
  return { said: [], foreign };
}
