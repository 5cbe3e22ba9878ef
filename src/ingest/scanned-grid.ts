import { Buffer } from "node:buffer";
import type { CellStore } from "./cell-store.js";
import type { CellGrid } from "./grid.js";
import { endOf, startOf } from "./text-table.js";

/** A CSV file as it was scanned. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly columns: readonly CellStore[];
  /** How many cells each row has. */
  readonly widths: Uint16Array;
  /** 1 for the bytes that end a cell without quotation marks. */
  readonly isSpecial: Uint8Array;
}

const quote = 0x22;

/** A scanned file as a grid: row i is row i + 1 of the file. A column's texts are made when it is first looked at. */
export function gridOfScan({ bytes, columns, widths, isSpecial }: Scan): CellGrid {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: (readonly (string | null)[] | undefined)[] = columns.map(() => undefined);
  const textsOf = (position: number) => (texts[position] ??= readTexts(columns[position]!, file));
  return {
    height: widths.length,
    width: columns.length,
    rowNumber: (index) => index + 1,
    widthOf: (index) => widths[index]!,
    cell: (index, position) => {
      const column = columns[position];
      if (!column) return null;
      if (!column.places) return textsOf(position)[column.codes[index]!] ?? null;
      const start = column.places[index]! - 1;
      return start < 0 ? null : readText(file, start, endFrom(file, start, isSpecial));
    },
    coded: (position) => {
      const column = columns[position];
      if (!column || column.places) return null;
      return { texts: textsOf(position), codes: column.codes.subarray(0, widths.length) };
    },
  };
}

function readTexts({ texts }: CellStore, file: Buffer): readonly (string | null)[] {
  const read: (string | null)[] = [null];
  for (let code = 1; code <= texts.count; code += 1) {
    read.push(readText(file, startOf(texts, code), endOf(texts, code)));
  }
  return read;
}

/** Where the text of a cell ends that begins here: it is in quotation marks when one stands before it. */
function endFrom(file: Buffer, start: number, isSpecial: Uint8Array): number {
  let at = start;
  if (file[start - 1] !== quote) {
    while (at < file.length && isSpecial[file[at]!] === 0) at += 1;
    return at;
  }
  for (;;) {
    at = file.indexOf(quote, at);
    if (file[at + 1] !== quote) return at;
    at += 2;
  }
}

function readText(file: Buffer, start: number, end: number): string {
  const text = file.toString("utf8", start, end);
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}
