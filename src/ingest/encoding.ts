import { isUtf8 } from "node:buffer";

/** Text of a file, with the encoding it was read in and why. */
export interface DecodedText {
  readonly text: string;
  /** In words, for `Table.source.reasons`. */
  readonly reason: string;
}

/**
 * Turn bytes into text: by the byte-order mark when there is one, else UTF-8, else Windows-1252, which every byte
 * fits. The mark is not part of the text.
 *
 * @example decodeText(new Uint8Array([0x93, 0x41, 0x94])).text // => "“A”"
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder("utf-16le").decode(bytes), reason: "text is UTF-16 (little-endian mark)" };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder("utf-16be").decode(bytes), reason: "text is UTF-16 (big-endian mark)" };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, reason: marked ? "text is UTF-8 (byte-order mark)" : "text is UTF-8" };
  } catch {
    return { text: fromWindows1252(bytes), reason: "text is Windows-1252 (not valid UTF-8)" };
  }
}

/** The same text as `decodeText` gives, as bytes of UTF-8 without a mark: the file's own when they are that already. */
export function encodeUtf8(bytes: Uint8Array): { readonly utf8: Uint8Array; readonly reason: string } {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || !isUtf8(bytes)) {
    const { text, reason } = decodeText(bytes);
    return { utf8: new TextEncoder().encode(text), reason };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const { reason } = decodeText(bytes.subarray(0, marked ? 3 : 0));
  return { utf8: bytes.subarray(marked ? 3 : 0), reason };
}

/**
 * Bytes 0x80 to 0x9F of Windows-1252; all others are as in Unicode. Written out because the TextDecoder of some Node
 * versions reads this encoding as Latin-1 and loses the curly quotes.
 *
 * Source: https://encoding.spec.whatwg.org/#windows-1252
 */
const upperControls =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** Bytes as Windows-1252, which every byte fits. */
export function fromWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? upperControls[byte - 0x80] : String.fromCharCode(byte);
  }
  return text;
}
