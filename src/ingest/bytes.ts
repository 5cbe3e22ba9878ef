import { findUtf16 } from "./utf16.js";

/** What a file is by its content, whatever its name says. */
export type FileKind =
  | "empty"
  | "workbook"
  | "old workbook"
  | "spss"
  | "portable spss"
  | "locked spss"
  | "zip"
  | "pdf"
  | "html"
  | "binary"
  | "text";

const starts: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "spss", bytes: [0x24, 0x46, 0x4c, 0x32] },
  { kind: "spss", bytes: [0x24, 0x46, 0x4c, 0x33] },
  { kind: "spss", bytes: [0x5b, 0xc6, 0xd3, 0xf2] },
  { kind: "old workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];
const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * What a file looks like from its bytes. An .xlsx workbook is a zip that holds `xl/`; text with NUL bytes
 * that is no UTF-16 is `binary`; only white space, with or without a byte-order mark, is `empty`.
 *
 * @example looksLike(new TextEncoder().encode("ID,Start time\n")) // => "text"
 */
export function looksLike(bytes: Uint8Array): FileKind {
  const start = starts.find((each) => startsWith(bytes, each.bytes));
  if (start?.kind === "zip") return holdsText(bytes, "xl/") ? "workbook" : "zip";
  if (start) return start.kind;
  if (/^ENCRYPTED(?:SAV|POR)/.test(latinText(bytes, 8, 20))) return "locked spss";
  if (holdsPortableMark(bytes)) return "portable spss";
  const utf16 = findUtf16(bytes);
  if (utf16) {
    const text = bytes.subarray(utf16.marked ? 2 : 0);
    return text.every((byte) => byte === 0 || isSpace(byte)) ? "empty" : "text";
  }
  if (bytes.subarray(startsWith(bytes, utf8Mark) ? utf8Mark.length : 0).every(isSpace)) return "empty";
  if (bytes.includes(0)) return "binary";
  const head = latinText(bytes, 0, 300).toLowerCase();
  return /^(?:ï»¿)?\s*(?:<!doctype html|<html|<head|<table)/.test(head) ? "html" : "text";
}

/** A portable file names itself after 200 bytes of titles and 256 of its alphabet, line ends apart. */
function holdsPortableMark(bytes: Uint8Array): boolean {
  return latinText(bytes, 0, 520)
    .replace(/[\r\n]/g, "")
    .startsWith("SPSSPORT", 456);
}

function latinText(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

function holdsText(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].map((character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
