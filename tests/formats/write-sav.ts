import { zlibSync } from "fflate";

/** One variable of a .sav file to be written for a test. */
export interface SavVariable {
  readonly name: string;
  readonly label?: string;
  /** Bytes of a string variable, at most 255 (longer ones are proved with files that haven wrote); a number unless given. */
  readonly width?: number;
  /** Number of the print format: 5 (F) and 1 (A) unless given; 20 DATE, 22 DATETIME, 21 TIME. */
  readonly print?: number;
  /** Labels by value. */
  readonly labels?: readonly (readonly [number | string, string])[];
  /** Values marked as missing answers, at most three. */
  readonly missing?: readonly (number | string)[];
  readonly missingRange?: readonly [number, number];
}

export interface SavOptions {
  readonly compression?: "none" | "bytecode" | "zlib";
  readonly bigEndian?: boolean;
  /** Name and code of the encoding as the file gives them; text is written as UTF-8, or Latin-1 for windows-1252. */
  readonly encoding?: { readonly name?: string; readonly code?: number };
  /** The text of the record of multiple response sets; `\n` after each set. Short names are V1, V2, ... */
  readonly sets?: string;
  /** Number of the weight variable, from 1. */
  readonly weight?: number;
  /** What the header says of the number of cases, where that is not true. */
  readonly declaredCases?: number;
}

/** Seconds from 14 October 1582, for a value of a date format. */
export function savTime(iso: string): number {
  return (Date.parse(iso.includes("T") ? `${iso}Z` : iso) - Date.UTC(1582, 9, 14)) / 1000;
}

/** The bytes of an SPSS system file; `rows` hold a value for each variable, null for no answer. For tests only. */
export function writeSav(
  variables: readonly SavVariable[],
  rows: readonly (readonly (number | string | null)[])[],
  options: SavOptions = {},
): Uint8Array {
  const { compression = "bytecode", bigEndian = false } = options;
  const latin = options.encoding?.name === "windows-1252" || options.encoding?.code === 1252;
  const encode = (text: string): number[] => [...Buffer.from(text, latin ? "latin1" : "utf8")];
  const out: number[] = [];
  const int = (value: number) => out.push(...numeric(4, (view) => view.setInt32(0, value, !bigEndian)));
  const double = (value: number) => numeric(8, (view) => view.setFloat64(0, value, !bigEndian));
  const padded = (bytes: readonly number[], length: number, fill = 0x20) =>
    Array.from({ length }, (_, index) => bytes[index] ?? fill);
  const text = (words: string, length: number) => out.push(...padded(encode(words), length));
  const valueBytes = (value: number | string) =>
    typeof value === "number" ? double(value) : padded(encode(value), 8);
  const extension = (subtype: number, size: number, bytes: readonly number[]) => {
    [7, subtype, size, bytes.length / size].forEach(int);
    out.push(...bytes);
  };
  const elementsOf = ({ width = 0 }: SavVariable) => Math.max(1, Math.ceil(width / 8));
  const firstOf = (index: number) =>
    1 + variables.slice(0, index).reduce((sum, each) => sum + elementsOf(each), 0);

  text(compression === "zlib" ? "$FL3" : "$FL2", 4);
  text("@(#) SPSS DATA FILE pilot-eval test", 60);
  int(2);
  int(variables.reduce((sum, each) => sum + elementsOf(each), 0));
  int(["none", "bytecode", "zlib"].indexOf(compression));
  int(options.weight === undefined ? 0 : firstOf(options.weight - 1));
  int(options.declaredCases ?? rows.length);
  out.push(...double(100));
  text("01 Apr 2612:00:00", 17);
  text("", 64);
  out.push(0, 0, 0);

  variables.forEach((variable, index) => {
    const { width = 0, label, missing = [], missingRange, print = width === 0 ? 5 : 1 } = variable;
    const long = width > 8;
    const values = long ? [] : [...(missingRange ?? []), ...missing];
    const format = (print << 16) | ((width === 0 ? 8 : Math.min(width, 255)) << 8);
    [
      2,
      width,
      label === undefined ? 0 : 1,
      missingRange ? -values.length : values.length,
      format,
      format,
    ].forEach(int);
    text(`V${index + 1}`, 8);
    if (label !== undefined) {
      const bytes = encode(label);
      int(bytes.length);
      out.push(...padded(bytes, Math.ceil(bytes.length / 4) * 4));
    }
    for (const value of values) out.push(...valueBytes(value));
    for (let part = 1; part < elementsOf(variable); part += 1) {
      [2, -1, 0, 0, 0, 0].forEach(int);
      text("", 8);
    }
  });
  variables.forEach((variable, index) => {
    const { labels = [], width = 0 } = variable;
    if (labels.length === 0 || width > 8) return;
    [3, labels.length].forEach(int);
    for (const [value, label] of labels) {
      const bytes = encode(label);
      out.push(...valueBytes(value), bytes.length);
      out.push(...padded(bytes, Math.ceil((bytes.length + 1) / 8) * 8 - 1));
    }
    [4, 1, firstOf(index)].forEach(int);
  });
  const machine = [26, 0, 0, -1, 1, 1, bigEndian ? 1 : 2, options.encoding?.code ?? 65001];
  extension(
    3,
    4,
    machine.flatMap((value) => numeric(4, (view) => view.setInt32(0, value, !bigEndian))),
  );
  if (options.sets !== undefined) extension(7, 1, encode(options.sets));
  extension(13, 1, encode(variables.map(({ name }, index) => `V${index + 1}=${name}`).join("\t")));
  if (options.encoding?.code === undefined) extension(20, 1, encode(options.encoding?.name ?? "UTF-8"));
  const strings = (subtype: number, bytes: readonly number[]) =>
    bytes.length > 0 && extension(subtype, 1, bytes);
  const sized = (bytes: readonly number[]) => [
    ...numeric(4, (view) => view.setInt32(0, bytes.length, !bigEndian)),
    ...bytes,
  ];
  const integer = (value: number) => numeric(4, (view) => view.setInt32(0, value, !bigEndian));
  const longStrings = variables.filter(({ width = 0 }) => width > 8);
  strings(
    21,
    longStrings
      .filter(({ labels = [] }) => labels.length > 0)
      .flatMap(({ name, width = 0, labels = [] }) => [
        ...sized(encode(name)),
        ...integer(width),
        ...integer(labels.length),
        ...labels.flatMap(([value, label]) => [
          ...sized(padded(encode(String(value)), width)),
          ...sized(encode(label)),
        ]),
      ]),
  );
  strings(
    22,
    longStrings
      .filter(({ missing = [] }) => missing.length > 0)
      .flatMap(({ name, missing = [] }) => [
        ...sized(encode(name)),
        missing.length,
        ...integer(8),
        ...missing.flatMap((value) => padded(encode(String(value)), 8)),
      ]),
  );
  [999, 0].forEach(int);

  const elements = rows.flatMap((row) =>
    variables.flatMap((variable, index): readonly (readonly number[])[] => {
      const value = row[index] ?? null;
      const count = elementsOf(variable);
      if ((variable.width ?? 0) === 0) return [double(typeof value === "number" ? value : -Number.MAX_VALUE)];
      const bytes = padded(encode(value === null ? "" : String(value)), count * 8);
      return Array.from({ length: count }, (_, part) => bytes.slice(part * 8, part * 8 + 8));
    }),
  );
  const head = Uint8Array.from(out);
  if (compression === "none") return joined([head, Uint8Array.from(elements.flat())]);
  const bytecode = Uint8Array.from(toBytecode(elements, bigEndian));
  if (compression === "bytecode") return joined([head, bytecode]);
  return joined([head, zlibData(bytecode, head.length, bigEndian)]);
}

