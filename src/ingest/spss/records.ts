import type { Cursor } from "./cursor.js";
import { damaged, tooLarge } from "./refusal.js";

/** One variable record: a variable, or 8 more bytes of the string before it (width -1). Text is not decoded yet. */
export interface VariableRecord {
  readonly name: Uint8Array;
  readonly label: Uint8Array | null;
  /** 0 for a number, bytes for a string of up to 255, -1 for a continuation. */
  readonly width: number;
  readonly print: PrintFormat;
  /** 8 bytes each, to be read by the variable's kind. */
  readonly missing: readonly Uint8Array[];
  /** Whether the first two of `missing` are the ends of a range. */
  readonly missingRange: boolean;
}

/** How SPSS shows a value: the format's number, and its decimals. */
export interface PrintFormat {
  readonly type: number;
  readonly decimals: number;
}

/** Labels of values and the variables they hold for, by place among the variable records from 1. */
export interface ValueLabelRecord {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly variables: readonly number[];
}

/** The dictionary as it stands in the file, cut into records. */
export interface Records {
  readonly variables: readonly VariableRecord[];
  readonly valueLabels: readonly ValueLabelRecord[];
  /** Bytes of the extension records, by subtype; of two of one subtype both. */
  readonly extensions: ReadonlyMap<number, readonly Uint8Array[]>;
}

/** Most variable records that are read: a string takes one for each 8 bytes. */
const mostRecords = 200_000;
const endOfDictionary = 999;

/**
 * Read the records between header and data. Extension records of any kind are kept as bytes; documents (free notes) are
 * passed over.
 *
 * Source: the PSPP developers' description, "System File Format".
 */
export function readRecords(cursor: Cursor): Records {
  const variables: VariableRecord[] = [];
  const valueLabels: ValueLabelRecord[] = [];
  const extensions = new Map<number, Uint8Array[]>();
  for (;;) {
    const from = cursor.at();
    const type = cursor.int32();
    if (type === 2) {
      if (variables.length >= mostRecords) throw tooLarge("the file has more variables than are read");
      variables.push(readVariableRecord(cursor));
    } else if (type === 3) valueLabels.push(readValueLabels(cursor));
    else if (type === 6) cursor.take(countOf(cursor, "lines of notes") * 80);
    else if (type === 7) {
      const subtype = cursor.int32();
      const size = countOf(cursor, "bytes in a description");
      const bytes = cursor.take(size * countOf(cursor, "parts of a description"));
      extensions.set(subtype, [...(extensions.get(subtype) ?? []), bytes]);
    } else if (type === endOfDictionary) {
      cursor.take(4);
      return { variables, valueLabels, extensions };
    } else throw damaged(`an unknown part (${type}) at byte ${from}`);
  }
}

function readVariableRecord(cursor: Cursor): VariableRecord {
  const width = cursor.int32();
  if (width < -1 || width > 255) throw damaged(`a variable of ${width} bytes`);
  const labelled = cursor.int32();
  if (labelled !== 0 && labelled !== 1) throw damaged("a variable that neither has a label nor has none");
  const missingCount = cursor.int32();
  if (![-3, -2, 0, 1, 2, 3].includes(missingCount)) throw damaged(`${missingCount} missing values`);
  const print = cursor.int32();
  cursor.int32();
  const name = cursor.take(8);
  let label: Uint8Array | null = null;
  if (labelled === 1) {
    const length = countOf(cursor, "bytes in a label");
    label = cursor.take(length);
    cursor.take(padding(length, 4));
  }
  const missing = Array.from({ length: Math.abs(missingCount) }, () => cursor.take(8));
  const format = { type: (print >>> 16) & 0xff, decimals: print & 0xff };
  return { name, label, width, print: format, missing, missingRange: missingCount < 0 };
}

function readValueLabels(cursor: Cursor): ValueLabelRecord {
  const count = countOf(cursor, "labels of values");
  if (count * 16 > cursor.left()) throw damaged(`${count} labels of values`);
  const labels = Array.from({ length: count }, () => {
    const value = cursor.take(8);
    const length = cursor.take(1)[0]!;
    const label = cursor.take(length);
    cursor.take(padding(length + 1, 8));
    return { value, label };
  });
  if (cursor.int32() !== 4) throw damaged("labels of values without the variables they belong to");
  const holders = countOf(cursor, "variables with labels");
  if (holders * 4 > cursor.left()) throw damaged(`${holders} variables with labels`);
  return { labels, variables: Array.from({ length: holders }, () => cursor.int32()) };
}

/** A number that counts something: below 0 the file is damaged. */
function countOf(cursor: Cursor, what: string): number {
  const count = cursor.int32();
  if (count < 0) throw damaged(`${count} ${what}`);
  return count;
}

function padding(length: number, unit: number): number {
  return (unit - (length % unit)) % unit;
}
