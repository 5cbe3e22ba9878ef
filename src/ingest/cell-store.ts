/**
 * The cells of one column while a file is scanned. Each different text is kept once, as the place in the file where it
 * first stands, and numbered from 1; `codes[row]` is the number, and 0 an empty cell or none. A column of too many texts
 * has `places` instead: `places[row]` is 1 more than where the row's own text begins, and again 0 is none.
 */
export interface CellStore {
  codes: Uint16Array;
  places: Uint32Array | null;
  /** How many texts there are; text `code` stands in the file from `starts[code]` up to `ends[code]`. */
  texts: number;
  starts: Uint32Array;
  ends: Uint32Array;
  hashes: Int32Array;
  /** Hash table of codes, at most half full; its length is a power of 2. */
  slots: Uint16Array;
  /** Codes of the texts of one byte. */
  ofByte: Uint16Array;
}

/** Different texts that a column may hold before it keeps places: as many as 16 bits can number. */
const mostTexts = 65_535;

/** An empty column with room for so many rows. */
export function newCellStore(rows: number): CellStore {
  return {
    codes: new Uint16Array(rows),
    places: null,
    texts: 0,
    starts: new Uint32Array(8),
    ends: new Uint32Array(8),
    hashes: new Int32Array(8),
    slots: new Uint16Array(16),
    ofByte: new Uint16Array(256),
  };
}

/** Make room for more rows. */
export function growCellStore(store: CellStore, rows: number): void {
  if (store.places) store.places = longer(store.places, new Uint32Array(rows));
  else store.codes = longer(store.codes, new Uint16Array(rows));
}

/**
 * Put the text from `start` up to `end`, which is not empty, into a row.
 *
 * @param hash the same for the same bytes
 */
export function storeCell(
  store: CellStore,
  row: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  hash: number,
): void {
  if (store.places) {
    store.places[row] = start + 1;
    return;
  }
  const isByte = end - start === 1;
  const known = isByte ? store.ofByte[bytes[start]!]! : findText(store, bytes, start, end, hash);
  if (known !== 0) store.codes[row] = known;
  else if (store.texts < mostTexts) {
    store.codes[row] = addText(store, start, end, hash);
    if (isByte) store.ofByte[bytes[start]!] = store.texts;
  } else {
    const { codes, starts } = store;
    store.places = Uint32Array.from(codes, (code) => (code === 0 ? 0 : starts[code]! + 1));
    store.places[row] = start + 1;
    store.codes = new Uint16Array(0);
  }
}

function findText(store: CellStore, bytes: Uint8Array, start: number, end: number, hash: number): number {
  const { slots, hashes, starts, ends } = store;
  const mask = slots.length - 1;
  for (let slot = spread(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const code = slots[slot]!;
    if (hashes[code] !== hash) continue;
    let at = starts[code]!;
    if (ends[code]! - at !== end - start) continue;
    let same = start;
    while (same < end && bytes[same] === bytes[at]) {
      same += 1;
      at += 1;
    }
    if (same === end) return code;
  }
  return 0;
}

function addText(store: CellStore, start: number, end: number, hash: number): number {
  store.texts += 1;
  const code = store.texts;
  if (code === store.starts.length) {
    store.starts = longer(store.starts, new Uint32Array(2 * code));
    store.ends = longer(store.ends, new Uint32Array(2 * code));
    store.hashes = longer(store.hashes, new Int32Array(2 * code));
  }
  store.starts[code] = start;
  store.ends[code] = end;
  store.hashes[code] = hash;
  if (2 * code <= store.slots.length) fillSlot(store, code);
  else {
    store.slots = new Uint16Array(4 * store.slots.length);
    for (let each = 1; each <= code; each += 1) fillSlot(store, each);
  }
  return code;
}

function fillSlot({ slots, hashes }: CellStore, code: number): void {
  const mask = slots.length - 1;
  let slot = spread(hashes[code]!) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = code;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function longer<T extends Uint16Array | Uint32Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
