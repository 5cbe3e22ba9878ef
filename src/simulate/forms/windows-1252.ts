import { invariant } from "../../core/invariant.js";

/** Characters of Windows-1252 that stand elsewhere in Unicode, from byte 0x80. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Text as Windows-1252 bytes. Every character must exist there.
 *
 * @example [...windows1252("–é")] // => [0x96, 0xe9]
 */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const place = upper.indexOf(character);
    if (place !== -1) return 0x80 + place;
    const code = character.charCodeAt(0);
    invariant(
      code < 0x80 || (code >= 0xa0 && code <= 0xff),
      `no Windows-1252 byte for U+${code.toString(16)}`,
    );
    return code;
  });
}
