import type { CellValue, Column } from "../core/table.js";

/**
 * Read each row by its cells in some columns, but rows whose cells are all equal only once: they share one value. A
 * survey's column has a handful of different cells, however many people answered.
 *
 * @param read what a row's cells say; it must depend on nothing else
 */
export function readEqualOnce<T>(
  columns: readonly Column[],
  rows: number,
  read: (row: number) => T,
): readonly T[] {
  const alike = numberAlike(columns, rows);
  const known: T[] = [];
  const all = new Array<T>(rows);
  for (let row = 0; row < rows; row += 1) {
    const number = alike[row]!;
    if (number === known.length) known.push(read(row));
    all[row] = known[number]!;
  }
  return all;
}

/** Rows numbered from 0 in the order in which a new combination of cells first appears. */
function numberAlike(columns: readonly Column[], rows: number): Int32Array {
  const numbers = new Int32Array(rows);
  columns.forEach(({ values }, position) => {
    const cells = new Map<CellValue, number>();
    const pairs = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const cell = numberOf(cells, values[row] ?? null);
      numbers[row] = position === 0 ? cell : numberOf(pairs, numbers[row]! * rows + cell);
    }
  });
  return numbers;
}

function numberOf<T>(known: Map<T, number>, key: T): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, known.size);
  return known.size - 1;
}
