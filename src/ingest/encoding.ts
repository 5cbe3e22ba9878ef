import { isUtf8 } from "node:buffer";
import { fromMacRoman, fromWindows1252, looksMacRoman } from "./single-byte.js";
import { findUtf16 } from "./utf16.js";

/** Text of a file, with the encoding it was read in and why. */
export interface DecodedText {
  readonly text: string;
  /** In words, for `Table.source.reasons`. */
  readonly reason: string;
}

/**
 * Turn bytes into text: by the byte-order mark when there is one, by the NUL bytes of UTF-16, else UTF-8, else Mac Roman
 * where an apostrophe shows it, else Windows-1252, which every byte fits. Characters of UTF-8 among bytes of
 * Windows-1252 are read as what they are, as files put together from two others hold them. A mark is not part of the text.
 *
 * @example decodeText(new Uint8Array([0x93, 0x41, 0x94])).text // => "“A”"
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = findUtf16(bytes);
  if (utf16) {
    const text = new TextDecoder(utf16.order === "little-endian" ? "utf-16le" : "utf-16be").decode(bytes);
    const how = utf16.marked ? "mark" : "without a mark, by its NUL bytes";
    return { text, reason: `text is UTF-16 (${utf16.order} ${how})` };
  }
  if (isUtf8(bytes)) {
    const text = new TextDecoder("utf-8").decode(bytes);
    return { text, reason: hasMark(bytes) ? "text is UTF-8 (byte-order mark)" : "text is UTF-8" };
  }
  if (looksMacRoman(bytes)) {
    let text = "";
    for (const byte of bytes) text += fromMacRoman(byte);
    return { text, reason: "text is Mac Roman (not valid UTF-8, an apostrophe of Mac Roman)" };
  }
  return mixed(bytes);
}

/** The same text as `decodeText` gives, as bytes of UTF-8 without a mark: the file's own when they are that already. */
export function encodeUtf8(bytes: Uint8Array): { readonly utf8: Uint8Array; readonly reason: string } {
  if (findUtf16(bytes) || !isUtf8(bytes)) {
    const { text, reason } = decodeText(bytes);
    return { utf8: new TextEncoder().encode(text), reason };
  }
  const marked = hasMark(bytes);
  const { reason } = decodeText(bytes.subarray(0, marked ? 3 : 0));
  return { utf8: bytes.subarray(marked ? 3 : 0), reason };
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Windows-1252, but sequences that are whole characters of UTF-8 are those. */
function mixed(bytes: Uint8Array): DecodedText {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let wide = 0;
  let plainFrom = hasMark(bytes) ? 3 : 0;
  for (let at = plainFrom; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue;
    text += decoder.decode(bytes.subarray(plainFrom, at));
    const length = wideLength(bytes, at);
    if (length > 1) wide += 1;
    text += length > 1 ? decoder.decode(bytes.subarray(at, at + length)) : fromWindows1252(bytes[at]!);
    at += length - 1;
    plainFrom = at + 1;
  }
  text += decoder.decode(bytes.subarray(plainFrom));
  const reason =
    wide > 0
      ? `text is Windows-1252 and UTF-8 mixed (${wide} ${wide === 1 ? "character" : "characters"} of UTF-8)`
      : "text is Windows-1252 (not valid UTF-8)";
  return { text, reason };
}

/** Bytes of the character of UTF-8 that begins here; 1 when none of more bytes does. */
function wideLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 1;
}
