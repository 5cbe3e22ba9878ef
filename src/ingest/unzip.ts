import { Inflate } from "fflate";
import { formatNumber } from "../core/format.js";
import { limits, printBytes } from "../core/limits.js";
import { damaged } from "./xml.js";

/** A zip archive whose list of parts has been read; the parts themselves are unpacked when asked for. */
export interface Archive {
  /** Names of its parts, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part unpacked, or null when there is none. Throws a plain Error when the part is damaged or takes too much. */
  part(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the part's own header stands. */
  readonly offset: number;
}

/**
 * Read the list of parts of a zip archive. What the archive says of itself is not believed: a part must unpack to the
 * size and the checksum that the list gives, no two parts may share bytes, and all parts asked for together may not pass
 * the limit of unpacked bytes. Throws a plain Error, with a reason a person can act on.
 *
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.5.3 (PKWARE).
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  try {
    for (const entry of listEntries(view)) {
      if (entries.has(entry.name)) throw damaged();
      entries.set(entry.name, entry);
    }
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
  refuseOverlaps(view, [...entries.values()]);
  let unpacked = 0;
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith("/")),
    has: (name) => entries.has(name),
    part(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      unpacked += entry.size;
      if (unpacked > limits.unpackedBytes)
        throw new Error(`the workbook unpacks to more than ${printBytes(limits.unpackedBytes)}`);
      return unpack(view, entry);
    },
  };
}

const endMark = 0x06054b50;
const endLength = 22;
const listMark = 0x02014b50;
const partMark = 0x04034b50;

function listEntries(view: DataView): readonly Entry[] {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) {
    const large = Number(view.getBigUint64(end - 12, true));
    count = Number(view.getBigUint64(large + 32, true));
    at = Number(view.getBigUint64(large + 48, true));
  }
  if (count > limits.zipParts)
    throw new Error(`the workbook has more than ${formatNumber(limits.zipParts)} parts`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== listMark) throw damaged();
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new Error("the workbook has a password: save it without one");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const entry = {
      name: new TextDecoder().decode(bytesOf(view, at + 46, nameLength)).replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.push(withLargeSizes(view, entry, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw damaged();
}

/** Sizes past 4 GB stand in an extra field, in this order, only those that the entry itself leaves open. */
function withLargeSizes(view: DataView, entry: Entry, from: number, length: number): Entry {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const large = (small: number): number => {
      if (small !== 0xffffffff) return small;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const size = large(entry.size);
    const packedSize = large(entry.packedSize);
    return { ...entry, size, packedSize, offset: large(entry.offset) };
  }
  return entry;
}

/** Parts that share bytes let a small file unpack to a huge one. */
function refuseOverlaps(view: DataView, entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw damaged();
    end = entry.offset + 30 + entry.packedSize;
    if (end > view.byteLength) throw damaged();
  }
}

function unpack(view: DataView, entry: Entry): Uint8Array {
  if (view.getUint32(entry.offset, true) !== partMark) throw damaged();
  const from =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packedSize > view.byteLength) throw damaged();
  const packed = bytesOf(view, from, entry.packedSize);
  const out = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : null;
  if (out === null)
    throw new Error("the workbook is packed in a way that is not read: save it again as .xlsx");
  if (out.length !== entry.size || checksumOf(out) !== entry.checksum) throw damaged();
  return out;
}

const step = 65_536;
/** No deflated byte gives more (RFC 1951). */
const mostPerByte = 1032;

/** Unpack in small steps, and stop once more comes out than the archive says. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  if (size > (packed.length + 1) * mostPerByte) throw damaged();
  const out = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw damaged();
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += step) {
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    throw damaged();
  }
  return out.subarray(0, filled);
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip archives use it. */
function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = checksums[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function bytesOf(view: DataView, from: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, length);
}
