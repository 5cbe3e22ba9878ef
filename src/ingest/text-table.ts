/**
 * Texts that stand in a file, each once, numbered from 1. What is compared to find one lies together: `keys` holds for
 * text `code`, from `4 * code` on, where it begins, where it ends, and its first and last four bytes, which are all there
 * is of a text of up to eight.
 */
export interface TextTable {
  count: number;
  keys: Int32Array;
  /** Hash table of codes, at most half full; its length is a power of 2. */
  slots: Uint16Array;
}

/** A table without texts. */
export function newTextTable(): TextTable {
  return { count: 0, keys: new Int32Array(4 * 8), slots: new Uint16Array(16) };
}

/** The number of the text that stands in the file from `start` up to `end`; 0 when it is not in the table. */
export function findText(table: TextTable, bytes: DataView, start: number, end: number): number {
  const { keys, slots } = table;
  const size = end - start;
  const head = headOf(bytes, start, end);
  const tail = tailOf(bytes, start, end);
  const mask = slots.length - 1;
  let slot = hashOf(bytes, start, end) & mask;
  for (let code = 0; (code = slots[slot]!) !== 0; slot = (slot + 1) & mask) {
    const key = 4 * code;
    if (keys[key + 2] !== head || keys[key + 3] !== tail) continue;
    const other = keys[key]! >>> 0;
    if ((keys[key + 1]! >>> 0) - other !== size) continue;
    if (size <= 8 || isSameInside(bytes, start, other, size)) return code;
  }
  return 0;
}

/** Put a text that is not there yet into the table; returns its number. */
export function addText(table: TextTable, bytes: DataView, start: number, end: number): number {
  table.count += 1;
  const code = table.count;
  if (4 * code === table.keys.length) {
    const keys = new Int32Array(8 * code);
    keys.set(table.keys);
    table.keys = keys;
  }
  table.keys.set([start, end, headOf(bytes, start, end), tailOf(bytes, start, end)], 4 * code);
  if (2 * code <= table.slots.length) fillSlot(table, bytes, code);
  else {
    table.slots = new Uint16Array(4 * table.slots.length);
    for (let each = 1; each <= code; each += 1) fillSlot(table, bytes, each);
  }
  return code;
}

/** Where a text begins in the file. */
export function startOf({ keys }: TextTable, code: number): number {
  return keys[4 * code]! >>> 0;
}

/** Where a text ends in the file. */
export function endOf({ keys }: TextTable, code: number): number {
  return keys[4 * code + 1]! >>> 0;
}

function fillSlot(table: TextTable, bytes: DataView, code: number): void {
  const { slots } = table;
  const mask = slots.length - 1;
  let slot = hashOf(bytes, startOf(table, code), endOf(table, code)) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = code;
}

/** The first four bytes of a text, or all of fewer. */
function headOf(bytes: DataView, start: number, end: number): number {
  if (end - start >= 4) return bytes.getInt32(start);
  if (end - start === 1) return bytes.getUint8(start);
  const two = bytes.getUint16(start);
  return end - start === 2 ? two : (two << 8) | bytes.getUint8(end - 1);
}

/** The last four bytes of a text; none of one that is shorter. */
function tailOf(bytes: DataView, start: number, end: number): number {
  return end - start >= 4 ? bytes.getInt32(end - 4) : 0;
}

/** The same for the same text, its low bits mixed from all of it. */
function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = Math.imul(headOf(bytes, start, end), 0x01000193);
  hash ^= Math.imul(tailOf(bytes, start, end) ^ (end - start), 0x5bd1e995);
  for (let at = start + 4; at < end - 4; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Whether two texts of the same size, whose first and last four bytes are the same, are the same between these. */
function isSameInside(bytes: DataView, start: number, other: number, size: number): boolean {
  for (let at = 4; at < size - 4; at += 4) {
    if (bytes.getInt32(start + at) !== bytes.getInt32(other + at)) return false;
  }
  return true;
}
