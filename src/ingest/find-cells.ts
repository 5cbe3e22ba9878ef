const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A row of more bytes is left to the strict reader, which knows when to refuse it. */
const longestRow = 1_000_000;
/** Wider than a spreadsheet can be: left to the strict reader. */
const mostColumns = 16_384;
/** Rows and cells after which a part of a file is stored before more of it is looked at: what a processor keeps at hand. */
const enoughRows = 256;
const enoughCells = 8192;

/** Where the cells of some rows of a file stand; row by row, so that it does not matter how wide they are. */
export interface FoundCells {
  /** Cell `n` stands in the file from `places[2 * n]` up to `places[2 * n + 1]`, without the marks around it. */
  readonly places: Uint32Array;
  /** The first cell of row `r` is `firsts[r]`, and `firsts[rows]` is one past the last of all. */
  readonly firsts: Uint32Array;
  rows: number;
  /** How many cells each row has, when all have as many; else 0. */
  width: number;
}

/** Bytes that end a cell without quotation marks, or must not stand in one, as 1. */
export function specialBytes(separator: number): Uint8Array {
  const isSpecial = new Uint8Array(256);
  for (const byte of [separator, quote, lineFeed, carriageReturn]) isSpecial[byte] = 1;
  return isSpecial;
}

/** Room for the cells of some rows, to be used again for the rows that follow. */
export function roomForCells(): FoundCells {
  return {
    places: new Uint32Array(2 * (enoughCells + mostColumns)),
    firsts: new Uint32Array(enoughRows + 1),
    rows: 0,
    width: 0,
  };
}

/**
 * Find the cells of the rows that follow, some hundreds of them or as many as there are, and put them in place of those
 * found before. Returns where the next row begins; null when a row is for the strict reader, for its quotation marks or
 * its size.
 *
 * @param at where a row begins
 * @param isSpecial as `specialBytes` gives them for the separator
 */
export function findCells(
  bytes: Uint8Array,
  at: number,
  separator: number,
  isSpecial: Uint8Array,
  found: FoundCells,
): number | null {
  const { places, firsts } = found;
  const length = bytes.length;
  let rows = 0;
  let next = 0;
  while (at < length && rows < enoughRows && next < 2 * enoughCells) {
    const begin = at;
    const most = next + 2 * mostColumns;
    firsts[rows] = next / 2;
    for (;;) {
      if (next === most) return null;
      // Most cells of a survey are of one byte.
      if (at + 1 < length && bytes[at + 1] === separator && isSpecial[bytes[at]!] === 0) {
        places[next] = at;
        places[next + 1] = at + 1;
        next += 2;
        at += 2;
        continue;
      }
      let start = at;
      let byte = 0;
      while (at < length && isSpecial[(byte = bytes[at]!)] === 0) at += 1;
      let end = at;
      if (byte === quote && at < length) {
        if (at !== start) return null;
        start = at + 1;
        end = closingQuote(bytes, start);
        if (end < 0) return null;
        at = end + 1;
        byte = at < length ? bytes[at]! : 0;
        if (at < length && (byte === quote || isSpecial[byte] === 0)) return null;
      }
      places[next] = start;
      places[next + 1] = end;
      next += 2;
      if (byte !== separator || at >= length) {
        at += byte === carriageReturn && at + 1 < length && bytes[at + 1] === lineFeed ? 2 : 1;
        break;
      }
      at += 1;
    }
    rows += 1;
    if (at - begin > longestRow) return null;
  }
  firsts[rows] = next / 2;
  found.rows = rows;
  found.width = commonWidth(firsts, rows);
  return at;
}

/** Where the quotation mark stands that closes a cell; two together are one mark of its text. -1 when none does. */
function closingQuote(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] !== quote) continue;
    if (at + 1 >= bytes.length || bytes[at + 1] !== quote) return at;
    at += 1;
  }
  return -1;
}

function commonWidth(firsts: Uint32Array, rows: number): number {
  const width = firsts[1]! - firsts[0]!;
  for (let row = 1; row < rows; row += 1) {
    if (firsts[row + 1]! - firsts[row]! !== width) return 0;
  }
  return width;
}
