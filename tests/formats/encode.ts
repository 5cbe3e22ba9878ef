import { windows1252 } from "../../src/simulate/forms/windows-1252.js";
import type { Rows } from "./write-exports.js";

/** Rows as CSV text, cells in quotation marks where they need it. */
export function csv(rows: Rows, delimiter: string, newline: string): string {
  const write = (cell: string) => (/["\r\n,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(write).join(delimiter) + newline).join("");
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEnd: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), littleEnd);
  return bytes;
};

/** Text as bytes, by the name of the encoding. */
export const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8": utf8,
  "UTF-8 with a mark": (text) => utf8(`\ufeff${text}`),
  "UTF-16, little end first, with a mark": (text) => utf16(`\ufeff${text}`, true),
  "UTF-16, big end first, with a mark": (text) => utf16(`\ufeff${text}`, false),
  "UTF-16, little end first": (text) => utf16(text, true),
  "UTF-16, big end first": (text) => utf16(text, false),
  "Windows-1252": windows1252,
};
