/** JSON with two spaces and a last line end; the order of keys is the order in which they were written. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * JSON of an object whose long lists stand one entry a line: short enough to keep, and two versions compare by line.
 *
 * @example toJsonByLine({ n: 1, rows: [{ a: 1 }, { a: 2 }] }) // => '{\n"n": 1,\n"rows": [\n{"a":1},\n{"a":2}\n]\n}\n'
 */
export function toJsonByLine(value: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(value).map(([name, field]) => {
    const text = Array.isArray(field)
      ? `[\n${field.map((entry) => JSON.stringify(entry)).join(",\n")}\n]`
      : JSON.stringify(field);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