function toBytecode(elements: readonly (readonly number[])[], bigEndian: boolean): number[] {
  const out: number[] = [];
  for (let from = 0; from <= elements.length; from += 8) {
    const codes: number[] = [];
    const raw: number[] = [];
    for (let at = from; at < from + 8; at += 1) {
      const element = elements[at];
      if (element === undefined) {
        codes.push(at === elements.length ? 252 : 0);
        continue;
      }
      const value = new DataView(Uint8Array.from(element).buffer).getFloat64(0, !bigEndian);
      const code = value + 100;
      if (element.every((byte) => byte === 0x20)) codes.push(254);
      else if (value === -Number.MAX_VALUE) codes.push(255);
      else if (Number.isInteger(value) && code >= 1 && code <= 251 && !Object.is(value, -0)) codes.push(code);
      else {
        codes.push(253);
        raw.push(...element);
      }
    }
    out.push(...codes, ...raw);
  }
  return out;
}

/** Two packed blocks, so that their joining is tried too. */
function zlibData(bytecode: Uint8Array, at: number, bigEndian: boolean): Uint8Array {
  const long = (value: number) => numeric(8, (view) => view.setBigInt64(0, BigInt(value), !bigEndian));
  const int = (value: number) => numeric(4, (view) => view.setInt32(0, value, !bigEndian));
  const middle = Math.floor(bytecode.length / 2);
  const parts = [bytecode.subarray(0, middle), bytecode.subarray(middle)].filter((part) => part.length > 0);
  const packed = parts.map((part) => zlibSync(part));
  const trailer = [...long(-100), ...long(0), ...int(middle), ...int(parts.length)];
  let [plainAt, packedAt] = [at, at + 24];
  parts.forEach((part, index) => {
    const size = packed[index]!.length;
    trailer.push(...long(plainAt), ...long(packedAt), ...int(part.length), ...int(size));
    plainAt += part.length;
    packedAt += size;
  });
  const header = [...long(at), ...long(packedAt), ...long(trailer.length)];
  return joined([Uint8Array.from(header), ...packed, Uint8Array.from(trailer)]);
}

function numeric(length: number, fill: (view: DataView) => void): number[] {
  const view = new DataView(new ArrayBuffer(length));
  fill(view);
  return [...new Uint8Array(view.buffer)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
