import type { SpssRefusal } from "./refusal.js";

/** A reading position in bytes; every step past the end is refused. */
export interface Cursor {
  /** Bytes already read. */
  at(): number;
  /** Bytes still to come. */
  left(): number;
  int32(): number;
  float64(): number;
  /** A whole number of 64 bits; not exact beyond 2^53, which no file here reaches. */
  int64(): number;
  /** The next bytes, not copied. */
  take(count: number): Uint8Array;
}

/** @param beyond the refusal when more is read than there is */
export function cursorOver(bytes: Uint8Array, littleEndian: boolean, beyond: () => SpssRefusal): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  const step = (count: number): number => {
    if (count < 0 || count > bytes.length - position) throw beyond();
    position += count;
    return position - count;
  };
  return {
    at: () => position,
    left: () => bytes.length - position,
    int32: () => view.getInt32(step(4), littleEndian),
    float64: () => view.getFloat64(step(8), littleEndian),
    int64: () => Number(view.getBigInt64(step(8), littleEndian)),
    take(count) {
      const from = step(count);
      return bytes.subarray(from, from + count);
    },
  };
}

/** Eight bytes as a number. */
export function numberOf(bytes: Uint8Array, littleEndian: boolean): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, littleEndian);
}
