/**
 * Bytes 0x80 to 0x9F of Windows-1252; all others are as in Unicode. Written out because the TextDecoder of some Node
 * versions reads this encoding as Latin-1 and loses the curly quotes.
 *
 * Source: https://encoding.spec.whatwg.org/#windows-1252
 */
const upperControls =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/**
 * Bytes 0x80 to 0xFF of Mac Roman, which Excel on a Mac writes as "CSV (Macintosh)".
 *
 * Source: https://encoding.spec.whatwg.org/#macintosh
 */
const macRoman =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
  "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** One byte of Windows-1252. */
export function fromWindows1252(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? upperControls[byte - 0x80]! : String.fromCharCode(byte);
}

/** One byte of Mac Roman. */
export function fromMacRoman(byte: number): string {
  return byte >= 0x80 ? macRoman[byte - 0x80]! : String.fromCharCode(byte);
}

/**
 * Whether bytes are Mac Roman rather than Windows-1252: an apostrophe within a word (`don’t`) is the byte of Mac Roman,
 * where Windows-1252 has Õ, and none is that of Windows-1252.
 *
 * @example looksMacRoman(new Uint8Array([0x6e, 0xd5, 0x74])) // => true
 */
export function looksMacRoman(bytes: Uint8Array): boolean {
  let found = false;
  for (let at = 1; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === 0x92) return false;
    if (bytes[at] === 0xd5 && isSmallLetter(bytes[at - 1]!) && isSmallLetter(bytes[at + 1]!)) found = true;
  }
  return found;
}

function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
