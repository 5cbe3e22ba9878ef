import type { Workbook } from "exceljs";
import { unzipSync, zipSync } from "fflate";
import type { CellValue } from "../core/table.js";
import type { SheetLayout } from "./sheet-layout.js";
import { readSheetXml } from "./sheet-xml.js";
import { openArchive } from "./unzip.js";
import { readWorkbookParts } from "./workbook-parts.js";
import { damaged, xmlText } from "./xml.js";

export type { Workbook, Worksheet } from "exceljs";

/** One worksheet as stored. Rows and cells that hold nothing are absent. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Formulas, in the order of their cells. */
  readonly formulas: readonly SheetFormula[];
  /** Formulas whose result the file does not hold: how many, and where the first stands. */
  readonly unsolved: { readonly count: number; readonly first: string } | null;
  readonly layout: SheetLayout;
}

export interface SheetRow {
  /** Row number as a spreadsheet shows it, from 1. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** Column position from 0. */
  readonly column: number;
  readonly value: CellValue;
}

/** The formula of a cell. */
export interface SheetFormula {
  readonly row: number;
  /** Column position from 0. */
  readonly column: number;
  /** Without the equals sign. Addresses in it without a dollar sign count from `from`: cells filled down share one text. */
  readonly text: string;
  readonly from: { readonly row: number; readonly column: number };
}

/**
 * Read every worksheet of an .xlsx workbook, in the workbook's order.
 * Dates become text as stored, without a time zone (`2026-04-05`, `2026-04-05T10:22:00`, `10:22:00` for a time alone, `30:00:00` for a time beyond a day);
 * formulas their stored result, or their own text (`=B2*C2`) when the program that wrote them stored none;
 * rich text and links plain text; errors text such as `#REF!`. Only the first cell of a merged block holds a value.
 * Throws a plain Error, with a reason a person can act on, when the bytes are no such workbook.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Error("an old .xls workbook, or one with a password: save it as .xlsx without a password");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error("not an .xlsx workbook");
  const archive = openArchive(bytes);
  const parts = readWorkbookParts(archive);
  return parts.sheets.map(({ name, part }) => {
    const sheet = archive.part(part);
    if (!sheet) throw damaged();
    return { name, ...readSheetXml(xmlText(sheet), parts) };
  });
}

/**
 * Write a workbook whose bytes depend only on what `fill` puts in it: fixed dates and author, parts in a fixed order.
 */
export async function writeWorkbook(
  fill: (workbook: Workbook) => void | Promise<void>,
  properties: { readonly title: string; readonly subject?: string; readonly language?: string },
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  workbook.creator = "pilot-eval";
  workbook.lastModifiedBy = "pilot-eval";
  workbook.created = new Date("2000-01-01T00:00:00Z");
  workbook.modified = new Date("2000-01-01T00:00:00Z");
  workbook.title = properties.title;
  if (properties.subject !== undefined) workbook.subject = properties.subject;
  if (properties.language !== undefined) Object.assign(workbook, { language: properties.language });
  await fill(workbook);
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // fflate writes the local reading of mtime: a local date gives the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name]!])), { mtime, level: 6 });
}

async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import("exceljs");
  return new exceljs.Workbook();
}

function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
