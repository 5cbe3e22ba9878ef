import type { Cursor } from "./cursor.js";
import { cursorOver } from "./cursor.js";
import { SpssRefusal, cutShort, damaged } from "./refusal.js";

/** How the values are stored: 8 bytes each, one byte where that will do, or the latter packed again as in a zip. */
export type Compression = "none" | "bytecode" | "zlib";

/** What the first 176 bytes of a system file say. */
export interface Header {
  readonly littleEndian: boolean;
  readonly compression: Compression;
  /** Place of the weight variable among the variable records, from 1; 0 when there is none. */
  readonly weightIndex: number;
  /** Number of cases; null when the program that wrote the file did not know. */
  readonly cases: number | null;
  /** What is taken from a one-byte value to get its number; 100 in all files seen. */
  readonly bias: number;
}

const headerLength = 176;
const compressions: readonly Compression[] = ["none", "bytecode", "zlib"];

/**
 * Read the header and give the cursor that stands behind it.
 *
 * @throws SpssRefusal when the bytes are no system file, or of a kind that is not read
 */
export function readHeader(bytes: Uint8Array): { readonly header: Header; readonly cursor: Cursor } {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== "$FL2" && magic !== "$FL3") throw new SpssRefusal("not an SPSS .sav file");
  if (bytes.length < headerLength) throw cutShort("in its first lines");
  const littleEndian = isLittleEndian(bytes);
  const cursor = cursorOver(bytes, littleEndian, () => cutShort("in the description of its variables"));
  cursor.take(4 + 60 + 4 + 4);
  const stored = cursor.int32();
  const compression = compressions[stored];
  if (compression === undefined) {
    throw new SpssRefusal(`an unknown way of packing the data (${stored}): save it from SPSS as plain .sav`);
  }
  if ((compression === "zlib") !== (magic === "$FL3")) throw damaged("its first lines contradict each other");
  const weightIndex = cursor.int32();
  const declared = cursor.int32();
  if (declared < -1) throw damaged("a number of people below 0");
  const bias = cursor.float64();
  if (!Number.isFinite(bias)) throw damaged("its first lines hold no readable numbers");
  cursor.take(9 + 8 + 64 + 3);
  return {
    header: { littleEndian, compression, weightIndex, cases: declared < 0 ? null : declared, bias },
    cursor,
  };
}

/** The layout code is 2, or now and then 3: the byte order in which it is so is that of the file. */
function isLittleEndian(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const littleEndian of [true, false]) {
    if ([2, 3].includes(view.getInt32(64, littleEndian))) return littleEndian;
  }
  throw damaged("its first lines are not those of a .sav file");
}
