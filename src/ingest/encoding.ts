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
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, reason: "text is Windows-1252 (not valid UTF-8)" };
  }
}
