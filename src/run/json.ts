/** JSON with two spaces and a last line end; the order of keys is the order in which they were written. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * JSON of an object whose long lists stand one entry a line: short enough to keep, and two versions compare by line.
 * Given as bytes (UTF-8), because the results of a national study are longer than a text may be.
 *
 * @example new TextDecoder().decode(toJsonByLine({ n: 1, rows: [{ a: 1 }, { a: 2 }] })) // => '{\n"n": 1,\n"rows": [\n{"a":1},\n{"a":2}\n]\n}\n'
 */
export function toJsonByLine(value: Readonly<Record<string, unknown>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const write = (text: string) => parts.push(encoder.encode(text));
  Object.entries(value).forEach(([name, field], index) => {
    write(`${index === 0 ? "{\n" : ",\n"}${JSON.stringify(name)}: `);
    if (!Array.isArray(field)) write(JSON.stringify(field));
    else writeEntries(field, write);
  });
  write("\n}\n");
  return joined(parts);
}

/** Entries are encoded some thousand at a time: few pieces, none too long. */
function writeEntries(entries: readonly unknown[], write: (text: string) => void): void {
  const each = 5000;
  write("[\n");
  for (let from = 0; from < entries.length; from += each) {
    const some = entries.slice(from, from + each).map((entry) => JSON.stringify(entry));
    write(`${from === 0 ? "" : ",\n"}${some.join(",\n")}`);
  }
  write("\n]");
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
