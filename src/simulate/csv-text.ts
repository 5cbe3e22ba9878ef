/** How an export writes its rows. */
export interface CsvStyle {
  readonly newline: "\n" | "\r\n";
  /** Quote every cell that is not empty, or only those that need it. */
  readonly quote: "all" | "needed";
}

/**
 * Rows as CSV text (RFC 4180): a cell with a comma, a quote or a line break is quoted, quotes inside are doubled.
 *
 * @example csvText([["a", 'say "b"']], { newline: "\n", quote: "needed" }) // => 'a,"say ""b"""\n'
 */
export function csvText(rows: readonly (readonly string[])[], style: CsvStyle): string {
  const write = (cell: string) => {
    const quoted = style.quote === "all" ? cell !== "" : /[",\r\n]/.test(cell);
    return quoted ? `"${cell.replace(/"/g, '""')}"` : cell;
  };
  return rows.map((cells) => cells.map(write).join(",") + style.newline).join("");
}
