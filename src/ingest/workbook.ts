import type { Cell, Workbook } from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue } from "../core/table.js";

export type { Workbook, Worksheet } from "exceljs";

/** One worksheet as stored. Rows and cells that hold nothing are absent. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
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

/**
 * Read every worksheet of an .xlsx workbook, in the workbook's order.
 * Dates become text as stored, without a time zone (`2026-04-05`, `2026-04-05T10:22:00`, `10:22:00` for a time alone, `30:00:00` for a time beyond a day);
 * formulas their stored result, or their own text (`=B2*C2`) when the program that wrote them stored none;
 * rich text and links plain text; errors text such as `#REF!`. Only the first cell of a merged block holds a value.
 * Throws a plain Error, with a reason a person can act on, when the bytes are no such workbook.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const plain = keepValuesOnly(unzip(bytes));
  const workbook = await newWorkbook();
  try {
    await workbook.xlsx.load(zipSync(plain, { level: 0 }) as unknown as ArrayBuffer);
  } catch {
    throw new Error("the workbook is damaged: open it in a spreadsheet program and save it again as .xlsx");
  }
  return workbook.worksheets.map((worksheet) => {
    const rows: SheetRow[] = [];
    worksheet.eachRow((row, number) => {
      const cells: SheetCell[] = [];
      row.eachCell((cell, column) => {
        const value = readCell(cell);
        if (value !== null && value !== "") cells.push({ column: column - 1, value });
      });
      if (cells.length > 0) rows.push({ row: number, cells });
    });
    return { name: worksheet.name, rows };
  });
}

/**
 * Write a workbook whose bytes depend only on what `fill` puts in it: fixed dates and author, parts in a fixed order.
 */
export async function writeWorkbook(
  fill: (workbook: Workbook) => void | Promise<void>,
  properties: { readonly title: string; readonly subject?: string },
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  workbook.creator = "pilot-eval";
  workbook.lastModifiedBy = "pilot-eval";
  workbook.created = new Date("2000-01-01T00:00:00Z");
  workbook.modified = new Date("2000-01-01T00:00:00Z");
  workbook.title = properties.title;
  if (properties.subject !== undefined) workbook.subject = properties.subject;
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

const largestUnpacked = 600_000_000;

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Error("an old .xls workbook, or one with a password: save it as .xlsx without a password");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error("not an .xlsx workbook");
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize;
        return unpacked <= largestUnpacked;
      },
    });
  } catch {
    throw new Error("not an .xlsx workbook, or a damaged one");
  }
  if (unpacked > largestUnpacked) throw new Error("the workbook unpacks to more than 600 MB");
  if (!parts["xl/workbook.xml"]) throw new Error("a zip file, but not an .xlsx workbook");
  return parts;
}

const mainNamespace = /xmlns:(\w+)="http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main"/;
const notValues =
  /<(drawing|legacyDrawing|legacyDrawingHF|tableParts|extLst|dataValidations|conditionalFormatting|mergeCells|hyperlinks|picture|oleObjects|controls)\b(?:[^>]*\/>|[\s\S]*?<\/\1>)/g;
const formulaAndResult =
  /<c\b([^>]*)>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*(<v\b[^>]*(?:\/>|>([^<]*)<\/v>))/g;
const kept = ["worksheet", "sharedStrings", "styles"];

/**
 * Leave out what holds no values, under the names exceljs looks for. exceljs fails on charts and comments that other
 * programs write, passes over sheets with other names, fills merged cells with copies, and writes a rule for each cell
 * of a whole-column drop-down.
 */
function keepValuesOnly(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const links = strFromU8(parts["xl/_rels/workbook.xml.rels"] ?? new Uint8Array()).matchAll(
    /<(?:\w+:)?Relationship\s([^>]*)>/g,
  );
  const values: Record<string, Uint8Array> = {
    "xl/workbook.xml": strToU8(plainXml(parts["xl/workbook.xml"]!)),
  };
  const relationships: string[] = [];
  for (const [, attributes] of links) {
    const type = attribute(attributes!, "Type");
    const kind = type.slice(type.lastIndexOf("/") + 1);
    const target = attribute(attributes!, "Target");
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    const bytes = parts[path];
    if (!kept.includes(kind) || !bytes) continue;
    const name = kind === "worksheet" ? `worksheets/sheet${relationships.length + 1}.xml` : `${kind}.xml`;
    const text = plainXml(bytes);
    values[`xl/${name}`] = strToU8(kind === "worksheet" ? sheetValues(text) : text);
    relationships.push(
      `<Relationship Id="${attribute(attributes!, "Id")}" Type="${type}" Target="${name}"/>`,
    );
  }
  values["xl/_rels/workbook.xml.rels"] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join("")}</Relationships>`,
  );
  return values;
}

/** Some programs put a prefix before each name (`x:row`), which exceljs does not know. */
function plainXml(bytes: Uint8Array): string {
  const text = strFromU8(bytes);
  const prefix = mainNamespace.exec(text.slice(0, 4000))?.[1];
  if (prefix === undefined) return text;
  return text.replaceAll(new RegExp(`(</?)${prefix}:`, "g"), "$1").replace(`xmlns:${prefix}=`, "xmlns=");
}

/** A result stands in place of its formula; a formula stays when the program that wrote it stored no result. */
function sheetValues(text: string): string {
  return text.replace(notValues, "").replace(formulaAndResult, (whole, attributes: string, cell, value) => {
    const stored = (value !== undefined && value !== "") || /\st="str"/.test(attributes);
    return stored ? `<c${attributes}>${cell}` : whole.replace(cell, "");
  });
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

function readCell(cell: Cell): CellValue {
  const { value } = cell;
  if (value instanceof Date && /\[h+\]/i.test(cell.numFmt ?? "")) return printDuration(value);
  return readValue(value);
}

/** Hours beyond a day, as `[h]:mm` shows them. */
function printDuration(date: Date): string {
  const seconds = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 1000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function readValue(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return printDate(value);
  const held = value as {
    richText?: readonly { text: string }[];
    text?: unknown;
    error?: string;
    result?: unknown;
    formula?: string;
    sharedFormula?: string;
  };
  if (held.richText) return held.richText.map((run) => run.text).join("");
  if (held.error !== undefined) return held.error;
  if (held.result !== undefined) return readValue(held.result);
  if (held.formula !== undefined || held.sharedFormula !== undefined)
    return `=${held.formula ?? held.sharedFormula}`;
  return readValue(held.text);
}

function printDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return "#VALUE!";
  const [day, time] = rounded.toISOString().slice(0, 19).split("T") as [string, string];
  if (day === "1899-12-30" || day === "1904-01-01") return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}

function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
