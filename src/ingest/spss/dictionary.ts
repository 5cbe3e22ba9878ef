import { numberOf } from "./cursor.js";
import * as extension from "./extensions.js";
import type { Header } from "./header.js";
import type { MissingValues } from "./missing-values.js";
import { damaged } from "./refusal.js";
import type { MultipleResponseSet } from "./response-sets.js";
import { readResponseSets } from "./response-sets.js";
import type { PrintFormat, Records, VariableRecord } from "./records.js";
import type { TextReader } from "./text.js";
import { textReader } from "./text.js";

/** A stretch of 8-byte elements of a case that holds (part of) a string. */
export interface Segment {
  /** First element of a case, from 0. */
  readonly element: number;
  readonly bytes: number;
}

/** One variable as a person sees it in SPSS. */
export interface SpssVariable {
  readonly name: string;
  /** The question as asked, in most files; empty when there is none. */
  readonly label: string;
  readonly kind: "number" | "text";
  readonly print: PrintFormat;
  readonly missing: MissingValues;
  /** By value, text without blanks at its end. */
  readonly valueLabels: ReadonlyMap<number | string, string>;
  /** Where a case holds it: one element for a number, one or more stretches for a string. */
  readonly segments: readonly Segment[];
}

export interface Dictionary {
  readonly variables: readonly SpssVariable[];
  /** 8-byte elements in one case. */
  readonly elements: number;
  /** Cases, when the file says how many. */
  readonly cases: number | null;
  readonly sets: readonly MultipleResponseSet[];
  /** Name of the variable by which SPSS weights the cases. */
  readonly weight: string | null;
  readonly encoding: string;
  /** Reads a string of the data. */
  readonly readText: TextReader;
  /** The number that stands for no answer. */
  readonly systemMissing: number;
}

/** Put the records together: long names, very long strings, labels and missing values with their variable. */
export function readDictionary(header: Header, records: Records): Dictionary {
  const machine = extension.readMachine(records.extensions, header.littleEndian);
  const { read, encoding } = textReader(
    extension.readEncodingName(records.extensions),
    machine.characterCode,
  );
  const longNames = extension.readLongNames(records.extensions, read);
  const widths = extension.readVeryLongWidths(records.extensions, read);
  const pieces = piecesOf(records.variables, read);
  const labels = labelsByElement(records, header.littleEndian, read, pieces);
  const stringLabels = extension.readStringLabels(records.extensions, header.littleEndian, read);
  const stringMissing = extension.readStringMissing(records.extensions, header.littleEndian, read);

  const variables: SpssVariable[] = [];
  const shortNames = new Map<string, string>();
  const atElement = new Map<number, string>();
  for (let index = 0; index < pieces.length; index += 1) {
    const first = pieces[index]!;
    const width = widths.get(first.name.toUpperCase());
    const segments = width === undefined ? [first.segment] : segmentsOf(pieces, index, width);
    const name = longNames.get(first.name.toUpperCase()) ?? first.name;
    const named = <T>(map: ReadonlyMap<string, T>) =>
      map.get(name.toUpperCase()) ?? map.get(first.name.toUpperCase());
    variables.push({
      name,
      label: first.record.label === null ? "" : read(first.record.label),
      kind: first.record.width === 0 ? "number" : "text",
      print: first.record.print,
      missing: named(stringMissing) ?? missingOf(first.record, header.littleEndian, read),
      valueLabels:
        labels.get(first.segment.element) ?? named(stringLabels) ?? new Map<number | string, string>(),
      segments,
    });
    if (!shortNames.has(first.name.toUpperCase())) shortNames.set(first.name.toUpperCase(), name);
    atElement.set(first.segment.element, name);
    index += segments.length - 1;
  }
  if (variables.length === 0) throw damaged("a file without variables");
  return {
    variables,
    elements: records.variables.length,
    cases: extension.readManyCases(records.extensions, header.littleEndian) ?? header.cases,
    sets: readResponseSets(extension.bytesOf(records.extensions, [7, 19]), read, shortNames),
    weight: atElement.get(header.weightIndex - 1) ?? null,
    encoding,
    readText: read,
    systemMissing: machine.systemMissing,
  };
}

/** A variable record with the records that continue it. */
interface Piece {
  readonly name: string;
  readonly record: VariableRecord;
  readonly segment: Segment;
}

function piecesOf(records: readonly VariableRecord[], read: TextReader): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let element = 0; element < records.length;) {
    const record = records[element]!;
    const length = Math.max(1, Math.ceil(record.width / 8));
    const rest = records.slice(element + 1, element + length);
    if (record.width < 0 || rest.length < length - 1 || rest.some(({ width }) => width !== -1)) {
      throw damaged("a string variable whose parts do not fit together");
    }
    pieces.push({ name: read(record.name), record, segment: { element, bytes: record.width } });
    element += length;
  }
  return pieces;
}

/** A very long string: 255 bytes in each of the strings that carry it, and no more in all than its width. */
function segmentsOf(pieces: readonly Piece[], first: number, width: number): readonly Segment[] {
  const count = Math.ceil(width / 252);
  const carriers = pieces.slice(first, first + count);
  const full = carriers.every(
    ({ record }, index) => record.width === 255 || (index === count - 1 && record.width > 0),
  );
  if (carriers.length < count || !full)
    throw damaged("a long string variable whose parts do not fit together");
  let left = width;
  return carriers.map(({ segment }): Segment => {
    const bytes = Math.min(left, segment.bytes);
    left -= bytes;
    return { element: segment.element, bytes };
  });
}

function labelsByElement(
  records: Records,
  littleEndian: boolean,
  read: TextReader,
  pieces: readonly Piece[],
): ReadonlyMap<number, ReadonlyMap<number | string, string>> {
  const pieceAt = new Map(pieces.map((piece) => [piece.segment.element, piece]));
  const found = new Map<number, Map<number | string, string>>();
  for (const { labels, variables } of records.valueLabels) {
    for (const index of variables) {
      const piece = pieceAt.get(index - 1);
      if (!piece) throw damaged("labels of values for a variable that is not there");
      const map = found.get(index - 1) ?? new Map<number | string, string>();
      for (const { value, label } of labels) {
        const key = piece.record.width === 0 ? numberOf(value, littleEndian) : read(value);
        // ReadStat writes labels of longer values than the variable can hold; they label nothing.
        if (typeof key === "string" && key !== read(value.subarray(0, piece.record.width))) continue;
        if (!map.has(key)) map.set(key, read(label));
      }
      found.set(index - 1, map);
    }
  }
  return found;
}

function missingOf(record: VariableRecord, littleEndian: boolean, read: TextReader): MissingValues {
  const numbers = record.width === 0;
  const values = record.missing.map((bytes) => (numbers ? numberOf(bytes, littleEndian) : read(bytes)));
  if (!record.missingRange) return { values, range: null };
  const [low, high, ...single] = values;
  if (typeof low !== "number" || typeof high !== "number")
    throw damaged("a range of missing values for text");
  return { values: single, range: { low, high } };
}
