import type { FoundCells } from "./find-cells.js";
import type { TextTable } from "./text-table.js";
import { addText, findText, newTextTable, startOf } from "./text-table.js";

/**
 * The cells of one column while a file is scanned. Each different text is kept once, in a table that numbers them from
 * 1; `codes[row]` is the number, and 0 an empty cell or none. A column of too many texts has `places` instead:
 * `places[row]` is 1 more than where the row's own text begins, and again 0 is none.
 */
export interface CellStore {
  codes: Uint16Array;
  places: Uint32Array | null;
  readonly texts: TextTable;
  /** Codes of the texts of one byte. */
  readonly ofByte: Uint16Array;
}

/** Different texts that a column may hold before it keeps places: as many as 16 bits can number. */
const mostTexts = 65_535;
/** A column whose first so many texts are nearly all of one cell each, as answer ids are, keeps places from there on. */
const textsToJudge = 8192;
const nearlyAll = 0.99;

/** An empty column with room for so many rows. */
export function newCellStore(rows: number): CellStore {
  return {
    codes: new Uint16Array(rows),
    places: null,
    texts: newTextTable(),
    ofByte: new Uint16Array(256),
  };
}

/** Make room for more rows. */
export function growCellStore(store: CellStore, rows: number): void {
  if (store.places) {
    const places = new Uint32Array(rows);
    places.set(store.places);
    store.places = places;
  } else {
    const codes = new Uint16Array(rows);
    codes.set(store.codes);
    store.codes = codes;
  }
}

/** Store a column's cells of the rows that were found; the first of these is row `row` of the file. */
export function storeCells(
  store: CellStore,
  position: number,
  row: number,
  bytes: DataView,
  { places, firsts, rows, width }: FoundCells,
): void {
  if (width !== 0 && position >= width) return;
  const { ofByte, codes } = store;
  for (let index = 0; index < rows; index += 1) {
    const cell = width === 0 ? firsts[index]! + position : index * width + position;
    if (width === 0 && cell >= firsts[index + 1]!) continue;
    const start = places[2 * cell]!;
    const end = places[2 * cell + 1]!;
    if (start === end) continue;
    if (store.places) store.places[row + index] = start + 1;
    else {
      const known = end - start === 1 ? ofByte[bytes.getUint8(start)]! : 0;
      if (known !== 0) codes[row + index] = known;
      else storeText(store, row + index, bytes, start, end);
    }
  }
}

function storeText(store: CellStore, row: number, bytes: DataView, start: number, end: number): void {
  const { texts } = store;
  let code = findText(texts, bytes, start, end);
  if (code === 0) {
    const isTooMany = texts.count === mostTexts;
    if (isTooMany || (texts.count === textsToJudge && mostlyDiffer(store, row))) {
      keepPlaces(store);
      store.places![row] = start + 1;
      return;
    }
    code = addText(texts, bytes, start, end);
    if (end - start === 1) store.ofByte[bytes.getUint8(start)] = code;
  }
  store.codes[row] = code;
}

/** Whether nearly every cell up to a row that holds anything holds a text of its own. */
function mostlyDiffer({ codes, texts }: CellStore, row: number): boolean {
  let filled = 0;
  for (let index = 0; index < row; index += 1) if (codes[index] !== 0) filled += 1;
  return texts.count >= nearlyAll * filled;
}

function keepPlaces(store: CellStore): void {
  const { codes, texts } = store;
  const places = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    if (codes[row] !== 0) places[row] = startOf(texts, codes[row]!) + 1;
  }
  store.places = places;
  store.codes = new Uint16Array(0);
}
