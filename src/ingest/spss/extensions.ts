import type { Cursor } from "./cursor.js";
import { cursorOver } from "./cursor.js";
import type { MissingValues } from "./missing-values.js";
import { SpssRefusal, damaged } from "./refusal.js";
import type { TextReader } from "./text.js";

/** Bytes of the extension records, by subtype. */
export type Extensions = ReadonlyMap<number, readonly Uint8Array[]>;

/** By name in capitals: names are compared without regard to case. */
type ByName<T> = ReadonlyMap<string, T>;

const largestNegative = -Number.MAX_VALUE;

/** All records of these subtypes, in the order of the file. */
export function bytesOf(extensions: Extensions, subtypes: readonly number[]): readonly Uint8Array[] {
  return subtypes.flatMap((subtype) => extensions.get(subtype) ?? []);
}

/** Subtypes 3 and 4: the code of the machine's characters, and its number for "no answer". */
export function readMachine(
  extensions: Extensions,
  littleEndian: boolean,
): { readonly characterCode: number | null; readonly systemMissing: number } {
  const [integers] = bytesOf(extensions, [3]);
  const [numbers] = bytesOf(extensions, [4]);
  let characterCode: number | null = null;
  if (integers) {
    const cursor = cursorOver(integers, littleEndian, () => damaged("the description of the machine"));
    cursor.take(16);
    const representation = cursor.int32();
    if (representation !== 1)
      throw new SpssRefusal("numbers of a mainframe: save it as .sav from SPSS on a desktop");
    cursor.take(8);
    characterCode = cursor.int32();
  }
  const systemMissing =
    numbers && numbers.length >= 8 ? cursorOver(numbers, littleEndian, () => damaged("")).float64() : null;
  return { characterCode, systemMissing: systemMissing ?? largestNegative };
}

/** Subtype 20: the name of the encoding, which goes before the machine's code. */
export function readEncodingName(extensions: Extensions): string | null {
  const [bytes] = bytesOf(extensions, [20]);
  return bytes === undefined ? null : String.fromCharCode(...bytes.subarray(0, 100)).replace(/\0+$/, "");
}

/** Subtype 13: the names that people see, by the short name of the variable record. */
export function readLongNames(extensions: Extensions, read: TextReader): ByName<string> {
  return new Map(pairs(bytesOf(extensions, [13]), read).filter(([, name]) => name !== ""));
}

/** Subtype 14: bytes of strings that are longer than 255, by short name. */
export function readVeryLongWidths(extensions: Extensions, read: TextReader): ByName<number> {
  return new Map(
    pairs(bytesOf(extensions, [14]), read).map(([name, text]) => {
      const width = /^\d{1,5}$/.test(text) ? Number(text) : 0;
      if (width < 1) throw damaged("the width of a long string variable");
      return [name, width];
    }),
  );
}

/** Subtype 16: the number of cases where it may be too many for the header. */
export function readManyCases(extensions: Extensions, littleEndian: boolean): number | null {
  const [bytes] = bytesOf(extensions, [16]);
  if (!bytes || bytes.length < 16) return null;
  const cursor = cursorOver(bytes, littleEndian, () => damaged("the number of cases"));
  cursor.take(8);
  const cases = cursor.int64();
  return cases < 0 ? null : cases;
}

/** Subtype 21: labels of the values of strings longer than 8 bytes. */
export function readStringLabels(
  extensions: Extensions,
  littleEndian: boolean,
  read: TextReader,
): ByName<ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const cursor of cursors(extensions, 21, littleEndian)) {
    while (cursor.left() > 0) {
      const name = read(sized(cursor)).toUpperCase();
      cursor.int32();
      const count = cursor.int32();
      if (count < 0 || count * 8 > cursor.left()) throw damaged("labels of a string variable");
      const labels = new Map<string, string>();
      for (let index = 0; index < count; index += 1) {
        const value = read(sized(cursor));
        labels.set(value, read(sized(cursor)));
      }
      found.set(name, labels);
    }
  }
  return found;
}

/** Subtype 22: missing values of strings longer than 8 bytes. */
export function readStringMissing(
  extensions: Extensions,
  littleEndian: boolean,
  read: TextReader,
): ByName<MissingValues> {
  const found = new Map<string, MissingValues>();
  for (const cursor of cursors(extensions, 22, littleEndian)) {
    while (cursor.left() > 0) {
      const name = read(sized(cursor)).toUpperCase();
      const count = cursor.take(1)[0]!;
      const length = cursor.int32();
      const values: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const bytes = cursor.take(length);
        // Old versions of PSPP wrote the length again before each value but the first.
        const again = index > 0 && length === 8 && bytes.subarray(0, 4).includes(0);
        values.push(read(again ? new Uint8Array([...bytes.subarray(4), ...cursor.take(4)]) : bytes));
      }
      found.set(name, { values, range: null });
    }
  }
  return found;
}

function cursors(extensions: Extensions, subtype: number, littleEndian: boolean): readonly Cursor[] {
  return bytesOf(extensions, [subtype]).map((bytes) =>
    cursorOver(bytes, littleEndian, () => damaged("the description of a string variable")),
  );
}

/** A length and as many bytes. */
function sized(cursor: Cursor): Uint8Array {
  return cursor.take(cursor.int32());
}

/** `SHORT=value` parted by tabs, with or without a NUL before each. */
function pairs(all: readonly Uint8Array[], read: TextReader): readonly (readonly [string, string])[] {
  return all.flatMap((bytes) =>
    read(bytes)
      .split(/\0?\t/)
      .map((pair) => pair.replace(/\0+$/, ""))
      .filter((pair) => pair.includes("="))
      .map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at).trim().toUpperCase(), pair.slice(at + 1).trim()] as const;
      }),
  );
}
