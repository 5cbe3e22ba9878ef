import type { CellValue } from "../core/table.js";
import { columnLetters } from "../core/table.js";
import { formatNumber } from "../core/format.js";
import { limits } from "../core/limits.js";
import { printSerial } from "./cell-date.js";
import { layoutReader } from "./sheet-layout.js";
import type { Sheet, SheetCell, SheetFormula, SheetRow } from "./workbook.js";
import type { WorkbookParts } from "./workbook-parts.js";
import { unescapeText } from "./workbook-parts.js";
import { attribute, damaged, walkXml } from "./xml.js";

const lastRow = 1_048_576;

/** The cell being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: string | null;
}

/**
 * Rows of one worksheet; see `readWorkbook` for what its cells become. Rows and cells must stand in their order, each
 * once, and cells in the row that their address names: otherwise two programs could read two tables from one sheet, and
 * a plain Error is thrown.
 */
export function readSheetXml(xml: string, parts: WorkbookParts): Omit<Sheet, "name"> {
  const rows: SheetRow[] = [];
  const shown = layoutReader();
  let unsolved: { count: number; first: string } | null = null;
  const formulas: SheetFormula[] = [];
  const shared = new Map<string, SheetFormula>();
  let inData = false;
  let row = 0;
  let cells: SheetCell[] = [];
  let nextColumn = 0;
  let cell: OpenCell | null = null;
  let reading: "value" | "formula" | null = null;
  let aside = false;
  let sharedIndex: string | null = null;

  walkXml(xml, {
    open(name, attributes) {
      if (name === "sheetData") inData = true;
      if (!inData) return shown.note(name, attributes);
      if (name === "row") {
        row = rowNumber(attribute(attributes, "r"), row);
        shown.noteRow(row, attributes);
        cells = [];
        nextColumn = 0;
      } else if (name === "c") {
        const column = columnOf(attribute(attributes, "r"), row, nextColumn);
        nextColumn = column + 1;
        const style = attribute(attributes, "s");
        const type = attribute(attributes, "t") ?? "n";
        cell = { column, type, style: style === null ? -1 : Number(style), value: null, formula: null };
      } else if (name === "rPh") aside = true;
      else if (cell && (name === "v" || (name === "t" && !aside))) {
        reading = "value";
        cell.value ??= "";
      } else if (cell && name === "f") {
        reading = "formula";
        cell.formula ??= "";
        sharedIndex = attribute(attributes, "si");
      }
    },
    close(name) {
      if (!inData) return;
      if (name === "sheetData") inData = false;
      else if (name === "v" || name === "t" || name === "f") reading = null;
      else if (name === "rPh") aside = false;
      if (name === "f" && cell) {
        const written = { row, column: cell.column, text: cell.formula!, from: { row, column: cell.column } };
        const first = sharedIndex === null || cell.formula !== "" ? null : (shared.get(sharedIndex) ?? null);
        if (sharedIndex !== null && cell.formula !== "") shared.set(sharedIndex, written);
        if (first) cell.formula = first.text;
        formulas.push(first ? { ...written, text: first.text, from: first.from } : written);
      }
      if (name === "c" && cell) {
        const value = valueOf(cell, parts);
        if (cell.formula !== null && !isStored(cell)) {
          unsolved ??= { count: 0, first: `${columnLetters(cell.column)}${row}` };
          unsolved.count += 1;
        }
        if (value !== null && value !== "") cells.push({ column: cell.column, value });
        cell = null;
      }
      if (name === "row" && cells.length > 0) rows.push({ row, cells });
    },
    text(text) {
      if (!cell || reading === null) return;
      if (reading === "value") cell.value! += text;
      else cell.formula! += text;
      if (cell.value !== null && cell.value.length > limits.rowCharacters) throw longCell(cell.column, row);
    },
  });
  return { rows, formulas, unsolved, layout: shown.layout };
}

function rowNumber(text: string | null, before: number): number {
  const row = text === null ? before + 1 : Number(text);
  if (!Number.isInteger(row) || row <= before || row > lastRow) throw damaged();
  return row;
}

/** Column of a cell by its address, from 0; without an address it stands next to the one before. */
function columnOf(address: string | null, row: number, next: number): number {
  if (address === null) return next < limits.columns ? next : refuse();
  let column = 0;
  let at = 0;
  for (; at < address.length && address.charCodeAt(at) >= 65 && address.charCodeAt(at) <= 90; at += 1) {
    column = column * 26 + address.charCodeAt(at) - 64;
  }
  if (column <= next || column > limits.columns || Number(address.slice(at)) !== row) throw damaged();
  return column - 1;
}

function longCell(column: number, row: number): Error {
  const most = formatNumber(limits.rowCharacters);
  return new Error(`cell ${columnLetters(column)}${row} holds more than ${most} characters: shorten it`);
}

function refuse(): never {
  throw damaged();
}

/** An empty text is a formula's result too. */
function isStored({ value, type }: OpenCell): boolean {
  return value !== null && (value !== "" || type === "str");
}

const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function valueOf(cell: OpenCell, parts: WorkbookParts): CellValue {
  const { value, type, formula } = cell;
  if (value === null || !isStored(cell)) return formula === null ? null : `=${formula}`;
  switch (type) {
    case "s":
      return parts.strings[/^\s*\d+\s*$/.test(value) ? Number(value) : -1] ?? refuse();
    case "str":
    case "inlineStr":
      return unescapeText(value);
    case "e":
      return value;
    case "b":
      return /^\s*(?:1|true)\s*$/.test(value) ? true : /^\s*(?:0|false)\s*$/.test(value) ? false : refuse();
    case "d":
      return value.trim().replace(/(?:T00:00:00)?(?:\.0+)?Z?$/, "");
    case "n": {
      if (!number.test(value)) throw damaged();
      const kind = cell.style < 0 ? "number" : (parts.numberKinds[cell.style] ?? "number");
      return printSerial(finite(Number(value)), kind, parts.calendar);
    }
    default:
      throw damaged();
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : refuse();
}
