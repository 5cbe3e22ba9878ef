import { unzlibSync } from "fflate";
import { cursorOver } from "./cursor.js";
import { cutShort, damaged, tooLarge } from "./refusal.js";

/** Most bytes that packed data may unpack to. */
const mostUnpacked = 600_000_000;
/** No deflated block unpacks to more than this many times its size. */
const mostTimes = 1040;

interface Block {
  readonly from: number;
  readonly packed: number;
  readonly unpacked: number;
}

/**
 * The data of a .zsav file as the bytecode that was packed. Sizes are checked before anything is unpacked, and the
 * checksum of every block after it.
 *
 * @param bytes the whole file
 * @param from where the data start
 */
export function unpackBlocks(bytes: Uint8Array, from: number, littleEndian: boolean): Uint8Array {
  const blocks = readBlocks(bytes, from, littleEndian);
  const total = blocks.reduce((sum, block) => sum + block.unpacked, 0);
  if (total > mostUnpacked) throw tooLarge("the data unpack to more than 600 MB");
  const all = new Uint8Array(total);
  let at = 0;
  for (const { from: start, packed, unpacked } of blocks) {
    unpackOne(bytes.subarray(start, start + packed), all.subarray(at, at + unpacked));
    at += unpacked;
  }
  return all;
}

/** The list of blocks at the end of the file: each must follow the one before, and the last end where the list starts. */
function readBlocks(bytes: Uint8Array, from: number, littleEndian: boolean): readonly Block[] {
  const ends = () => cutShort("before the list of its parts");
  const header = cursorOver(bytes.subarray(from), littleEndian, ends);
  const [headerAt, trailerAt, trailerLength] = [header.int64(), header.int64(), header.int64()];
  if (headerAt !== from || trailerAt < from + 24 || trailerLength < 24)
    throw damaged("the list of its parts");
  if (trailerAt + trailerLength > bytes.length) throw ends();
  const trailer = cursorOver(bytes.subarray(trailerAt, trailerAt + trailerLength), littleEndian, ends);
  trailer.take(8 + 8 + 4);
  const count = trailer.int32();
  if (count < 0 || trailerLength !== 24 + 24 * count) throw damaged("the list of its parts");
  let next = from + 24;
  const blocks = Array.from({ length: count }, (): Block => {
    trailer.take(8);
    const [start, unpacked, packed] = [trailer.int64(), trailer.int32(), trailer.int32()];
    const fits = start === next && packed >= 0 && unpacked >= 0 && unpacked <= packed * mostTimes;
    if (!fits) throw damaged("the list of its parts");
    next = start + packed;
    return { from: start, packed, unpacked };
  });
  if (next !== trailerAt) throw damaged("the list of its parts");
  return blocks;
}

function unpackOne(packed: Uint8Array, out: Uint8Array): void {
  let written: Uint8Array;
  try {
    written = unzlibSync(packed, { out });
  } catch {
    throw damaged("a packed part of the data");
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (written.length !== out.length || view.getUint32(packed.length - 4) !== adler32(out)) {
    throw damaged("a packed part of the data");
  }
}

/** Checksum of a zlib stream. Source: RFC 1950, section 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  // 5552 is the most bytes whose sums stay below 2^32 before the remainder is taken.
  for (let from = 0; from < bytes.length; from += 5552) {
    const end = Math.min(bytes.length, from + 5552);
    for (let at = from; at < end; at += 1) {
      low += bytes[at]!;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}
