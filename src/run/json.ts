/** JSON with two spaces and a last line end; the order of keys is the order in which they were written. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
