/** Rows as CSV (RFC 4180, CRLF), header first. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map(csvLine).join("");
}

/** One row of CSV with its line end. Cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(writeCell).join(",")}\r\n`;
}

function writeCell(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
