/** Which byte of a pair comes first in UTF-16. */
export type ByteOrder = "little-endian" | "big-endian";

/** How many bytes are looked at where there is no mark. */
const sample = 4000;

/**
 * Whether bytes are UTF-16: by the mark, else by where the NUL bytes are. In text of Latin letters every second byte is
 * NUL, in a file of any other kind they are not so regular. Null when they are no such text.
 *
 * @example findUtf16(new Uint8Array([0x41, 0, 0x2c, 0, 0x42, 0, 0x0a, 0])) // => { order: "little-endian", marked: false }
 */
export function findUtf16(bytes: Uint8Array): { readonly order: ByteOrder; readonly marked: boolean } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { order: "little-endian", marked: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { order: "big-endian", marked: true };
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const pairs = Math.min(bytes.length, sample) >> 1;
  let [first, second] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    const [one, other] = [bytes[2 * at]!, bytes[2 * at + 1]!];
    if (one === 0 && other === 0) return null;
    if (one === 0) first += 1;
    if (other === 0) second += 1;
  }
  if (first === 0 && second >= pairs * 0.6) return { order: "little-endian", marked: false };
  if (second === 0 && first >= pairs * 0.6) return { order: "big-endian", marked: false };
  return null;
}
